import Documents
import Domain
import Operations
import Storage

/// Mạng lưới: who sits in the task force and what is assigned to whom, published as the practice asks (brief §1.1).
struct NetworkPage: Page {
    static let path: Path = "/mang-luoi"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply {
        let teams = try await visit.office.read { tx in
            try OrganisationStore.teams(tx).map { ($0, try OrganisationStore.members(of: $0.id, tx)) }
        }
        let content: HTML = """
            <h1>Mạng lưới hỗ trợ doanh nghiệp</h1>
            \(each(teams) { team, members in section(team, members) })
            """
        return .document(try await PublicFrame.page(title: "Mạng lưới", here: path, content, visit))
    }

    private static func section(_ team: Team, _ members: [TeamMember]) -> HTML {
        let table = DataTable(
            .sheet, caption: "Thành viên \(team.name)",
            columns: [.init("Thành viên"), .init("Phụ trách")],
            rows: members.map { .init(["<div><strong>\($0.name)</strong>, \(Terms.name($0.post).lowercased())<br>\($0.office)</div>", "\($0.duty)"]) })
        return """
            <section><h2>\(team.name)</h2><p>\(team.foundingDecision)</p>
            \(when(!members.isEmpty) { dataTable(table) })</section>
            """
    }
}
