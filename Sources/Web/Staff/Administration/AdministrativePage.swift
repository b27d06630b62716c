import Database
import Documents
import Domain
import Operations
import Storage

/// The state's map in both classifications: found by name or code, what an old unit became, what a new one was made of.
struct AdministrativePage: Page {
    static let path: Path = "/app/quan-tri/dia-ban"
    static let access = Access.staff

    /// Rows of one search.
    private static let rows = 100

    static func show(_ visit: Visit) async throws -> Reply {
        _ = try visit.account()
        let words = CleanText(line: visit.query["tim"] ?? "").text
        let chosen = try classification(visit)
        let code = visit.query["ma"]
        let content: HTML = try await visit.office.read { tx in
            guard let code else { return try search(words, chosen, tx) }
            guard let code = AdministrativeCode(chosen ?? .twoTier, code), let unit = try AdministrativeQueries.unit(code, tx) else {
                throw Entry.noSuchPage
            }
            return detail(try AdministrativeEntry(unit, tx), children: try AdministrativeQueries.children(of: code, tx))
        }
        return .document(try await StaffFrame.page(title: "Địa bàn hành chính", queue: nil, content, visit))
    }

    private static func classification(_ visit: Visit) throws -> AdministrativeClassification? {
        guard let text = visit.query["he"], !text.isEmpty else { return nil }
        guard let found = Int(text).flatMap(AdministrativeClassification.init) else { throw Entry.noSuchPage }
        return found
    }

    private static func link(_ unit: AdministrativeUnit) -> String {
        path.link(query: ["he": String(unit.code.classification.rawValue), "ma": unit.code.digits])
    }

    private static func anchor(_ unit: AdministrativeUnit) -> HTML { "<a href=\"\(link(unit))\">\(unit.name)</a>" }

    // MARK: Searching

    private static func search(_ words: String, _ chosen: AdministrativeClassification?, _ tx: Transaction) throws -> HTML {
        let isCode = !words.isEmpty && words.utf8.allSatisfy { (48...57).contains($0) }
        let found =
            isCode
            ? try AdministrativeQueries.meanings(of: words, tx).filter { chosen == nil || $0.code.classification == chosen }
            : try AdministrativeQueries.find(words, in: chosen, limit: rows + 1, tx)
        let choices = AdministrativeClassification.allCases.map { Choice(String($0.rawValue), Terms.name($0)) }
        return """
            <h1>Địa bàn hành chính</h1>
            <form class="filter" method="get" action="\(path.link())" role="search">
            \(textInput("tim", label: "Tên hoặc mã", value: words, kind: .search))
            \(selectInput("he", label: "Hệ thống", choices: choices, value: chosen.map { String($0.rawValue) }, prompt: "Cả hai"))
            \(buttonRow(primary: nil, others: [.submit("Tìm")]))
            </form>
            \(when(isCode && Set(found.map(\.ownName)).count > 1) {
                notice(.soon, "<p>Mã \(words) có nghĩa khác nhau ở hai hệ thống. Hãy xem hệ thống của địa chỉ trước khi dùng.</p>")
            })
            \(try results(found, words, tx))
            """
    }

    private static func results(_ found: [AdministrativeUnit], _ words: String, _ tx: Transaction) throws -> HTML {
        if words.isEmpty {
            let counts = try AdministrativeQueries.counts(tx)
            if counts.isEmpty {
                return emptyState("Chưa nạp danh mục đơn vị hành chính.", "Quản trị chạy lệnh “donghanh import administrative-units”.")
            }
            return dataTable(
                DataTable(
                    .sheet, caption: "Số đơn vị hành chính",
                    columns: [.init("Hệ thống"), .init("Cấp"), .init("Loại"), .init("Số đơn vị", align: .number)],
                    rows: counts.map { count in
                        .init([
                            "\(Terms.name(count.classification))", "\(Terms.name(count.kind.level))", "\(Terms.name(count.kind))",
                            "\(grouped: count.count)",
                        ])
                    }))
        }
        if found.isEmpty { return emptyState("Không tìm thấy đơn vị nào.", "Hãy kiểm tra lại tên hoặc mã, hoặc chọn cả hai hệ thống.") }
        return """
            \(table("Kết quả", Array(found.prefix(rows))))
            \(when(found.count > rows) { "<p class=\"quiet\">Còn nhiều kết quả khác. Hãy gõ thêm chữ.</p>" })
            """
    }

    private static func table(_ caption: String, _ units: [AdministrativeUnit]) -> HTML {
        dataTable(
            DataTable(
                .sheet, caption: caption, columns: ["Tên", "Mã", "Hệ thống"].map { .init($0) },
                rows: units.map { .init([anchor($0), "\($0.code.digits)", "\(Terms.name($0.code.classification))"]) }))
    }

    // MARK: One unit

    private static func detail(_ entry: AdministrativeEntry, children: [AdministrativeUnit]) -> HTML {
        let unit = entry.unit
        let above = entry.above.reversed()
        return """
            \(breadcrumbs([NavItem("Địa bàn hành chính", path.link())] + entry.above.map { NavItem($0.name, link($0)) }, here: unit.name))
            <h1>\(unit.name)</h1>
            \(each(entry.namesakes) { other in
                notice(
                    .soon,
                    """
                    <p>Mã \(unit.code.digits) còn là mã của \(anchor(other)) (\(Terms.name(other.code.classification))). Hãy xem hệ thống \
                    của địa chỉ trước khi dùng mã.</p>
                    """)
            })
            \(factsList([
                ("Mã", unit.code.digits), ("Hệ thống", Terms.name(unit.code.classification)), ("Loại", Terms.name(unit.kind)),
                ("Thuộc", above.map(\.name).joined(separator: ", ")),
            ]))
            \(fate(entry.fate))
            \(when(!entry.origins.isEmpty) { origins(entry.origins) })
            \(when(!children.isEmpty) { "<h2>Đơn vị trực thuộc</h2>\(table("Đơn vị trực thuộc", children))" })
            """
    }

    private static func fate(_ fate: AdministrativeFate) -> HTML {
        switch fate {
        case .one(let new): "<h2>Nay là</h2><p>\(anchor(new)), mã \(new.code.digits)</p>"
        case .split(let parts):
            """
            <h2>Nay là một trong \(parts.count) đơn vị</h2>
            \(notice(.soon, "<p>Đơn vị này đã chia. Hãy xem địa chỉ cụ thể, hỏi người gửi nếu cần, rồi chọn; thường là đơn vị đầu.</p>"))
            \(table("Đơn vị có thể chọn", parts))
            """
        case .dissolved(let communes):
            "<h2>Không còn cấp này; các xã, phường nay thuộc</h2>\(table("Các xã, phường kế thừa", communes))"
        case .nothing: .empty
        }
    }

    private static func origins(_ origins: [AdministrativeOrigin]) -> HTML {
        """
        <h2>Thành lập từ</h2>
        \(dataTable(
            DataTable(
                .sheet, caption: "Thành lập từ", columns: ["Tên", "Mã", "Phần"].map { .init($0) },
                rows: origins.map { .init([anchor($0.unit), "\($0.unit.code.digits)", "\(Terms.name($0.share))"]) })))
        """
    }
}
