package import Domain
import Storage

/// Takes in what a wire has read: the one way on which a message becomes part of a case. The same external id again changes
/// nothing; a message within an open conversation joins it; a word on an answer rates it or opens it again; anything else opens
/// a case, even one line or a picture without words.
package struct ReceiveMessage: Operation {
    package static let permission = Permission.receive
    let inbound: Inbound

    package init(_ inbound: Inbound) { self.inbound = inbound }

    /// The case that a message became part of; `nil` when it was known already or was no message.
    package func perform(_ turn: Turn) throws -> ID<Case>? {
        try EventCountStore.note(inbound.content.name, on: inbound.channel, day: turn.now.day, turn.tx)
        switch inbound.content {
        case .message(let words): return try receive(words, turn)
        case .follow: try turn.follow(inbound, true)
        case .unfollow: try turn.follow(inbound, false)
        case .opened: try turn.count(.opened, on: inbound.channel, contact: turn.heard(inbound).id, at: inbound.sentAt)
        case .receipt(let receipt): try OutboxStore.note(receipt, on: inbound.channel, at: inbound.sentAt, turn.tx)
        case .bounce(let bounce): try turn.takeBack(bounce, inbound)
        case .said(let words, let officer): try turn.note(words, saidBy: officer, inbound)
        case .told(let person): try turn.learn(person, inbound)
        case .withdrew: try turn.noteWithdrawal(inbound)
        case .group(let news): try turn.take(news, inbound)
        case .notice(let name): try turn.heed(name, inbound)
        }
        return nil
    }

    private func receive(_ words: Words, _ turn: Turn) throws -> ID<Case>? {
        guard let externalID = try turn.newName(of: words, inbound) else { return nil }
        let contact = try turn.heard(inbound)
        if contact.channel == .zalo { try ZaloStore.askProfile(of: contact.id, at: turn.now, turn.tx) }
        let text = CleanText(words.text).text
        guard let known = try turn.conversation(of: words, with: contact),
            let events = try meaning(of: text, words, for: known, turn)
        else {
            let subject = CleanText(line: words.subject).text
            let opening = CaseOpening(
                contact: contact, title: subject.isEmpty ? nil : Excerpt.cut(subject, limit: 200), text: text, externalID: externalID,
                sentAt: inbound.sentAt)
            let (petition, message) = try turn.open(opening, words)
            try turn.keep(words.files, on: message)
            // Two machines must not thank each other for ever, even where one does not say that it is one.
            if !words.isAutomatic, try !turn.isTalkingToMachine(contact) {
                try turn.send(try turn.acknowledgement(of: petition, on: inbound.channel), to: contact, about: petition)
            }
            return petition.id
        }
        let message = Message(
            id: turn.newID(), contact: contact.id, petition: known.id, direction: .inbound, channel: inbound.channel,
            externalID: externalID, text: text, at: inbound.sentAt, subject: words.subject, quoted: words.quoted)
        try MessageStore.insert(message, turn.tx)
        try turn.keep(words.files, on: message)
        // A machine's word is no approach.
        if !words.isAutomatic {
            try turn.count(approach(by: events), on: inbound.channel, contact: contact.id, petition: known, at: inbound.sentAt)
        }
        try SearchIndex.add(known.id, text: [text], turn.tx)
        var current = known
        for event in events {
            if case .reopened = event {
                current = try turn.hearAgain(event, current)
            } else {
                current = try turn.record(event, on: current)
            }
        }
        return known.id
    }

    /// How a further message counts: as a word on the answer, or as a message.
    private func approach(by events: [CaseEvent]) -> Interaction.Kind {
        if events.contains(where: { if case .reopened = $0 { true } else { false } }) { return .reopening }
        return events.contains(where: { if case .rated = $0 { true } else { false } }) ? .rating : .message
    }

    /// What a further message means for the sender's case; `nil` when it is a new matter.
    private func meaning(of text: String, _ words: Words, for petition: Case, _ turn: Turn) throws -> [CaseEvent]? {
        // What a machine wrote is kept, but answers no question and opens nothing.
        if words.isAutomatic { return [.wrote] }
        if petition.state.isOpen { return [try petition.hear(at: turn.now, rules: try turn.rules())] }
        switch SenderReply(text) {
        case .satisfied where petition.offers(.rate, to: .sender, at: turn.now):
            return [try petition.rate(Rating(satisfied: true, remark: ""), by: .sender)]
        case .comesBack(let reason) where petition.offers(.reopen, to: .sender, at: turn.now):
            // He is not satisfied, which is counted, and he wants it looked at again.
            let unsatisfied = Rating(satisfied: false, remark: "")
            let rated = petition.offers(.rate, to: .sender, at: turn.now) ? [try petition.rate(unsatisfied, by: .sender)] : []
            return rated + [try petition.reopen(reason: reason, by: .sender, at: turn.now, rules: try turn.rules())]
        case .satisfied, .thanks:
            // Said twice, or to a case that was not answered: kept with it, for it is no petition.
            return [.wrote]
        case .comesBack, .other:
            return nil
        }
    }
}
