import Documents
import Domain
import Operations
import Storage

/// Sắp xếp tổ chức: the plans, newest day first.
struct ReorganisationsPage: Page {
    static let path: Path = "/app/quan-tri/sap-xep"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let all = try await visit.office.read { try ReorganisationStore.all($0) }
        let content: HTML = """
            <h1>Sắp xếp tổ chức</h1>
            <p>Sáp nhập, chia tách, đổi tên, giải thể đơn vị theo một văn bản: xem trước, chuẩn bị, rồi thực hiện đúng ngày. \
            Hồ sơ đang mở chuyển theo, giữ nguyên số và thời hạn.</p>
            \(buttonRow(primary: .link("Lập phương án mới", PlanPage.path.link())))
            \(all.isEmpty
                ? emptyState("Chưa có phương án nào.")
                : dataTable(
                    DataTable(
                        .list, caption: "Phương án", columns: ["Phương án", "Văn bản", "Ngày thực hiện", "Tình trạng"].map { .init($0) },
                        rows: all.map(row))))
            """
        return .document(try await StaffFrame.page(title: "Sắp xếp tổ chức", queue: nil, content, visit))
    }

    private static func row(_ one: Reorganisation) -> DataTable.Row {
        .init(
            [
                "<a href=\"\(ReorganisationPage.path.link(one.id.text))\">\(one.plan.title)</a>", "\(one.plan.document.cited)",
                "\(one.on.vietnamese)", tag(Terms.name(one.state), tone(one.state)),
            ], tone: one.state == .withdrawn ? .quiet : .plain)
    }

    static func tone(_ state: Reorganisation.State) -> Tone {
        switch state {
        case .prepared: .soon
        case .carriedOut: .done
        case .withdrawn: .quiet
        }
    }
}
