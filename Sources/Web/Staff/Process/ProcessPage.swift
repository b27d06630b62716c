import Documents
import Domain
import Operations

/// Quy trình: the states of a case and the steps between them, drawn and listed from the one table of steps and the one table of
/// rights, so that the page cannot say anything else than what the server does.
struct ProcessPage: Page {
    static let path: Path = "/app/quy-trinh"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let content: HTML = """
            <h1>Quy trình xử lý hồ sơ</h1>
            <p>Sơ đồ và bảng này lấy từ chính các quy tắc mà hệ thống đang áp dụng. Số trên mũi tên là số của bước trong bảng.</p>
            \(ProcessDrawing.whole.svg)
            <h2>Các bước</h2>
            \(dataTable(table))
            """
        return .document(try await StaffFrame.page(title: "Quy trình xử lý hồ sơ", queue: nil, content, visit))
    }

    private static let table = DataTable(
        .sheet, caption: "Các bước xử lý",
        columns: ["Bước", "Khi hồ sơ đang", "Chuyển sang", "Ai làm được", "Phải ghi", "Báo người gửi"].map { .init($0) },
        rows: StepSheet.all.enumerated().map { index, sheet in
            .init([
                "\(index + 1). \(Terms.action(sheet.step))", "\(from(sheet))", "\(to(sheet))", actors(of: sheet.step), needs(sheet),
                "\(sheet.tellsSender ? "Có" : "Không")",
            ])
        })

    private static func from(_ sheet: StepSheet) -> String {
        if sheet.from.count == CaseState.allCases.count { return "Mọi trạng thái" }
        if sheet.from == Set(CaseState.allCases.filter(\.isOpen)) { return "Mọi trạng thái chưa kết thúc" }
        return CaseState.allCases.filter(sheet.from.contains).map(Terms.name).joined(separator: "; ")
    }

    private static func to(_ sheet: StepSheet) -> String {
        sheet.leadsTo.states.isEmpty ? "Không đổi" : sheet.leadsTo.states.map(Terms.name).joined(separator: " hoặc ")
    }

    private static func actors(of step: Permission) -> HTML {
        if Rights.allow(.sender, step) { return "Người gửi" }
        let roles = Role.allCases.compactMap { role in Rights.reach(role, step).map { (role, $0) } }
        return "<ul>\(each(roles) { "<li>\(Terms.name($0.0)): \(words($0.1))</li>" })</ul>"
    }

    private static func words(_ reach: Rights.Reach) -> String {
        switch reach {
        case .all: "mọi hồ sơ"
        case .led: "hồ sơ đơn vị mình chủ trì"
        case .involved: "hồ sơ đơn vị mình chủ trì, phối hợp hoặc được chuyển đến"
        case .consulted: "hồ sơ đơn vị mình được lấy ý kiến"
        case .offered: "hồ sơ chờ đơn vị mình tiếp nhận"
        }
    }

    private static func needs(_ sheet: StepSheet) -> HTML {
        if sheet.needs.isEmpty { return .empty }
        return "<ul>\(each(sheet.needs) { "<li>\(FieldWords.name($0.field)) (\($0.atLeast) đến \(Wording.number($0.atMost)) ký tự)</li>" })</ul>"
    }
}
