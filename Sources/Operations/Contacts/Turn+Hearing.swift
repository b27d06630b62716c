import Domain
import Storage

// What a message, or something beside it, does to what is known of its sender.
extension Turn {
    /// The sender behind a message, known or new; what he did opens his reply window anew.
    func heard(_ inbound: Inbound) throws -> Contact {
        if var known = try ContactStore.find(inbound.channel, address: inbound.sender, tx) {
            if known.lastAt.map({ $0 < inbound.sentAt }) ?? true {
                known.lastAt = inbound.sentAt
                try ContactStore.save(known, tx)
            }
            return known
        }
        var person = Contact.Person()
        if inbound.channel == .mail { person.email = inbound.sender }
        let contact = Contact(id: newID(), channel: inbound.channel, address: inbound.sender, person: person, lastAt: inbound.sentAt)
        try ContactStore.insert(contact, at: now, tx)
        return contact
    }

    /// Whom an event is about that is no word of his: it opens no window. Events overtake one another, so he may be new.
    func named(by inbound: Inbound) throws -> Contact {
        if let known = try ContactStore.find(inbound.channel, address: inbound.sender, tx) { return known }
        let contact = Contact(id: newID(), channel: inbound.channel, address: inbound.sender, person: Contact.Person())
        try ContactStore.insert(contact, at: now, tx)
        return contact
    }

    func follow(_ inbound: Inbound, _ follows: Bool) throws {
        // Who leaves opens no window by it.
        var contact = try follows ? heard(inbound) : named(by: inbound)
        guard contact.follows != follows else { return }
        contact.follows = follows
        try ContactStore.save(contact, tx)
        guard follows else { return }
        try count(.follow, on: inbound.channel, contact: contact.id, at: inbound.sentAt)
        try send(try greeting(on: inbound.channel), to: contact, about: nil)
    }

    /// The id under which a message is kept; `nil` when it is here already. Scanners and web forms give all their mails one id, so a mail
    /// is known by its sender and what it says besides.
    func newName(of words: Words, _ inbound: Inbound) throws -> String? {
        guard let kept = try MessageStore.kept(inbound.channel, externalID: inbound.externalID, tx) else { return inbound.externalID }
        guard inbound.channel == .mail else { return nil }
        let text = CleanText(words.text).text
        if kept.sender == inbound.sender, kept.subject == words.subject, kept.text == text, kept.files == words.files.count { return nil }
        let files = words.files.map { file in
            switch file {
            case .whole(let name, let bytes): "\(name) \(contentHash(bytes))"
            case .remote(let remote): remote.address
            }
        }
        let digest = contentHash(Array(([inbound.sender, words.subject, text] + files).joined(separator: "\n").utf8))
        let name = "\(inbound.externalID)#\(digest.prefix(16))"
        return try MessageStore.isKnown(.mail, externalID: name, tx) ? nil : name
    }

    /// Whether a mailbox has been thanked so often within an hour that a machine must be at the other end.
    func isTalkingToMachine(_ contact: Contact) throws -> Bool {
        guard contact.channel == .mail, let address = contact.address else { return false }
        return try OutboxStore.count(.notice, on: .mail, to: address, since: now.adding(hours: -1), tx) >= Self.mostThanks
    }

    /// Acknowledgements to one mailbox within an hour.
    private static let mostThanks = 3

    /// The case that words belong to. A chat is one conversation, so it is the sender's newest; a letter by mail says by its thread
    /// or its subject what it is about, and one that says nothing is a new matter.
    func conversation(of words: Words, with contact: Contact) throws -> Case? {
        if contact.channel == .mail { return try thread(of: words, from: contact) }
        if let quoted = try MessageStore.petition(of: words.answers, on: contact.channel, tx), let found = try CaseStore.load(quoted, tx),
            found.contact == contact.id, found.state.isOpen
        {
            return found
        }
        return try CaseStore.newest(of: contact.id, tx)
    }

    /// Nobody guesses the id of a mail of ours or a lookup code; a case number can be guessed, so that it counts for its own sender only.
    private func thread(of words: Words, from contact: Contact) throws -> Case? {
        if let ours = try OutboxStore.sent(on: .mail, as: words.answers, tx)?.petition { return try CaseStore.load(ours, tx) }
        if let known = try MessageStore.petition(of: words.answers, on: .mail, tx) { return try CaseStore.load(known, tx) }
        guard let tag = words.tag, let found = try CaseStore.find(tag, tx) else { return nil }
        if LookupCode(tag) == found.lookupCode { return found }
        guard let owner = try ContactStore.load(found.contact, tx) else { return nil }
        if owner.id == contact.id { return found }
        guard let mail = contact.person.emailKey else { return nil }
        return owner.person.emailKey == mail ? found : nil
    }

    /// A message of ours came back: the next way to its receiver. Throws `UnreadableDelivery` where it is none of ours: it may be a
    /// person's letter that only looks like a report, so a person reads it.
    func takeBack(_ bounce: Bounce, _ inbound: Inbound) throws {
        // A report that names no message names its receiver as a rule: the newest that went to him came back.
        let named = try OutboxStore.sent(on: inbound.channel, as: bounce.messages, tx)
        let newest = try bounce.recipient.flatMap { try OutboxStore.newest(on: inbound.channel, to: $0, since: now.adding(hours: -48), tx) }
        guard let due = named ?? newest else { throw UnreadableDelivery(reason: "Thư báo lỗi không rõ của thư nào.") }
        // Each hop on the way may report the same.
        guard bounce.isPermanent, due.state == .sent else { return }
        try end(due, reason: bounce.reason)
    }

    /// What one of ours wrote in the provider's own chat belongs to the conversation of the case.
    /// - Parameter officer: empty for what a program sent: this one, which knows it, or another one of the account's.
    func note(_ words: Words, saidBy officer: String, _ inbound: Inbound) throws {
        if try MessageStore.isKnown(inbound.channel, externalID: inbound.externalID, tx) { return }
        // What no member of staff typed is an echo of ours, or of another program of the account.
        if officer.isEmpty,
            try OutboxStore.recognise(
                echo: words, to: inbound.sender, on: inbound.channel, receipt: inbound.externalID, at: now, tx)
        {
            return askForNews()
        }
        let contact = try named(by: inbound)
        let petition = try conversation(of: words, with: contact)
        let message = Message(
            id: newID(), contact: contact.id, petition: petition?.id, direction: .outbound, channel: inbound.channel,
            externalID: inbound.externalID, text: CleanText(words.text).text, at: inbound.sentAt,
            author: officer.isEmpty ? Message.otherProgram : officer)
        try MessageStore.insert(message, tx)
        try keep(words.files, on: message)
        if let petition { try SearchIndex.add(petition.id, text: [message.text], tx) }
        askForNews()
    }

    /// He told who he is. What he said before stays where he is silent now. The name on a mail is his program's: it does not displace
    /// what he or an officer wrote.
    func learn(_ told: Contact.Person, _ inbound: Inbound) throws {
        var contact = try heard(inbound)
        if inbound.channel == .mail { contact.person.fill(told) } else { contact.person.take(told) }
        try ContactStore.save(contact, tx)
        if let petition = try CaseStore.newest(of: contact.id, tx) {
            try SearchIndex.add(petition.id, text: [contact.person.display], tx)
        }
        askForNews()
    }

    /// Files that came with a message, or that are to be fetched.
    func keep(_ files: [InboundFile], on message: Message) throws {
        for file in files {
            switch file {
            case .remote(let remote):
                try AttachmentStore.insertPending(id: newID(), message: message.id, file: remote, at: now, tx)
                askForWork()
            case .whole(let name, let bytes): try keep(name: name, bytes: bytes, on: message)
            }
        }
    }
}
