import Documents
import Domain
import Operations
import Storage

/// Mẫu trả lời: the templates that answers begin with, those in use first.
struct TemplatesPage: Page {
    static let path: Path = "/app/quan-tri/mau-tra-loi"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let (templates, catalogue) = try await visit.office.read { (try ReplyTemplateStore.all($0), try visit.office.catalogue($0)) }
        let content: HTML = """
            <h1>Mẫu trả lời</h1>
            \(buttonRow(primary: .link("Thêm mẫu", TemplatePage.path.link())))
            <p class="quiet">Người soạn thấy các mẫu hợp với lĩnh vực và kết quả của hồ sơ ngay bên cạnh dự thảo.</p>
            \(templates.isEmpty
                ? emptyState("Chưa có mẫu nào.", "Hãy thêm mẫu cho những trả lời hay gặp.")
                : dataTable(table(templates.map { row($0, catalogue) })))
            """
        return .document(try await StaffFrame.page(title: "Mẫu trả lời", queue: nil, content, visit))
    }

    private static func table(_ rows: [DataTable.Row]) -> DataTable {
        DataTable(
            .list, caption: "Mẫu trả lời", columns: [.init("Tên mẫu"), .init("Lĩnh vực"), .init("Kết quả"), .init("Kết luận"), .init("Tình trạng")],
            rows: rows)
    }

    private static func row(_ template: ReplyTemplate, _ catalogue: Catalogue) -> DataTable.Row {
        .init([
            "<a href=\"\(TemplatePage.path.link(query: ["id": template.id.text]))\">\(template.name)</a>",
            "\(template.field.map { catalogue.name(of: $0) ?? $0.text } ?? "Mọi lĩnh vực")",
            "\(template.outcome.map(Terms.name) ?? "Mọi kết quả")", clipped(template.conclusion, .long),
            template.retiredAt.map { tag("Thôi dùng từ \($0.day.vietnamese)", .quiet) } ?? tag("Đang dùng"),
        ])
    }
}
