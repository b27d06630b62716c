import Documents
import Domain
import Operations
import Storage

/// How each channel fares: a red light where one is ill, with the reason in words, and what a person has to see to.
struct ChannelsPage: Page {
    static let path: Path = "/app/kenh"
    static let access = Access.staff

    private struct Model: Sendable {
        var health: [(channel: Channel, health: ChannelHealth?, counts: OutboxCounts, unread: Int)]
        var failures: [OutboxFailure] = []
        var delayed: [OutboxFailure] = []
        var unreadable: [UnreadableRow] = []
    }

    /// Lines of a list.
    private static let rows = 50

    static func show(_ visit: Visit) async throws -> Reply {
        _ = try visit.account()
        let seesAll = Rights.allow(visit.actor, .takeIn)
        let before = visit.query["truoc"].flatMap { ID<Outgoing>($0) }
        let unreadBefore = visit.query["truoc-doc"].flatMap { ID<HookRecord>($0) }
        let model = try await visit.office.read { tx in
            let (counts, unread) = (try OutboxQueries.counts(tx), try HookStore.counts(tx))
            var model = Model(health: try Channel.allCases.compactMap { channel in
                let (health, counts) = (try ChannelHealthStore.load(channel, tx), counts[channel])
                guard health != nil || counts != nil || channel.hasWire else { return nil }
                return (channel, health, counts ?? OutboxCounts(), unread[channel] ?? 0)
            })
            if seesAll {
                model.failures = try OutboxQueries.failures(before: before, limit: rows + 1, tx)
                model.delayed = try OutboxQueries.delayed(limit: rows, tx)
                model.unreadable = try UnreadableQueries.waiting(before: unreadBefore, limit: rows + 1, tx)
            }
            return model
        }
        let checks = try await FileChecks.read(visit)
        let content: HTML = """
            <h1>Kênh tiếp nhận và trả lời</h1>
            \(lights(model, on: visit.channels, seesAll, visit))
            \(when(checks) { $0.section(scans: visit.office.settings.scansFiles) })
            \(failures(model.failures, visit))
            \(unreadable(model.unreadable))
            \(delayed(model.delayed))
            """
        return .document(try await StaffFrame.page(title: "Kênh", queue: nil, content, visit))
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        if let channel = form["notice"].flatMap({ Channel(rawValue: $0) }) {
            try await visit.office.perform(SettleNotice(of: channel), as: visit.actor)
            return .see(path.link())
        }
        var reading = FormReading(form)
        let id: ID<Outgoing>? = reading.idIfAny("id")
        try reading.finish()
        guard let id else { throw Refusal.noSuch(.outgoing) }
        switch form["do"] {
        case "again": try await visit.office.perform(TryAgain(id), as: visit.actor)
        case "handled": try await visit.office.perform(HandleFailure(id), as: visit.actor)
        default: throw Entry.noForm
        }
        return .see(path.link())
    }

    private static func lights(_ model: Model, on channels: Set<Channel>, _ seesAll: Bool, _ visit: Visit) -> HTML {
        dataTable(
            DataTable(
                .sheet, caption: "Kênh",
                columns: [
                    .init("Kênh"), .init("Tình trạng"), .init("Nhận gần nhất"), .init("Gửi gần nhất"), .init("Chờ đọc", align: .number),
                    .init("Chờ gửi", align: .number), .init("Không gửi được", align: .number),
                ],
                rows: model.health.map { line in
                    let isOff = line.channel.hasWire && !channels.contains(line.channel)
                    let waits = isOff && line.counts.waiting + line.unread > 0
                    let faults = line.health?.faults ?? []
                    return .init(
                        [
                            "\(Terms.name(line.channel))",
                            condition(line.channel, isOff: isOff, waits: waits, faults, seesAll, visit),
                            "\(line.health?.receivedAt.map(\.vietnamese) ?? "")", "\(line.health?.deliveredAt.map(\.vietnamese) ?? "")",
                            "\(grouped: line.unread)", "\(grouped: line.counts.waiting)", "\(grouped: line.counts.failed)",
                        ], tone: faults.isEmpty && line.counts.failed == 0 && !waits ? .plain : .late)
                }))
    }

    /// The provider's words may name a receiver: only who takes in reads them.
    private static func condition(
        _ channel: Channel, isOff: Bool, waits: Bool, _ faults: [ChannelHealth.Fault], _ seesAll: Bool, _ visit: Visit
    ) -> HTML {
        if !isOff, faults.isEmpty { return tag("Bình thường", .done) }
        let off = isOff ? tag("Đã tắt", waits ? .late : .plain) : .empty
        let lights = each(faults) { fault in
            """
            <div>\(tag(words(fault.part), .late)) \(seesAll ? fault.reason : "") (\(fault.at.vietnamese))\
            \(seesAll && fault.part == .notice ? seen(channel, visit) : .empty)</div>
            """
        }
        return "\(off)\(lights)"
    }

    private static func seen(_ channel: Channel, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(path.link())">\(hiddenFields(visit))\(hiddenField("notice", channel.rawValue))
        \(buttonRow(primary: nil, others: [.submit("Đã xem", name: "do", value: "seen")]))</form>
        """
    }

    private static func words(_ part: ChannelHealth.Part) -> String {
        switch part {
        case .receiving: "Lỗi nhận"
        case .sending: "Lỗi gửi"
        case .account: "Lỗi tài khoản"
        case .notice: "Nhà cung cấp báo"
        }
    }
}

extension ChannelsPage {
    /// What did not arrive and nobody has seen to: each with the two things that can be done.
    private static func failures(_ all: [OutboxFailure], _ visit: Visit) -> HTML {
        if all.isEmpty { return .empty }
        let shown = all.prefix(rows)
        let more = all.count > rows ? shown.last.map { path.link(query: ["truoc": $0.id.text]) } : nil
        return """
            <section><h2>Tin không gửi được</h2>
            <p class="quiet">Người gửi chưa nhận được những tin này. Hãy liên hệ cách khác rồi ghi đã xử lý, hoặc gửi lại khi đã khắc phục.</p>
            \(dataTable(
                DataTable(
                    .sheet, caption: "Tin không gửi được",
                    columns: [.init("Hồ sơ"), .init("Kênh"), .init("Từ lúc"), .init("Lý do"), .init("Việc làm")],
                    rows: shown.map { failure in
                        .init(
                            [
                                petition(failure), "\(Terms.name(failure.channel))", "\(failure.createdAt.vietnamese)", "\(failure.reason)",
                                actions(failure, visit),
                            ], tone: .late)
                    })))
            \(when(more) { "<p><a href=\"\($0)\">Xem thêm</a></p>" })
            </section>
            """
    }

    private static func actions(_ failure: OutboxFailure, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(path.link())">\(hiddenFields(visit))\(hiddenField("id", failure.id.text))
        \(buttonRow(primary: nil, others: [
            .submit("Gửi lại", name: "do", value: "again"), .submit("Đã xử lý", name: "do", value: "handled"),
        ]))</form>
        """
    }

    private static func petition(_ failure: OutboxFailure) -> HTML {
        guard let number = failure.number else { return "Không gắn hồ sơ" }
        return "<a href=\"\(CasePage.path.link(number.text))\">\(number.text)</a>"
    }

    private static func unreadable(_ all: [UnreadableRow]) -> HTML {
        if all.isEmpty { return .empty }
        let shown = all.prefix(rows)
        let more = all.count > rows ? shown.last.map { path.link(query: ["truoc-doc": $0.id.text]) } : nil
        return """
            <section><h2>Bản tin chưa đọc được</h2>
            <p class="quiet">Phần mềm giữ nguyên bản gốc. Cần người xem và lập hồ sơ nếu là kiến nghị.</p>
            \(dataTable(
                DataTable(
                    .list, caption: "Bản tin chưa đọc được", columns: [.init("Nhận lúc"), .init("Kênh"), .init("Lý do"), .init("Cỡ", align: .number)],
                    rows: shown.map { row in
                        .init(
                            [
                                "<a href=\"\(UnreadablePage.path.link(row.id.text))\">\(row.receivedAt.vietnamese)</a>",
                                "\(Terms.name(row.channel))", "\(row.reason)", "\(FileWords.size(row.size))",
                            ], tone: .late)
                    })))
            \(when(more) { "<p><a href=\"\($0)\">Xem thêm</a></p>" })
            </section>
            """
    }

    private static func delayed(_ all: [OutboxFailure]) -> HTML {
        if all.isEmpty { return .empty }
        return """
            <section><h2>Tin đang chờ gửi lại</h2>
            \(dataTable(
                DataTable(
                    .sheet, caption: "Tin đang chờ gửi lại",
                    columns: [.init("Hồ sơ"), .init("Kênh"), .init("Đã thử", align: .number), .init("Lần tới"), .init("Lý do")],
                    rows: all.map { item in
                        .init([
                            petition(item), "\(Terms.name(item.channel))", "\(grouped: item.attempts)", "\(item.nextAt.vietnamese)",
                            "\(item.reason)",
                        ])
                    })))
            </section>
            """
    }
}
