import Documents
import Domain
import Operations
import Storage

/// Bảng phủ mạng lưới (seed 001): on any day, which unit has its team, its regulation, its members, a channel, and what is missing.
struct CoveragePage: Page {
    static let path: Path = "/app/quan-tri/bang-phu"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .readReports, .administer)
        let day = try Administration.day(visit)
        let level = try level(visit)
        let (coverage, register) = try await visit.office.read {
            (try TeamQueries.coverage(on: day, $0), try OrganisationStore.register($0))
        }
        let missing = coverage.missing.filter { level == nil || $0.level == level }
        let content: HTML = """
            <h1>Bảng phủ mạng lưới</h1>
            <form class="filter" method="get" action="\(path.link())">
            \(textInput("ngay", label: "Vào ngày", value: day.iso, kind: .date, isShort: true))
            \(UnitsPage.levelSelect(level))
            \(buttonRow(primary: nil, others: [.submit("Xem")]))</form>
            \(lead(coverage))
            \(dataTable(totals(coverage)))
            <h2>Đơn vị còn thiếu (\(grouped: missing.count))</h2>
            \(missing.isEmpty
                ? emptyState("Mọi đơn vị đã đủ vào ngày \(day.vietnamese).")
                : dataTable(list(missing, register, mayOpen: Administration.mayChange(visit))))
            """
        return .document(try await StaffFrame.page(title: "Bảng phủ mạng lưới", queue: nil, content, visit))
    }

    private static func level(_ visit: Visit) throws(Refusal) -> Unit.Level? {
        guard let word = visit.query["cap"], !word.isEmpty else { return nil }
        guard let level = Unit.Level(rawValue: word) else { throw .invalid([Problem("cap", .unknownCode)]) }
        return level
    }

    private static func lead(_ coverage: Coverage) -> HTML {
        guard let all = coverage.totals.last, all.units > 0 else { return emptyState("Chưa có đơn vị nào vào ngày này.") }
        let share = Wording.percent(all.complete, of: all.units) ?? "0%"
        return """
            <p><strong>\(grouped: all.complete)/\(grouped: all.units) đơn vị (\(share))</strong> đã đủ Tổ, quy chế, thành viên và kênh vào ngày \
            \(coverage.day.vietnamese).</p>
            """
    }

    private static func totals(_ coverage: Coverage) -> DataTable {
        DataTable(
            .sheet, caption: "Theo cấp",
            columns: [.init("Cấp")]
                + ["Đơn vị", "Có Tổ", "Có quy chế", "Có thành viên", "Có kênh", "Đủ cả"].map { .init($0, align: .number) },
            rows: coverage.totals.map { total in
                .init([
                    "\(total.level.map(Terms.name) ?? "Tất cả")", "\(grouped: total.units)", share(total.withTeam, total),
                    share(total.withRegulation, total), share(total.withMembers, total), share(total.withChannel, total),
                    share(total.complete, total),
                ])
            })
    }

    private static func share(_ part: Int, _ total: Coverage.Total) -> HTML {
        "<span>\(grouped: part) <span class=\"quiet\">(\(Wording.percent(part, of: total.units, decimals: 0) ?? "0%"))</span></span>"
    }

    private static func list(_ rows: [Coverage.Row], _ register: UnitRegister, mayOpen: Bool) -> DataTable {
        DataTable(
            .list, caption: "Đơn vị còn thiếu", columns: [.init("Đơn vị"), .init("Cấp"), .init("Còn thiếu")],
            rows: rows.map { row in
                let link: HTML = "<a href=\"\(UnitPage.path.link(register.key(of: row.unit) ?? ""))\">\(row.name)</a>"
                return .init([mayOpen ? link : "\(row.name)", "\(Terms.name(row.level))", "\(OrganisationWords.missing(row))"])
            })
    }
}
