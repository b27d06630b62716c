import Domain
import Storage

/// What the verbs of the intake desk share.
extension Turn {
    /// What makes the same words of the same form sent twice one approach. Other words under an old key, from a page that somebody went
    /// back to, or the same words by another button or about another case, are not the same and are not lost. Throws `Refusal` for a
    /// key that no form of ours made.
    func key(_ formKey: String, _ purpose: IntakePurpose, _ text: String) throws -> String {
        guard (16...64).contains(formKey.utf8.count) else { throw Refusal.invalid([Problem("formKey", .missing)]) }
        return contentHash(Array("\(formKey) \(purpose.text) \(text)".utf8))
    }

    /// The case that the same words of the same form already made or were written into.
    func known(_ key: String) throws -> Case? {
        try InteractionStore.byKey(key, tx)?.petition.flatMap { try CaseStore.load($0, tx) }
    }

    /// How far back a receipt may lie: by the calendar and the regulation in force.
    func backdatingLimits() throws -> (calendar: WorkingCalendar, days: Int) {
        (try rules().calendar, try office.parameters(of: team()?.id, tx).mostBackdating)
    }

    /// A case that whoever acts may see. Throws `Refusal`.
    func visible(_ number: CaseNumber) throws -> Case {
        guard let petition = try CaseStore.find(number.text, tx) else { throw Refusal.noSuch(.petition) }
        guard Rights.allow(actor, .view, on: petition.subject) else { throw Refusal.notPermitted(.view) }
        return petition
    }

    /// The contact behind what is taken in: known or new; `nil` when nothing was said of who it is.
    func contact(of draft: IntakeDraft) throws -> Contact? {
        var person = draft.person
        person.isOrganisation = !person.organisation.isEmpty || !person.taxCode.isEmpty
        guard person != Contact.Person() else { return nil }
        // Whose name is kept is known by nobody: nothing of it goes to a contact that others find.
        return try draft.wantsProtection ? newContact(person, on: draft.channel) : contact(of: person, on: draft.channel)
    }

    private func newContact(_ person: Contact.Person, on channel: Channel) throws -> Contact {
        let contact = Contact(id: newID(), channel: channel, address: nil, person: person, lastAt: now)
        try ContactStore.insert(contact, at: now, tx)
        return contact
    }

    /// The known sender who is this person, with what was said now; else a new contact.
    private func contact(of person: Contact.Person, on channel: Channel) throws -> Contact {
        let candidates = try CallerQueries.candidates(phone: person.phoneKey, taxCode: person.taxCodeKey, tx)
        guard var known = KnownSender.choose(person, among: candidates) else { return try newContact(person, on: channel) }
        known.person.take(person)
        known.lastAt = now
        try ContactStore.save(known, tx)
        return known
    }

    /// Opens a case of what an officer wrote down.
    func open(_ draft: IntakeDraft, key: String) throws -> (petition: Case, message: Message) {
        // A caller who said nothing of himself still has a case, and so a contact.
        let contact = try contact(of: draft) ?? newContact(Contact.Person(), on: draft.channel)
        return try open(
            CaseOpening(
                contact: contact, title: draft.title.isEmpty ? nil : draft.title, text: draft.text, classification: draft.classification,
                isProtected: draft.wantsProtection, formKey: key, sentAt: draft.receivedAt ?? now, noted: draft.backdating,
                channel: draft.channel))
    }
}

/// What an officer's words are for.
enum IntakePurpose {
    case newCase
    case letter
    case note(about: CaseNumber?)
    case more(on: CaseNumber, comesBack: Bool)

    fileprivate var text: String {
        switch self {
        case .newCase: "case"
        case .letter: "letter"
        case .note(let number): "note|\(number?.text ?? "")"
        case .more(let number, let comesBack): "more|\(number.text)|\(comesBack)"
        }
    }
}

extension IntakeDraft {
    /// Why it is noted late, in the words of the register; `nil` for what is noted at once.
    var lateness: String? {
        guard let backdating, !backdating.reason.isEmpty else { return nil }
        return "ghi muộn: \(CleanText(line: backdating.reason).text)"
    }
}
