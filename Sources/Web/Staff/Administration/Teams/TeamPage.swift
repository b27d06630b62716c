import Database
import Documents
import Domain
import Operations
import Storage

/// One task force: its decision, who serves with what assigned, its regulation, who reads restricted cases, how it ended.
struct TeamPage: Page {
    static let path: Path = "/app/quan-tri/to-cong-tac/:key"
    static let access = Access.staff

    struct File: Sendable {
        var team: Team
        var paper: ID<Paper>?
        var members: [(position: Int, member: TeamMember)]
        var regulations: [(regulation: Regulation, paper: ID<Paper>?)]
        var readers: [Reader]
        var register: UnitRegister
        var catalogue: Catalogue
        var heirName: String?
    }

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer, .readReports)
        let (key, today) = (visit.parameter("key"), visit.now.day)
        let file = try await visit.office.read { tx in try load(key, try visit.office.catalogue(tx), tx) }
        let team = file.team
        let content: HTML = """
            \(breadcrumbs([NavItem("Tổ công tác", TeamsPage.path.link())], here: team.name))
            <h1>\(team.name)</h1>
            \(when(team.end) { TeamSections.ending($0, file) })
            \(when(team.end == nil && Administration.mayChange(visit)) { buttons(team) })
            \(TeamSections.facts(file, today))
            \(TeamSections.members(file, today, mayChange: team.end == nil && Administration.mayChange(visit)))
            \(TeamSections.regulations(file, today))
            \(TeamSections.readers(file, mayName: team.end == nil && Rights.allow(visit.actor, .nameReaders, in: team.id)))
            """
        return .document(try await StaffFrame.page(title: team.name, queue: nil, content, visit))
    }

    private static func load(_ key: String, _ catalogue: Catalogue, _ tx: Transaction) throws -> File {
        guard let team = try TeamStore.find(key: key, tx) else { throw Entry.noSuchPage }
        return File(
            team: team, paper: try TeamStore.paper(of: team.id, tx), members: try TeamStore.members(of: team.id, tx),
            regulations: try TeamStore.regulations(of: team.id, tx), readers: try CompartmentStore.readers(of: team.id, tx),
            register: try OrganisationStore.register(tx), catalogue: catalogue,
            heirName: try team.end?.heir.flatMap { try TeamStore.find(key: $0, tx)?.name })
    }

    private static func buttons(_ team: Team) -> HTML {
        buttonRow(
            primary: .link("Phân công thành viên", AppointMemberPage.path.link(team.key)),
            others: [
                .link("Ban hành quy chế", RegulationPage.path.link(team.key)),
                .link("Giải thể", DissolveTeamPage.path.link(team.key), isDestructive: true),
            ])
    }

    /// The task force of an address that names one; it must still stand for what changes it.
    static func team(_ visit: Visit, _ tx: Transaction) throws -> Team {
        guard let team = try TeamStore.find(key: visit.parameter("key"), tx) else { throw Entry.noSuchPage }
        if team.end != nil { throw Refusal.isOver }
        return team
    }

    static func crumbs(_ team: Team) -> [NavItem] {
        [NavItem("Tổ công tác", TeamsPage.path.link()), NavItem(team.name, path.link(team.key))]
    }
}
