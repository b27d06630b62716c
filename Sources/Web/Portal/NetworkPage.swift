import Documents
import Domain
import Operations
import Storage

/// Mạng lưới: who sits in the task force and what is assigned to whom, published as the practice asks (brief §1.1).
struct NetworkPage: Page {
    static let path: Path = "/mang-luoi"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply {
        let today = visit.now.day
        let teams = try await visit.office.read { tx in
            try TeamStore.all(tx).filter { $0.stands(on: today) }.map { team in
                (team, try TeamStore.members(of: team.id, tx).map(\.member).filter { $0.serves(on: today) })
            }
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
            rows: members.map { member in
                .init([
                    "<div><strong>\(member.name)</strong>, \(Terms.name(member.post).lowercased())<br>\(member.office)</div>", "\(member.duty)",
                ])
            })
        return """
            <section><h2>\(team.name)</h2><p>\(team.foundingDecision)</p>
            \(when(!members.isEmpty) { dataTable(table) })</section>
            """
    }
}
