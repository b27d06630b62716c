import Documents
import Domain
import Operations
import Storage

/// The weekly figures by unit: by the units of then, which never change, or by those that go on today.
struct UnitReportPage: Page {
    static let path: Path = "/app/bao-cao/tuan/:week/don-vi"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let week = try WeeklyReportReading.week(visit)
        let way = try way(visit)
        let today = visit.now.day
        let (report, whole) = try await visit.office.read { tx in
            guard let team = try visit.office.team(tx) else { throw Refusal.noSuch(.team) }
            return (
                try UnitReportQueries.report(of: team, week: week, way: way, today: today, tx),
                try WeeklyReportQueries.figures(of: team, in: week, tx)
            )
        }
        let other: UnitReport.Way = way == .then ? .now : .then
        let title = "Số liệu theo đơn vị, tuần \(week.iso)"
        let content: HTML = """
            \(breadcrumbs([NavItem("Báo cáo tuần \(week.iso)", WeeklyReportPage.path.link(week.iso))], here: UnitReportWords.name(way)))
            <h1>\(title)</h1>
            <p>\(report.team.name), \(week.vietnamese)</p>
            \(pager(
                label: "Tuần", previous: NavItem("Tuần trước", link(week.previous, way)), next: NavItem("Tuần sau", link(week.next, way)),
                others: [NavItem(UnitReportWords.name(other), link(week, other))]))
            <h2>\(UnitReportWords.name(way))</h2>
            <p>\(UnitReportWords.explanation(way))</p>
            \(balance(report, whole))
            \(table(report))
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit))
    }

    /// The words of the address.
    private static let words: [(word: String, way: UnitReport.Way)] = [("khi-do", .then), ("hien-nay", .now)]

    private static func way(_ visit: Visit) throws -> UnitReport.Way {
        guard let asked = visit.query["theo"] else { return .then }
        guard let found = words.first(where: { $0.word == asked }) else { throw Entry.noSuchPage }
        return found.way
    }

    static func link(_ week: Week, _ way: UnitReport.Way) -> String {
        path.link(week.iso, query: ["theo": words.first { $0.way == way }?.word])
    }

    private static func balance(_ report: UnitReport, _ whole: WeeklyReport.Figures) -> HTML {
        report.sum.agree(with: whole) && report.rows.allSatisfy(\.figures.isBalanced)
            ? .empty : notice(.late, "<p>Tổng theo đơn vị chưa khớp với báo cáo tuần. Hãy báo quản trị.</p>")
    }

    private static func table(_ report: UnitReport) -> HTML {
        if report.rows.isEmpty { return emptyState("Không có hồ sơ nào trong tuần này.", "Xem tuần trước hoặc tuần sau.") }
        let rows = report.rows.map { row(HTML(text: $0.name), $0.figures) } + [row("<strong>Tổng số</strong>", report.sum)]
        return dataTable(
            DataTable(
                .sheet, caption: "Số liệu theo đơn vị",
                columns: [.init("Đơn vị")] + UnitReportWords.heads.map { .init($0, align: .number) }, rows: rows))
    }

    private static func row(_ name: HTML, _ figures: UnitFigures) -> DataTable.Row {
        .init([name] + UnitReportWords.cells(figures).map { "\(grouped: $0)" }, tone: figures.openOverdue > 0 ? .late : .plain)
    }
}
