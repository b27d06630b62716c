package import Database
package import Domain

/// Keeps units, task forces and their members.
package enum OrganisationStore {
    package static func insert(_ unit: Unit, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO unit (id, key, name, short_name, level, parent, valid_from, valid_to)
            VALUES (
              \(unit.id), \(unit.key), \(unit.name), \(unit.shortName), \(unit.level), \(unit.parent), \(unit.validFrom), \(unit.validTo))
            """)
    }

    package static func unit(_ id: ID<Unit>, _ tx: Transaction) throws -> Unit? {
        try tx.first("SELECT \(unitColumns) FROM unit WHERE id = \(id)", makeUnit)
    }

    package static func unit(key: String, _ tx: Transaction) throws -> Unit? {
        try tx.first("SELECT \(unitColumns) FROM unit WHERE key = \(key)", makeUnit)
    }

    /// Units that are open on a day, or all that ever were; by level and name, at most 5,000.
    package static func units(on day: Day?, _ tx: Transaction) throws -> [Unit] {
        let open: SQL = day.map { "valid_from <= \($0) AND (valid_to IS NULL OR valid_to >= \($0))" } ?? "1 = 1"
        return try tx.all("SELECT \(unitColumns) FROM unit WHERE \(open) ORDER BY level, name, id LIMIT 5000", makeUnit)
    }

    package static func insert(_ team: Team, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO team (id, key, name, number_prefix, founding_decision, valid_from, standing_unit)
            VALUES (
              \(team.id), \(team.key), \(team.name), \(team.numberPrefix), \(team.foundingDecision), \(team.validFrom),
              \(team.standingUnit))
            """)
    }

    package static func teams(_ tx: Transaction) throws -> [Team] {
        try tx.all(
            """
            SELECT id, key, name, number_prefix, founding_decision, valid_from, standing_unit FROM team ORDER BY valid_from, key LIMIT 500
            """
        ) { row in
            Team(
                id: try row["id"], key: try row["key"], name: try row["name"], numberPrefix: try row["number_prefix"],
                foundingDecision: try row["founding_decision"], validFrom: try row["valid_from"], standingUnit: try row["standing_unit"])
        }
    }

    package static func insert(_ member: TeamMember, position: Int, in team: ID<Team>, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO team_member (team, position, name, post, unit, office, duty)
            VALUES (\(team), \(position), \(member.name), \(member.post), \(member.unit), \(member.office), \(member.duty))
            """)
    }

    package static func members(of team: ID<Team>, _ tx: Transaction) throws -> [TeamMember] {
        try tx.all("SELECT name, post, unit, office, duty FROM team_member WHERE team = \(team) ORDER BY position LIMIT 500") { row in
            TeamMember(
                name: try row["name"], post: try row["post"], unit: try row["unit"], office: try row["office"], duty: try row["duty"])
        }
    }

    private static let unitColumns: SQL = "id, key, name, short_name, level, parent, valid_from, valid_to"

    private static func makeUnit(_ row: Row) throws -> Unit {
        Unit(
            id: try row["id"], key: try row["key"], name: try row["name"], shortName: try row["short_name"], level: try row["level"],
            parent: try row["parent"], validFrom: try row["valid_from"], validTo: try row["valid_to"])
    }
}
