import Domain
import Storage

/// What opens a case, whatever the channel.
struct CaseOpening {
    var contact: Contact
    /// `nil`: taken from the text.
    var title: String?
    var text: String
    /// What the sender's form says of the matter; the intake officer decides.
    var classification = Classification()
    /// The sender asked that his name be kept.
    var isProtected = false
    /// The channel's id of the first message.
    var externalID: String?
    /// Makes the same form sent twice the same case.
    var formKey: String?
    var sentAt: Instant
    /// The real receipt, where an officer notes it afterwards.
    var noted: Backdating?
    /// Where an officer writes for the sender, the channel is that of the approach, which the contact may share with others.
    var channel: Channel?
    /// When it was received, where it came into the register later; `nil`: now. The clock counts from here.
    var receivedAt: Instant?
    /// The list of another system that it came in with.
    var origin: ImportOrigin?
}

extension Turn {
    /// Opens a case: number, lookup code and due date at once, its first message, its place on the intake desk.
    /// - Parameter words: what its first message was, where it came over a wire.
    func open(_ opening: CaseOpening, _ words: Words? = nil) throws -> (petition: Case, message: Message) {
        guard let team = try team() else { throw Refusal.noSuch(.team) }
        let rules = try rules()
        let parameters = try office.parameters(of: team.id, tx)
        let receivedAt = opening.noted?.receivedAt ?? opening.receivedAt ?? now
        let profile = try rules.profile(on: receivedAt.day).under(parameters)
        let due = rules.due(after: receivedAt, workingDays: profile.resolve)
        let channel = opening.channel ?? opening.contact.channel
        let year = now.day.year
        let series = "\(team.numberPrefix)-\(year)"
        let last = try NumberSeriesStore.next(series, tx)
        guard let number = CaseNumber(prefix: team.numberPrefix, year: year, serial: last) else { throw Refusal.noSuch(.team) }
        let subject = CaseSubject(team: team.id, lead: team.standingUnit, isRestricted: false)
        let owner = try owner(of: subject, at: .intake, turn: last)
        let petition = Case(
            id: newID(), team: team.id, number: number, lookupCode: try freshLookupCode(), contact: opening.contact.id,
            channel: channel, receivedAt: receivedAt, title: opening.title ?? Excerpt.title(of: opening.text),
            classification: opening.classification, lead: team.standingUnit, person: owner?.account, isProtected: opening.isProtected,
            clock: CaseClock(profile: profile, due: due, begun: receivedAt))
        try CaseStore.insert(
            petition, team: team.id, text: opening.text, formKey: opening.formKey,
            event: .received(due: due, owner: owner, origin: opening.origin, noted: opening.noted), by: actor, at: now, tx)
        askForNews()
        let message = Message(
            id: newID(), contact: opening.contact.id, petition: petition.id, direction: .inbound, channel: channel,
            externalID: opening.externalID, text: opening.text, at: opening.sentAt,
            subject: words?.subject ?? "", quoted: words?.quoted ?? "")
        try MessageStore.insert(message, tx)
        try count(
            channel.approach, on: channel, contact: opening.contact.id, petition: petition, opensCase: true,
            at: opening.noted?.receivedAt ?? opening.sentAt, key: opening.formKey)
        try SearchIndex.add(petition.id, text: [number.text, opening.contact.person.display, petition.title, opening.text], tx)
        return (petition.isRestricted ? try close(petition) : petition, message)
    }

    /// A code that no case has; by chance one in 10¹³ is taken, so this ends at the first try.
    func freshLookupCode() throws -> LookupCode {
        while true {
            let code = LookupCode(chance: chance(16))
            if try !CaseStore.isTaken(code, tx) { return code }
        }
    }
}
