package import Database
package import Domain

/// Keeps task forces, their members, their regulations and the scans of their decisions.
package enum TeamStore {
    package static func insert(_ team: Team, paper: ID<Paper>? = nil, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO team (
              id, key, name, kind, level, number_prefix, founding_decision, decided_on, purpose, valid_from, valid_to, standing_unit, ended,
              paper)
            VALUES (
              \(team.id), \(team.key), \(team.name), \(team.kind), \(team.level), \(team.numberPrefix), \(team.foundingDecision),
              \(team.decidedOn), \(team.purpose), \(team.validFrom), \(team.end?.last), \(team.standingUnit),
              \(team.end.map(JSONText.init)), \(paper))
            """)
    }

    /// Task forces, those that stand first, in the order of their founding; dissolved ones stay readable.
    package static func all(_ tx: Transaction) throws -> [Team] {
        try tx.all("SELECT \(columns) FROM team ORDER BY CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END, valid_from, key LIMIT 2000", make)
    }

    package static func load(_ id: ID<Team>, _ tx: Transaction) throws -> Team? {
        try tx.first("SELECT \(columns) FROM team WHERE id = \(id)", make)
    }

    package static func find(key: String, _ tx: Transaction) throws -> Team? {
        try tx.first("SELECT \(columns) FROM team WHERE key = \(key)", make)
    }

    package static func end(_ id: ID<Team>, _ end: Team.End, _ tx: Transaction) throws {
        try tx.run("UPDATE team SET ended = \(JSONText(end)), valid_to = \(end.last) WHERE id = \(id)")
    }

    /// Moves the standing bodies of task forces from a unit to its successor.
    package static func moveStanding(from unit: ID<Unit>, to heir: ID<Unit>, _ tx: Transaction) throws -> Int {
        try tx.run("UPDATE team SET standing_unit = \(heir) WHERE standing_unit = \(unit) AND valid_to IS NULL")
    }

    // MARK: Members

    package static func insert(_ member: TeamMember, position: Int, in team: ID<Team>, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO team_member (
              team, position, name, post, unit, office, duty, account, fields, areas, valid_from, valid_to, document)
            VALUES (
              \(team), \(position), \(member.name), \(member.post), \(member.unit), \(member.office), \(member.duty), \(member.account),
              \(JSONText(member.fields)), \(JSONText(member.areas)), \(member.validFrom), \(member.validTo),
              \(member.document.map(JSONText.init)))
            """)
    }

    /// All members that a task force ever had, in the order of their appointment, each with its position.
    package static func members(of team: ID<Team>, _ tx: Transaction) throws -> [(position: Int, member: TeamMember)] {
        try tx.all("SELECT \(memberColumns) FROM team_member WHERE team = \(team) ORDER BY position LIMIT 2000") { row in
            (try row["position"], try makeMember(row))
        }
    }

    package static func nextPosition(in team: ID<Team>, _ tx: Transaction) throws -> Int {
        try tx.count("SELECT coalesce(max(position), -1) + 1 AS n FROM team_member WHERE team = \(team)")
    }

    package static func endMember(_ position: Int, of team: ID<Team>, last: Day, _ tx: Transaction) throws {
        try tx.run("UPDATE team_member SET valid_to = \(last) WHERE team = \(team) AND position = \(position)")
    }

    /// Moves members who serve from a unit to its successor.
    package static func moveMembers(from unit: ID<Unit>, to heir: ID<Unit>, on day: Day, _ tx: Transaction) throws -> Int {
        try tx.run(
            "UPDATE team_member SET unit = \(heir) WHERE unit = \(unit) AND (valid_to IS NULL OR valid_to >= \(day))")
    }

    // MARK: Regulations and papers

    package static func insert(_ regulation: Regulation, of team: ID<Team>, paper: ID<Paper>?, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO regulation (id, team, valid_from, document, parameters, paper)
            VALUES (
              \(regulation.id), \(team), \(regulation.validFrom), \(JSONText(regulation.document)), \(JSONText(regulation.parameters)),
              \(paper))
            """)
    }

    /// The versions of a team's regulation, newest first, each with its scan.
    package static func regulations(of team: ID<Team>, _ tx: Transaction) throws -> [(regulation: Regulation, paper: ID<Paper>?)] {
        try tx.all(
            """
            SELECT id, valid_from, document, parameters, paper FROM regulation WHERE team = \(team) ORDER BY valid_from DESC, id DESC
            LIMIT 200
            """
        ) { row in
            let document: JSONText<Decision> = try row["document"]
            let parameters: JSONText<Regulation.Parameters> = try row["parameters"]
            return (
                Regulation(
                    id: try row["id"], document: document.content, validFrom: try row["valid_from"], parameters: parameters.content),
                try row["paper"]
            )
        }
    }

    package static func paper(of team: ID<Team>, _ tx: Transaction) throws -> ID<Paper>? {
        try tx.first("SELECT paper FROM team WHERE id = \(team)") { row -> ID<Paper>? in try row["paper"] } ?? nil
    }

    private static let columns: SQL = """
        id, key, name, kind, level, number_prefix, founding_decision, decided_on, purpose, valid_from, standing_unit, ended
        """

    private static let memberColumns: SQL = """
        position, name, post, unit, office, duty, account, fields, areas, valid_from, valid_to, document
        """

    private static func make(_ row: Row) throws -> Team {
        let end: JSONText<Team.End>? = try row["ended"]
        return Team(
            id: try row["id"], key: try row["key"], name: try row["name"], kind: try row["kind"], level: try row["level"],
            numberPrefix: try row["number_prefix"], foundingDecision: try row["founding_decision"], decidedOn: try row["decided_on"],
            purpose: try row["purpose"], validFrom: try row["valid_from"], standingUnit: try row["standing_unit"], end: end?.content)
    }

    private static func makeMember(_ row: Row) throws -> TeamMember {
        let fields: JSONText<[FieldCode]>? = try row["fields"]
        let areas: JSONText<[AreaCode]>? = try row["areas"]
        let document: JSONText<Decision>? = try row["document"]
        return TeamMember(
            name: try row["name"], post: try row["post"], unit: try row["unit"], office: try row["office"], duty: try row["duty"],
            account: try row["account"], fields: fields?.content ?? [], areas: areas?.content ?? [], validFrom: try row["valid_from"],
            validTo: try row["valid_to"], document: document?.content)
    }
}
