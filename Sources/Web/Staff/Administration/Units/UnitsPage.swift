import Documents
import Domain
import Operations
import Storage

/// Đơn vị: the units that lived on a day, by level, found by a folded word of name or key.
struct UnitsPage: Page {
    static let path: Path = "/app/quan-tri/don-vi"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let day = try Administration.day(visit)
        let words = CleanText(line: visit.query["tim"] ?? "").text
        let level = try level(visit)
        let (register, open) = try await visit.office.read { (try OrganisationStore.register($0), try UnitQueries.openCases($0)) }
        let units = register.living(on: day).filter { unit in
            (level == nil || unit.level == level) && (words.isEmpty || matches(unit, register.key(of: unit.unit) ?? "", words))
        }.sorted { (rank($0.level), $0.name.sortKey, $0.unit) < (rank($1.level), $1.name.sortKey, $1.unit) }
        let content: HTML = """
            <h1>Đơn vị</h1>
            \(buttonRow(primary: .link("Thành lập đơn vị", FoundUnitPage.path.link()), others: [
                .link("Sắp xếp tổ chức", ReorganisationsPage.path.link()),
            ]))
            \(filter(words, day, level))
            <p class="quiet">\(grouped: units.count) đơn vị vào ngày \(day.vietnamese).</p>
            \(units.isEmpty
                ? emptyState("Không có đơn vị nào khớp.", "Hãy thử ít từ hơn, bỏ chọn cấp hoặc chọn ngày khác.")
                : dataTable(table(units.map { row($0, register, open, day) })))
            """
        return .document(try await StaffFrame.page(title: "Đơn vị", queue: nil, content, visit))
    }

    private static func level(_ visit: Visit) throws(Refusal) -> Unit.Level? {
        guard let word = visit.query["cap"], !word.isEmpty else { return nil }
        guard let level = Unit.Level(rawValue: word) else { throw .invalid([Problem("cap", .unknownCode)]) }
        return level
    }

    private static func matches(_ unit: UnitVersion, _ key: String, _ words: String) -> Bool {
        let text = "\(unit.name) \(unit.shortName) \(key) \(unit.code?.code ?? "")".folded
        return words.folded.split(separator: " ").allSatisfy { text.contains($0) }
    }

    private static func rank(_ level: Unit.Level) -> Int { Unit.Level.allCases.firstIndex(of: level) ?? 0 }

    private static func filter(_ words: String, _ day: Day, _ level: Unit.Level?) -> HTML {
        """
        <form class="filter" method="get" action="\(path.link())" role="search">
        \(textInput("tim", label: "Tên hoặc mã", value: words, kind: .search))
        \(levelSelect(level))
        \(textInput("ngay", label: "Vào ngày", value: day.iso, kind: .date, isShort: true))
        \(buttonRow(primary: nil, others: [.submit("Lọc")]))
        </form>
        """
    }

    /// One level or all, as a filter.
    static func levelSelect(_ level: Unit.Level?) -> HTML {
        selectInput(
            "cap", label: "Cấp", choices: Unit.Level.allCases.map { Choice($0.rawValue, Terms.name($0)) }, value: level?.rawValue,
            prompt: "Tất cả")
    }

    private static func table(_ rows: [DataTable.Row]) -> DataTable {
        DataTable(
            .list, caption: "Đơn vị",
            columns: [
                .init("Tên"), .init("Mã"), .init("Cấp"), .init("Thuộc"), .init("Từ ngày"), .init("Hồ sơ đang mở", align: .number),
            ], rows: rows)
    }

    private static func row(_ unit: UnitVersion, _ register: UnitRegister, _ open: [ID<Unit>: Int], _ day: Day) -> DataTable.Row {
        let key = register.key(of: unit.unit) ?? ""
        let above = unit.parent.flatMap { register.name(of: $0, on: day) } ?? ""
        return .init([
            "<a href=\"\(UnitPage.path.link(key))\">\(unit.name)</a>", "<span class=\"nowrap\">\(key)</span>",
            "<span class=\"nowrap\">\(Terms.name(unit.level))</span>", clipped(above),
            "\((register.versions[unit.unit]?.first?.validFrom ?? unit.validFrom).vietnamese)", "\(grouped: open[unit.unit] ?? 0)",
        ])
    }
}
