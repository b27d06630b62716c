import Documents
import Domain
import Operations
import Storage

/// The weekly report on screen: every number leads to its cases.
struct WeeklyReportPage: Page {
    static let path: Path = "/app/bao-cao/tuan/:week"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let paper = try await WeeklyReportReading.paper(visit)
        let report = paper.report
        let week = report.week
        let content: HTML = """
            <h1>Báo cáo tuần \(week.iso)</h1>
            <p>\(report.team.name), \(paper.period)</p>
            \(pager(
                label: "Tuần", previous: NavItem("Tuần trước", path.link(week.previous.iso)),
                next: NavItem("Tuần sau", path.link(week.next.iso)),
                others: [
                    NavItem("Theo đơn vị", UnitReportPage.link(week, .then)),
                    NavItem("Bản chữ để gửi nhóm Zalo", WeeklyTextPage.path.link(week.iso)),
                ]))
            \(when(week.end > visit.now) { notice(.plain, "<p>Tuần chưa khóa: số liệu tính đến \(visit.now.vietnamese).</p>") })
            \(balance(report))
            \(figures(report))
            \(approaches(report))
            \(each(Array(paper.sections.enumerated())) { section($0.offset + 1, $0.element) })
            """
        return .document(try await StaffFrame.page(title: "Báo cáo tuần \(week.iso)", queue: nil, content, visit))
    }

    private static func balance(_ report: WeeklyReport) -> HTML {
        let numbers = report.figures
        let identity = """
            \(numbers.opening) tồn + \(numbers.received) mới = \(numbers.done) đã giải quyết + \(numbers.open) đang giải quyết + \
            \(numbers.transferred) chuyển, từ chối
            """
        return report.isBalanced
            ? notice(.done, "<p>Số liệu cân đối: \(identity). Tuần trước để lại \(report.leftOpenBefore).</p>")
            : notice(.late, "<p>Số liệu chưa cân đối: \(identity); tuần trước để lại \(report.leftOpenBefore). Hãy báo quản trị.</p>")
    }

    private static func figures(_ report: WeeklyReport) -> HTML {
        let numbers = report.figures
        let rows: [(WeeklyFigure, Int)] = [
            (.opening, numbers.opening), (.received, numbers.received), (.reopened, numbers.reopened), (.total, numbers.total),
            (.done, numbers.done), (.doneInTime, numbers.doneInTime), (.doneInFirstTime, numbers.doneInFirstTime), (.open, numbers.open),
            (.openOverdue, numbers.openOverdue), (.waiting, numbers.waiting), (.transferred, numbers.transferred),
        ]
        return dataTable(
            DataTable(
                .figures, caption: "Số liệu trong tuần", columns: [.init("Chỉ tiêu"), .init("Số hồ sơ", align: .number)],
                rows: rows.map { figure, count in
                    .init(
                        ["\(Terms.name(figure))", "<a href=\"\(link(figure, report.week))\">\(grouped: count)</a>"],
                        tone: figure == .openOverdue && count > 0 ? .late : .plain)
                }))
    }

    /// Approaches beside petitions: most of them open none.
    private static func approaches(_ report: WeeklyReport) -> HTML {
        if report.approaches.isEmpty { return .empty }
        let total = WeeklyReport.Approaches.total(report.approaches)
        return """
            <section><h2>Lượt liên hệ</h2>
            \(dataTable(
                DataTable(
                    .figures, caption: "Lượt liên hệ trong tuần",
                    columns: [.init("Kênh"), .init("Số lượt", align: .number), .init("Trong đó mở hồ sơ", align: .number)],
                    rows: report.approaches.map {
                        .init([
                            "<a href=\"\(InteractionsPage.link($0.channel, in: report.week))\">\(Terms.name($0.channel))</a>",
                            "\(grouped: $0.count)", "\(grouped: $0.opened)",
                        ])
                    } + [.init(["Cộng", "\(grouped: total.count)", "\(grouped: total.opened)"])])))
            </section>
            """
    }

    private static func link(_ figure: WeeklyFigure, _ week: Week) -> String {
        CaseListPage.path.link(query: ["so-lieu": figure.rawValue, "tuan": week.iso])
    }

    private static func section(_ number: Int, _ section: WeeklyPaper.Section) -> HTML {
        """
        <section><h2>\(number). \(section.heading)</h2><p>\(section.text)</p>
        \(when(!section.items.isEmpty) {
            "<ul>\(each(section.items) { "<li><a href=\"\(CasePage.path.link($0.number.text))\">\($0.number.text)</a> \($0.text)</li>" })</ul>"
        })</section>
        """
    }
}

/// The same report as text of at most 2,000 characters, ready for the Zalo group.
struct WeeklyTextPage: Page {
    static let path: Path = "/app/bao-cao/tuan/:week/ban-chu"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        .text(try await WeeklyReportReading.paper(visit).text())
    }
}

/// Reads the report that an address asks for; `nay` is the week that ended last.
enum WeeklyReportReading {
    static let latest = "nay"

    /// The week, for whoever may read reports.
    static func week(_ visit: Visit) throws -> Week {
        let account = try visit.account()
        guard Rights.allow(.staff(account), .readReports) else { throw Refusal.notPermitted(.readReports) }
        let asked = visit.parameter("week")
        let chosen = asked == latest ? Week.containing(visit.now).previous : Week(iso: asked)
        guard let week = chosen else { throw Entry.noSuchPage }
        return week
    }

    static func paper(_ visit: Visit) async throws -> WeeklyPaper {
        let week = try week(visit)
        return try await visit.office.read { tx in
            guard let team = try visit.office.team(tx) else { throw Refusal.noSuch(.team) }
            return WeeklyPaper(try WeeklyReportQueries.report(of: team, week: week, tx))
        }
    }
}
