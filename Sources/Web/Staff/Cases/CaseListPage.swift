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
        let account = try visit.account()
        guard let visibility = CaseVisibility(of: account) else { throw Refusal.notPermitted(.view) }
        let request = try CaseListRequest(visit.query, me: account.id)
        let now = visit.now
        let terms = request.filter.terms
        let (rows, found, lists, versions) = try await visit.office.read { tx in
            let lists = try CaseFilterForm.Lists(request, visit, tx)
            let rows = try CaseQueries.list(
                request.filter, seenBy: visibility, at: now, soon: DeskClock.soon(now, lists.calendar), after: request.after,
                limit: Self.rows + 1, tx)
            let shown = Array(rows.prefix(Self.rows))
            let passages = try CaseQueries.passages(of: shown, finding: terms, tx)
            return (rows, CaseTable.Found(terms: terms, passages: passages), lists, try NewsQueries.versions(of: shown.map(\.id), tx))
        }
        let title = request.title
        let table = CaseTable.table(
            Array(rows.prefix(Self.rows)), of: request.filter.queue, caption: title, lists.calendar, now, empty: request.emptyWords,
            found: found, choosing: BulkPage.isOffered(to: visit.actor) ? versions : nil)
        let content: HTML = """
            <h1>\(title)</h1>
            \(CaseFilterForm.form(request, lists))
            \(CaseFilterForm.saving(request, visit))
            \(BulkPage.choosing(rows.isEmpty ? nil : visit, table))
            \(pager(request, rows))
            \(LiveParts.list(visit))
            """
        return .document(try await StaffFrame.page(title: title, queue: request.filter.queue, content, visit))
    }

    private static func pager(_ request: CaseListRequest, _ rows: [CaseRow]) -> HTML {
        guard rows.count > Self.rows, let last = rows.prefix(Self.rows).last else { return .empty }
        let next = request.link(after: last.cursor(byDueDate: request.filter.isByDueDate))
        return Web.pager(label: "Trang", next: NavItem("Trang sau", next))
    }
}
