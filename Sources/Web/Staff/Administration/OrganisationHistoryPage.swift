import Documents
import Domain
import Operations
import Storage

/// Nhật ký tổ chức: every change of units, task forces, people and mandates, newest first.
struct OrganisationHistoryPage: Page {
    static let path: Path = "/app/quan-tri/nhat-ky"
    static let access = Access.staff

    /// Changes of one page.
    static let rows = 50

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        var before: ID<OrganisationEvent>?
        if let text = visit.query["truoc"], !text.isEmpty {
            guard let id = ID<OrganisationEvent>(text) else { throw Refusal.invalid([Problem("truoc", .unknownCode)]) }
            before = id
        }
        let start = before
        let changes = try await visit.office.read { try OrganisationHistory.page(before: start, limit: Self.rows + 1, $0) }
        let shown = changes.prefix(Self.rows)
        let next = changes.count > Self.rows ? shown.last.map { path.link(query: ["truoc": $0.id.text]) } : nil
        let content: HTML = """
            <h1>Nhật ký tổ chức</h1>
            \(shown.isEmpty
                ? emptyState("Chưa có thay đổi nào được ghi.")
                : dataTable(
                    DataTable(
                        .sheet, caption: "Nhật ký tổ chức", columns: [.init("Lúc"), .init("Người thực hiện"), .init("Thay đổi")],
                        rows: shown.map(row))))
            \(when(next != nil || start != nil) {
                pager(
                    label: "Trang", previous: start.map { _ in NavItem("Mới nhất", path.link()) }, next: next.map { NavItem("Cũ hơn", $0) })
            })
            """
        return .document(try await StaffFrame.page(title: "Nhật ký tổ chức", queue: nil, content, visit))
    }

    private static func row(_ change: RecordedChange) -> DataTable.Row {
        .init([
            "\(change.at.vietnamese)", "\(change.actorName.isEmpty ? "Hệ thống" : change.actorName)",
            "\(OrganisationWords.sentence(change.event))",
        ])
    }
}
