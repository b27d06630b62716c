import Documents
import Domain
import Operations
import Storage

/// Lượt liên hệ: every approach on every channel, counted apart from petitions; by channel for the day and the week, and one by one.
struct InteractionsPage: Page {
    static let path: Path = "/app/lien-he"
    static let access = Access.staff

    /// Rows of one page.
    private static let rows = 50

    /// The counts of a channel over the spans that the page shows.
    private struct Counts: Sendable {
        var today, week, before: [WeeklyReport.Approaches]
    }

    static func show(_ visit: Visit) async throws -> Reply {
        let account = try visit.account()
        guard Rights.allow(.staff(account), .readReports), let visibility = CaseVisibility(of: account) else {
            throw Refusal.notPermitted(.readReports)
        }
        let request = try InteractionRequest(visit.query)
        let now = visit.now
        let week = Week.containing(now)
        let (found, counts) = try await visit.office.read { tx in
            let team = try visit.office.team(tx)?.id
            func counted(_ start: Instant, _ end: Instant) throws -> [WeeklyReport.Approaches] {
                try InteractionQueries.counts(of: team, from: start, until: end, tx)
            }
            return (
                try InteractionQueries.list(request.filter, seenBy: visibility, after: request.after, limit: rows + 1, tx),
                Counts(
                    today: try counted(Instant(now.day), Instant(now.day.adding(1))), week: try counted(week.start, week.end),
                    before: try counted(week.previous.start, week.previous.end))
            )
        }
        let content: HTML = """
            <h1>Lượt liên hệ</h1>
            <p>Mọi lần người dân, doanh nghiệp tìm đến, trên mọi kênh; đếm riêng với kiến nghị. Lượt ghi muộn tính vào lúc ghi.</p>
            \(table(counts))
            \(InteractionRequest.form(request))
            \(list(Array(found.prefix(rows))))
            \(when(found.count > rows) {
                let next = found.prefix(rows).last.map { request.link(after: $0.cursor) } ?? ""
                return pager(label: "Trang", next: NavItem("Trang sau", next))
            })
            """
        return .document(try await StaffFrame.page(title: "Lượt liên hệ", queue: nil, content, visit))
    }

    /// The approaches of a channel in a week.
    static func link(_ channel: Channel, in week: Week) -> String {
        path.link(query: ["kenh": channel.rawValue, "tu-ngay": week.start.day.iso, "den-ngay": week.end.day.iso])
    }

    /// On the page of a case: who asked about it, and calls that we made.
    static func section(_ notes: [Interaction]) -> HTML {
        if notes.isEmpty { return .empty }
        return """
            <section><h2>Lượt liên hệ về hồ sơ</h2><ul>\(each(notes) { note in
                """
                <li>\(note.at.vietnamese), \(Terms.name(note.kind).lowercased()): \(note.summary)
                <span class="quiet">\(note.notedByName)</span></li>
                """
            })</ul></section>
            """
    }

    private static func table(_ counts: Counts) -> HTML {
        let spans = [counts.today, counts.week, counts.before]
        let channels = Channel.allCases.filter { channel in spans.contains { $0.contains { $0.channel == channel } } }
        if channels.isEmpty { return .empty }
        func cells(_ of: ([WeeklyReport.Approaches]) -> (Int, Int)) -> [HTML] {
            spans.map(of).flatMap { ["\(grouped: $0.0)", "\(grouped: $0.1)"] as [HTML] }
        }
        let lines = channels.map { channel in
            DataTable.Row(["\(Terms.name(channel))"] + cells { span in
                let line = span.first { $0.channel == channel }
                return (line?.count ?? 0, line?.opened ?? 0)
            })
        }
        let columns = ["Hôm nay", "mở hồ sơ", "Tuần này", "mở hồ sơ", "Tuần trước", "mở hồ sơ"]
        return dataTable(
            DataTable(
                .sheet, caption: "Lượt liên hệ theo kênh", columns: [.init("Kênh")] + columns.map { .init($0, align: .number) },
                rows: lines + [.init(["Cộng"] + cells { WeeklyReport.Approaches.total($0) })]))
    }

    private static func list(_ rows: [InteractionRow]) -> HTML {
        if rows.isEmpty { return emptyState("Không có lượt liên hệ nào.", "Hãy bớt điều kiện lọc.") }
        return dataTable(
            DataTable(
                .list, caption: "Các lượt liên hệ",
                columns: ["Lúc", "Kênh", "Loại", "Người liên hệ", "Nội dung", "Người ghi"].map { .init($0) }, rows: rows.map(line)))
    }

    private static func line(_ row: InteractionRow) -> DataTable.Row {
        let isLate = row.notedAt.seconds(since: row.at) > Backdating.minutesWithoutReason * 60 && !row.notedByName.isEmpty
        return .init([
            "\(row.at.vietnamese)\(when(isLate) { "<br><span class=\"quiet\">ghi \(row.notedAt.vietnamese)</span>" })",
            "\(Terms.name(row.channel))", "\(Terms.name(row.kind))", clipped(row.sender, .medium), about(row),
            clipped(row.notedByName),
        ])
    }

    private static func about(_ row: InteractionRow) -> HTML {
        if row.isClosed { return "<span class=\"quiet\">Hồ sơ hạn chế người xem</span>" }
        guard let petition = row.petition else { return clipped(row.summary, .long) }
        let (verb, words) = (row.opensCase ? "Mở" : "Về", row.summary.isEmpty ? petition.title : row.summary)
        return clipped(
            "\(verb) \(petition.number.text) \(words)", .long,
            as: "\(verb) <a href=\"\(CasePage.path.link(petition.number.text))\">\(petition.number.text)</a> \(words)")
    }
}

/// Which approaches an address asks for.
struct InteractionRequest {
    var filter = InteractionFilter()
    var after: InteractionCursor?
    private var since: Day?
    private var until: Day?

    init(_ query: QueryString) throws(Refusal) {
        let form = FormBody(fields: query.fields)
        filter.channel = try form.choice("kenh")
        filter.kind = try form.choice("loai")
        switch query["mo"] {
        case "co"?: filter.opensCase = true
        case "khong"?: filter.opensCase = false
        case nil, ""?: break
        case _?: throw .invalid([Problem("mo", .unknownCode)])
        }
        var reading = FormReading(form)
        (since, until) = (reading.dayIfAny("tu-ngay"), reading.dayIfAny("den-ngay"))
        try reading.finish()
        filter.since = since.map { Instant($0) }
        filter.until = until.map { Instant($0.adding(1)) }
        after = query["sau"].flatMap { InteractionCursor($0) }
    }

    func link(after cursor: InteractionCursor) -> String {
        InteractionsPage.path.link(query: [
            "kenh": filter.channel?.rawValue, "loai": filter.kind?.rawValue, "mo": filter.opensCase.map { $0 ? "co" : "khong" },
            "tu-ngay": since?.iso, "den-ngay": until?.iso, "sau": cursor.text,
        ])
    }

    static func form(_ request: InteractionRequest) -> HTML {
        """
        <form class="filter" method="get" action="\(InteractionsPage.path.link())">
        \(select("kenh", "Kênh", Channel.allCases.map { Choice($0.rawValue, Terms.name($0)) }, request.filter.channel?.rawValue))
        \(select("loai", "Loại", Interaction.Kind.allCases.map { Choice($0.rawValue, Terms.name($0)) }, request.filter.kind?.rawValue))
        \(select("mo", "Hồ sơ", [Choice("co", "Mở hồ sơ"), Choice("khong", "Không mở hồ sơ")],
            request.filter.opensCase.map { $0 ? "co" : "khong" }))
        \(textInput("tu-ngay", label: "Từ ngày", value: request.since?.iso ?? "", kind: .date, isShort: true))
        \(textInput("den-ngay", label: "đến ngày", value: request.until?.iso ?? "", kind: .date, isShort: true))
        \(buttonRow(primary: nil, others: [.submit("Lọc")]))
        </form>
        """
    }

    private static func select(_ name: String, _ label: String, _ choices: [Choice], _ chosen: String?) -> HTML {
        selectInput(name, label: label, choices: choices, value: chosen, prompt: "Tất cả")
    }
}
