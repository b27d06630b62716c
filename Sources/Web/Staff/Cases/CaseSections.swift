import Documents
import Domain
import Storage

/// The conversation with the sender: what came in, what went out and whether it arrived.
enum Conversation {
    /// - Parameter scans: whether the operator has set up a scanner of viruses.
    static func section(_ file: CaseFile, scans: Bool) -> HTML {
        let list = list(file, scans: scans)
        return when(list) { "<section><h2>Trao đổi với người gửi</h2>\($0)</section>" }
    }

    /// What came in and what went out, oldest first; `nil` when nothing did.
    static func list(_ file: CaseFile, scans: Bool) -> HTML? {
        let entries =
            file.messages.map { message in
                (message.at, "0 \(message.id)", inbound(message, in: file, scans))
            } + file.outbox.map { ($0.createdAt, "1 \($0.id)", outbound($0)) }
        // Of a letter with several petitions, each is a case before anything was said about it.
        if entries.isEmpty { return nil }
        let sorted = entries.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        return "<ol class=\"conversation\">\(each(sorted) { $0.2 })</ol>"
    }

    private static func inbound(_ message: Message, in file: CaseFile, _ scans: Bool) -> HTML {
        let files = file.attachments.filter { $0.message == message.id }
        let speaker = file.others[message.id].map { "Người khác: \($0)" } ?? speaker(message)
        // The title says the subject of the first mail.
        let subject = message.subject == file.petition.title ? "" : message.subject
        return """
            <li class="message \(message.direction == .inbound ? "in" : "out")"><p class="quiet">\(speaker) · \(message.at.vietnamese)</p>
            \(when(!subject.isEmpty) { "<p><strong>\(subject)</strong></p>" })
            \(when(!message.text.isEmpty) { paragraphs(message.text) })
            \(when(!message.quoted.isEmpty) { disclosure("Phần trích thư trước", "<blockquote>\(paragraphs(message.quoted))</blockquote>") })
            \(when(!files.isEmpty) { "<ul class=\"files\">\(each(files) { FileItem.row($0, scans: scans) })</ul>" })</li>
            """
    }

    /// The sender, or whoever of ours wrote in the provider's own chat.
    private static func speaker(_ message: Message) -> String {
        guard message.direction == .outbound else { return "Người gửi" }
        let author = message.author ?? ""
        if author == Message.otherProgram { return "Tổ công tác, gửi từ \(author)" }
        return author.isEmpty ? "Tổ công tác" : "Tổ công tác, \(Terms.name(message.channel)) (mã cán bộ \(author))"
    }

    private static func outbound(_ entry: OutboxEntry) -> HTML {
        let state =
            switch entry.state {
            case .sent: sent(entry)
            case .waiting: entry.reason.map { "đang chờ gửi lại: \($0)" } ?? "đang gửi"
            case .failed: "không gửi được: \(entry.reason ?? "")"
            case .replaced: "không đến được bằng kênh này, đã chuyển cách khác: \(entry.reason ?? "")"
            }
        return """
            <li class="message out"><p class="quiet">Tổ công tác · \(entry.createdAt.vietnamese)
            \(when(entry.state == .failed, { tag(state, .late) }, else: { "· \(state)" }))</p>\(paragraphs(entry.text))</li>
            """
    }

    /// How far it is known to have come.
    private static func sent(_ entry: OutboxEntry) -> String {
        let arrived = entry.seenAt.map { ", đã xem \($0.vietnamese)" } ?? entry.arrivedAt.map { ", đã nhận \($0.vietnamese)" } ?? ""
        return "đã gửi \(entry.sentAt.map(\.vietnamese) ?? "")\(arrived)"
    }
}

/// The journal, newest on top.
enum HistorySection {
    static func section(_ events: [RecordedEvent]) -> HTML {
        let entries = events.reversed().map { event in
            let words = EventWords(event.event)
            return TimelineEntry(
                time: event.at.vietnamese, machineTime: event.at.iso, title: words.headline,
                actor: event.actorName.isEmpty ? "Hệ thống, người gửi" : event.actorName,
                body: """
                    \(when(!words.detail.isEmpty) { paragraphs(words.detail.prefix(1).uppercased() + words.detail.dropFirst()) })\
                    \(when(event.event.otherCase) { "<p><a href=\"\(CasePage.path.link($0.text))\">Mở hồ sơ \($0.text)</a></p>" })
                    """)
        }
        return "<section><h2>Diễn biến</h2>\(timeline(entries))</section>"
    }
}

/// The facts of a case, and its clock with how it was computed.
enum CaseFacts {
    static func section(_ model: CasePage.Model) -> HTML {
        let petition = model.file.petition
        let person = model.file.contact.person
        let sorted = petition.classification
        return """
            \(ClockSection.section(petition, model.history, at: model.now))
            \(model.window)
            <section><h2>Phân công</h2>\(factsList([
                ("Chủ trì", model.file.lead.name), ("Phối hợp", model.parties.joined(separator: "; ")),
                ("Người phụ trách", model.file.person?.name ?? "Chưa phân công"), ("Vì sao", model.history.ownerReason ?? ""),
                ("Chuyển, trả lại", petition.work.bounces > 0 ? "\(petition.work.bounces) lần" : ""),
            ]))
            \(disclosure("Vì sao giao đơn vị này", "<ul>\(each(model.history.routing) { "<li>\($0)</li>" })</ul>"))</section>
            <section><h2>Phân loại</h2>\(factsList([
                ("Loại", sorted.kind.map(Terms.name) ?? "Chưa phân loại"),
                ("Lĩnh vực", sorted.field.flatMap { model.catalogue.name(of: $0) } ?? "Chưa rõ"),
                ("Nơi đặt", sorted.site.map(Terms.name) ?? "Chưa rõ"), ("Khu, cụm", sorted.siteName),
                ("Địa bàn", sorted.area.flatMap { model.catalogue.name(of: $0) } ?? ""), ("Bị phản ánh", model.complainedOf ?? ""),
            ]))</section>
            <section><h2>Người gửi</h2>\(factsList([
                ("Tổ chức", person.organisation), ("Họ tên", person.name), ("Mã số thuế", person.taxCode), ("Điện thoại", person.phone),
                ("Thư điện tử", person.email), ("Địa chỉ", person.address), ("Kênh", Terms.name(petition.channel)),
                ("Mã tra cứu", petition.lookupCode.grouped),
                ("Văn bản", model.paper?.words ?? ""), ("Số đến", model.paper?.arrivalWords ?? ""),
            ]))</section>
            \(when(petition.rating) { rating in
                "<section><h2>Đánh giá</h2><p>\(rating.satisfied ? "Hài lòng" : "Chưa hài lòng")</p>\(paragraphs(rating.remark))</section>"
            })
            """
    }
}

/// The clock of a case: both promises, what moved them, what else is due by when, and how each date was computed.
enum ClockSection {
    static func section(_ petition: Case, _ history: CaseHistory, at now: Instant) -> HTML {
        let clock = petition.clock
        return """
            <section><h2>Thời hạn</h2>\(factsList([
                ("Hạn trả lời", clock.due.day.vietnamese),
                ("Hạn của riêng hồ sơ", clock.own == clock.due ? "" : clock.own.day.vietnamese),
                ("Hạn ban đầu", clock.originalDue == clock.own ? "" : clock.originalDue.day.vietnamese),
                ("Tiếp nhận", petition.receivedAt.vietnamese),
                ("Gia hạn", clock.extensions.isEmpty ? "" : "\(clock.extensions.count)/\(clock.profile.mostExtensions) lần"),
                ("Tạm dừng", clock.pauses.isEmpty ? "" : "\(clock.pauses.count) lần"),
            ]))
            \(disclosure("Cách tính", steps(history.clock)))
            \(when(!history.milestones.isEmpty) { milestones(history.milestones, at: now) })</section>
            """
    }

    private static func steps(_ steps: [CaseHistory.ClockStep]) -> HTML {
        """
        <ol class="clock">\(each(steps) { step in
            "<li><p>\(step.text)</p>\(when(!step.detail.isEmpty) { "<ul>\(each(step.detail) { "<li>\($0)</li>" })</ul>" })</li>"
        })</ol>
        """
    }

    private static func milestones(_ milestones: [CaseHistory.Milestone], at now: Instant) -> HTML {
        """
        \(factsList(milestones.map { stone in
            Fact(stone.name, "\(stone.due.day.vietnamese)\(when(stone.due < now) { " \(tag("đã qua", .soon))" })")
        }))
        \(disclosure("Cách tính các mốc", steps(milestones.map(\.step))))
        """
    }
}
