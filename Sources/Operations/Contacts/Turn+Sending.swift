import Domain
import Storage

// How words find their way to a sender: the first way that is open, the next one when it closes.
extension Turn {
    /// Sends words to a sender on the best way there is (`DeliveryRoute.ways`): into the outbox, or onto the list of what a person has
    /// to do.
    /// - Parameter files: files of the case that go with them.
    func send(
        _ text: SenderText, to contact: Contact, about petition: Case?, weight: Outgoing.Weight = .notice, files: [ID<Attachment>] = []
    ) throws {
        let ways = DeliveryRoute.ways(to: contact, origin: petition?.channel ?? contact.channel, weight: weight, means: settings.means)
        guard let first = ways.first(where: { $0.isFirstChoice }) else { return }
        try take(first, text, to: contact, about: petition, weight: weight, files: files, reason: nil)
    }

    /// The way on which a message went is closed: the next one, if what it says must arrive. True when there was one.
    func takeNextWay(after due: DueMessage, reason: String) throws -> Bool {
        guard let id = due.contact, let contact = try ContactStore.load(id, tx) else { return false }
        let petition = try due.petition.flatMap { try CaseStore.load($0, tx) }
        if due.isCarrier { return try sayWhereFileIs(due, contact, petition) }
        let files = try due.message.files + OutboxStore.carriers(of: due, tx).flatMap(\.message.files)
        let ways = DeliveryRoute.ways(
            to: contact, origin: petition?.channel ?? contact.channel, weight: due.message.weight, means: settings.means)
        let current = ways.firstIndex(of: due.message.route) ?? -1
        for way in ways[(current + 1)...] {
            // A template only says that there is something to read, so it needs a case.
            if case .template = way, petition == nil { continue }
            let text = SenderText(due.whole ?? due.message.text)
            try take(way, text, to: contact, about: petition, weight: due.message.weight, files: files, reason: reason)
            return true
        }
        return false
    }

    /// A file that a chat did not take. Where the words that it went with took another way, they took it along.
    private func sayWhereFileIs(_ due: DueMessage, _ contact: Contact, _ petition: Case?) throws -> Bool {
        guard let petition, let words = try OutboxStore.words(of: due, tx) else { return false }
        if words.state == .replaced { return true }
        let name = try due.message.files.first.flatMap { try AttachmentStore.find($0, tx)?.name } ?? ""
        let message = Outgoing(
            id: newID(), channel: due.message.channel, recipient: due.message.recipient, text: SenderTexts.onPage(name, petition, settings),
            weight: due.message.weight)
        try lay(message, nil, to: contact, about: petition)
        return true
    }

    private func take(
        _ way: DeliveryRoute, _ text: SenderText, to contact: Contact, about petition: Case?, weight: Outgoing.Weight,
        files: [ID<Attachment>], reason: String?
    ) throws {
        switch way {
        case .message(let channel, let recipient):
            let isMail = channel == .mail
            var message = Outgoing(
                id: newID(), channel: channel, recipient: recipient, text: text.text(for: channel), files: isMail ? files : [], weight: weight)
            if isMail {
                message.subject = SenderTexts.subject(petition)
                message.answers = try petition.map {
                    try MessageStore.externalIDs(of: $0.id, from: contact.id, limit: Self.longestThread, tx)
                } ?? []
            }
            try lay(message, text, to: contact, about: petition)
            // A chat carries one file a message.
            if !isMail {
                for file in files {
                    var carrier = Outgoing(id: newID(), channel: channel, recipient: recipient, text: "", files: [file], weight: weight)
                    if let petition, let kept = try AttachmentStore.find(file, tx),
                        ZaloFile(kept.state.content.kind, size: kept.size) == .onPage
                    {
                        // The chat does not take it; the page of his case has it.
                        carrier.text = SenderTexts.onPage(kept.name, petition, settings)
                        carrier.files = []
                    }
                    try lay(carrier, nil, to: contact, about: petition)
                }
            }
        case .template(let recipient):
            guard let petition else { return }
            let message = Outgoing(
                id: newID(), channel: .zalo, recipient: recipient, text: SenderTexts.waiting(petition, settings), files: files,
                content: .template(SenderTexts.templateFields(petition, settings)), weight: weight)
            try lay(message, text, to: contact, about: petition)
        case .task(let kind):
            try assign(kind, text.whole, to: contact, about: petition, weight: weight, reason: reason)
        }
    }

    private func lay(_ message: Outgoing, _ text: SenderText?, to contact: Contact, about petition: Case?) throws {
        let whole = text?.whole == message.text ? nil : text?.whole
        try OutboxStore.insert(message, whole: whole, contact: contact.id, petition: petition?.id, at: now, tx)
        askForWork()
    }

    /// Within a working day a person has told him.
    private func assign(
        _ kind: ReplyTask.Kind, _ text: String, to contact: Contact, about petition: Case?, weight: Outgoing.Weight, reason: String?
    ) throws {
        try ReplyTaskStore.insert(
            ReplyTask(
                id: newID(), kind: kind, channel: petition?.channel ?? contact.channel, contact: contact.id, petition: petition?.id,
                text: text, asks: weight == .question, reason: reason ?? ReplyTask.channelReason,
                dueAt: try rules().due(after: now, workingDays: 1), account: nil, createdAt: now), tx)
        askForNews()
    }

    /// The question has been answered, or is not waited for any longer: nobody has to call about it.
    func endCalls(about petition: Case) throws {
        for var task in try ReplyTaskStore.of(petition.id, tx) where task.done == nil && task.asks {
            task.done = ReplyTask.Done(at: now, by: "Hệ thống", note: "Không còn chờ người gửi bổ sung.", reached: false)
            try ReplyTaskStore.save(task, tx)
        }
    }

    /// Ids of earlier mails that a mail names, so that it joins their thread.
    private static let longestThread = 10
}

extension DeliveryRoute {
    /// Whether words may set out on it; a template only stands in where the channel itself is shut.
    fileprivate var isFirstChoice: Bool {
        switch self {
        case .message, .task: true
        case .template: false
        }
    }
}

extension Outgoing {
    /// The way that it took.
    var route: DeliveryRoute {
        switch content {
        case .text, .contactRequest: .message(channel, recipient: recipient)
        case .template: .template(recipient: recipient)
        }
    }
}

extension ReplyTask {
    /// Why there is a task where no other way was tried.
    static let channelReason = "Kênh tiếp nhận này không trả lời tự động được."
}
