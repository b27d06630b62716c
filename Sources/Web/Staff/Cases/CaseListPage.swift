import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// The list of cases: queue, filters, search and page stand in the address.
struct CaseListPage: Page {
    static let path: Path = "/app/ho-so"
    static let access = Access.staff

    /// Rows of one page.
    static let rows = 50

    static func show(_ visit: Visit) async throws -> Reply {
        guard let visibility = CaseVisibility(of: try visit.account()) else { throw Refusal.notPermitted(.view) }
        let request = try CaseListRequest(visit.query)
        let now = visit.now
        let terms = request.filter.terms
        let (rows, found, catalogue, calendar) = try await visit.office.read { tx in
            let calendar = try visit.office.rules(tx).calendar
            let rows = try CaseQueries.list(
                request.filter, seenBy: visibility, at: now, soon: DeskClock.soon(now, calendar), after: request.after,
                limit: Self.rows + 1, tx)
            let passages = try CaseQueries.passages(of: Array(rows.prefix(Self.rows)), finding: terms, tx)
            return (rows, CaseTable.Found(terms: terms, passages: passages), try visit.office.catalogue(tx), calendar)
        }
        let title = request.title
        let content: HTML = """
            <h1>\(title)</h1>
            \(filterForm(request, catalogue))
            \(CaseTable.table(
                Array(rows.prefix(Self.rows)), of: request.filter.queue, caption: title, calendar, now, empty: request.emptyWords,
                found: found))
            \(pager(request, rows))
            \(LiveParts.list(visit))
            """
        return .document(try await StaffFrame.page(title: title, queue: request.filter.queue, content, visit))
    }

    private static func filterForm(_ request: CaseListRequest, _ catalogue: Catalogue) -> HTML {
        let filter = request.filter
        return """
            <form class="filter" method="get" action="\(path.link())" role="search">
            \(when(filter.queue != .all) { hiddenField("hang", filter.queue.rawValue) })
            \(filterSelect("linh-vuc", "Lĩnh vực", catalogue.fields.map { ($0.code.text, $0.name) }, filter.field?.text))
            \(filterSelect("noi-dat", "Nơi đặt", Site.allCases.map { ($0.rawValue, Terms.name($0)) }, filter.site?.rawValue))
            \(filterSelect("kenh", "Kênh", Channel.allCases.map { ($0.rawValue, Terms.name($0)) }, filter.channel?.rawValue))
            \(textInput("tim", label: "Tìm", value: filter.words, kind: .search))
            \(buttonRow(primary: nil, others: [.submit("Lọc")]))
            </form>
            """
    }

    private static func filterSelect(_ name: String, _ label: String, _ options: [(String, String)], _ chosen: String?) -> HTML {
        selectInput(name, label: label, choices: options.map { Choice($0.0, $0.1) }, value: chosen, prompt: "Tất cả")
    }

    private static func pager(_ request: CaseListRequest, _ rows: [CaseRow]) -> HTML {
        guard rows.count > Self.rows, let last = rows.prefix(Self.rows).last else { return .empty }
        let next = request.link(after: last.cursor(byDueDate: request.filter.isByDueDate))
        return Web.pager(label: "Trang", next: NavItem("Trang sau", next))
    }
}

/// What the address of a list asks for.
struct CaseListRequest: Sendable {
    var filter = CaseFilter()
    var after: CaseCursor?

    /// Throws `Refusal.invalid` for words that the filters do not know.
    init(_ query: QueryString) throws(Refusal) {
        var list = ProblemList()
        filter.queue = Self.read(query, "hang", &list) { CaseFilter.Queue(rawValue: $0) } ?? .all
        filter.site = Self.read(query, "noi-dat", &list) { Site(rawValue: $0) }
        filter.channel = Self.read(query, "kenh", &list) { Channel(rawValue: $0) }
        filter.field = Self.read(query, "linh-vuc", &list) { FieldCode($0) }
        filter.figure = Self.read(query, "so-lieu", &list) { WeeklyFigure(rawValue: $0) }
        filter.week = Self.read(query, "tuan", &list) { Week(iso: $0) }
        filter.words = CleanText(line: query["tim"] ?? "").text
        after = Self.read(query, "sau", &list) { CaseCursor($0) }
        try list.refuse()
    }

    private static func read<T>(_ query: QueryString, _ name: String, _ list: inout ProblemList, _ make: (String) -> T?) -> T? {
        guard let text = query[name], !text.isEmpty else { return nil }
        let value = make(text)
        if value == nil { list.add(name, .unknownCode) }
        return value
    }

    func link(after: CaseCursor?) -> String {
        CaseListPage.path.link(query: [
            "hang": filter.queue == .all ? nil : filter.queue.rawValue, "noi-dat": filter.site?.rawValue,
            "kenh": filter.channel?.rawValue, "linh-vuc": filter.field?.text, "so-lieu": filter.figure?.rawValue,
            "tuan": filter.week?.iso, "tim": filter.words.isEmpty ? nil : filter.words, "sau": after?.text,
        ])
    }

    var title: String {
        if let figure = filter.figure, let week = filter.week { return "\(Terms.name(figure)), tuần \(week.iso)" }
        return QueueWords.name(filter.queue)
    }

    var emptyWords: String {
        filter.words.isEmpty ? "Không có hồ sơ nào ở đây lúc này." : "Không tìm thấy hồ sơ nào có “\(filter.words)”. Hãy thử ít từ hơn."
    }
}
