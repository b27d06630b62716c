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
                model.unreadable = try UnreadableQueries.waiting(limit: rows, tx)
            }
            return model
        }
        let checks = try await FileChecks.read(visit)
        let content: HTML = """
            <h1>Kênh tiếp nhận và trả lời</h1>
            \(lights(model))
            \(when(checks) { $0.section(scans: visit.office.settings.scansFiles) })
            \(failures(model.failures, visit))
            \(unreadable(model.unreadable))
            \(delayed(model.delayed))
            """
        return .document(try await StaffFrame.page(title: "Kênh", queue: nil, content, visit))
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
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

    private static func lights(_ model: Model) -> HTML {
        dataTable(
            DataTable(
                .sheet, caption: "Kênh",
                columns: [
                    .init("Kênh"), .init("Tình trạng"), .init("Nhận gần nhất"), .init("Gửi gần nhất"), .init("Chờ đọc", align: .number),
                    .init("Chờ gửi", align: .number),
                    .init("Không gửi được", align: .number),
                ], rows: model.health.map { line($0, $1, $2, $3) }))
    }

    private static func line(_ channel: Channel, _ health: ChannelHealth?, _ counts: OutboxCounts, _ unread: Int) -> DataTable.Row {
        .init(
            [
                "\(Terms.name(channel))", condition(health), "\(health?.receivedAt.map(\.vietnamese) ?? "")",
                "\(health?.deliveredAt.map(\.vietnamese) ?? "")", "\(grouped: unread)", "\(grouped: counts.waiting)",
                "\(grouped: counts.failed)",
            ], tone: health?.failedAt == nil && counts.failed == 0 ? .plain : .late)
    }

    private static func condition(_ health: ChannelHealth?) -> HTML {
        guard let failed = health?.failedAt else { return tag("Bình thường", .done) }
        return "\(tag("Có lỗi", .late)) \(health?.reason ?? "") (\(failed.vietnamese))"
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

    private static func unreadable(_ rows: [UnreadableRow]) -> HTML {
        if rows.isEmpty { return .empty }
        return """
            <section><h2>Bản tin chưa đọc được</h2>
            <p class="quiet">Phần mềm giữ nguyên bản gốc. Cần người xem và lập hồ sơ nếu là kiến nghị.</p>
            \(dataTable(
                DataTable(
                    .list, caption: "Bản tin chưa đọc được", columns: [.init("Nhận lúc"), .init("Kênh"), .init("Lý do"), .init("Cỡ", align: .number)],
                    rows: rows.map { row in
                        .init(
                            [
                                "<a href=\"\(UnreadablePage.path.link(row.id.text))\">\(row.receivedAt.vietnamese)</a>",
                                "\(Terms.name(row.channel))", "\(row.reason)", "\(FileWords.size(row.size))",
                            ], tone: .late)
                    })))
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
