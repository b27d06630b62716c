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
        return .document(PublicFrame.page(title: "Mạng lưới", here: path, content))
    }

    private static func section(_ team: Team, _ members: [TeamMember]) -> HTML {
        """
        <section><h2>\(team.name)</h2><p>\(team.foundingDecision)</p>
        \(when(!members.isEmpty) {
            """
            <div class="table-box"><table class="list"><thead><tr><th scope="col">Họ tên</th><th scope="col">Trong Tổ</th>
            <th scope="col">Chức vụ</th><th scope="col">Phụ trách</th></tr></thead><tbody>\(each(members) { member in
                """
                <tr><td data-label="Họ tên">\(member.name)</td><td data-label="Trong Tổ">\(Terms.name(member.post))</td>
                <td data-label="Chức vụ">\(member.office)</td><td class="wide" data-label="Phụ trách">\(member.duty)</td></tr>
                """
            })</tbody></table></div>
            """
        })</section>
        """
    }
}
