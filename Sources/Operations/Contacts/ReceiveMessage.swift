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
        switch inbound.content {
        case .message(let text, let files):
            return try receive(CleanText(text).text, files, turn)
        case .follow:
            var contact = try turn.contact(inbound)
            guard !contact.follows else { return nil }
            contact.follows = true
            try ContactStore.save(contact, turn.tx)
            try turn.count(.follow, on: inbound.channel, contact: contact.id, at: inbound.sentAt)
            try turn.send(SenderTexts.greeting(turn.settings), to: contact, about: nil)
        case .unfollow:
            var contact = try turn.contact(inbound)
            contact.follows = false
            try ContactStore.save(contact, turn.tx)
        case .notice:
            break
        }
        return nil
    }

    private func receive(_ text: String, _ files: [RemoteFile], _ turn: Turn) throws -> ID<Case>? {
        if try MessageStore.isKnown(inbound.channel, externalID: inbound.externalID, turn.tx) { return nil }
        let contact = try turn.contact(inbound)
        guard let newest = try CaseStore.newest(of: contact.id, turn.tx), let events = try meaning(of: text, for: newest, turn) else {
            let opening = CaseOpening(contact: contact, text: text, externalID: inbound.externalID, sentAt: inbound.sentAt)
            let (petition, message) = try turn.open(opening)
            try turn.note(files, on: message)
            try turn.send(SenderTexts.received(petition, turn.settings), to: contact, about: petition)
            return petition.id
        }
        let message = Message(
            id: turn.newID(), contact: contact.id, petition: newest.id, direction: .inbound, channel: inbound.channel,
            externalID: inbound.externalID, text: text, at: inbound.sentAt)
        try MessageStore.insert(message, turn.tx)
        try turn.note(files, on: message)
        try turn.count(approach(by: events), on: inbound.channel, contact: contact.id, petition: newest, at: inbound.sentAt)
        try SearchIndex.add(newest.id, text: [text], turn.tx)
        var current = newest
        for event in events {
            if case .reopened = event {
                current = try turn.hearAgain(event, current)
            } else {
                current = try turn.record(event, on: current)
            }
        }
        return newest.id
    }

    /// How a further message counts: as a word on the answer, or as a message.
    private func approach(by events: [CaseEvent]) -> Interaction.Kind {
        if events.contains(where: { if case .reopened = $0 { true } else { false } }) { return .reopening }
        return events.contains(where: { if case .rated = $0 { true } else { false } }) ? .rating : .message
    }

    /// What a further message means for the sender's newest case; `nil` when it is a new matter.
    private func meaning(of text: String, for petition: Case, _ turn: Turn) throws -> [CaseEvent]? {
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

extension Turn {
    /// The sender behind a message, known or new.
    fileprivate func contact(_ inbound: Inbound) throws -> Contact {
        if let known = try ContactStore.find(inbound.channel, address: inbound.sender, tx) { return known }
        let contact = Contact(id: newID(), channel: inbound.channel, address: inbound.sender, person: Contact.Person())
        try ContactStore.insert(contact, at: now, tx)
        return contact
    }

    fileprivate func note(_ files: [RemoteFile], on message: Message) throws {
        for file in files {
            try AttachmentStore.insertPending(id: newID(), message: message.id, file: file, at: now, tx)
        }
        if !files.isEmpty { askForWork() }
    }
}
