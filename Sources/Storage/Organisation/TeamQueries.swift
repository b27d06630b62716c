package import Database
package import Domain

/// Reads task forces in the shape of the pages and verbs that need them.
package enum TeamQueries {
    /// What a task force holds.
    package struct Stock: Sendable {
        package var received: Int
        package var closed: Int
        package var restricted: Int
        /// By due date.
        package var open: [OpenCase]
    }

    package struct OpenCase: Sendable {
        package var id: ID<Case>
        package var number: CaseNumber
    }

    package static func stock(of team: ID<Team>, _ tx: Transaction) throws -> Stock {
        Stock(
            received: try tx.count("SELECT count(*) AS n FROM petition WHERE team = \(team)"),
            closed: try tx.count("SELECT count(*) AS n FROM petition WHERE team = \(team) AND is_open = 0 AND merged_into IS NULL"),
            restricted: try tx.count("SELECT count(*) AS n FROM petition WHERE team = \(team) AND is_open = 1 AND is_restricted = 1"),
            open: try tx.all(
                "SELECT id, number FROM petition WHERE team = \(team) AND (is_open = 1 OR merged_into IS NOT NULL) ORDER BY due_at, id"
            ) {
                OpenCase(id: try $0["id"], number: try $0["number"])
            })
    }

    /// How far the network reaches on a day: every unit below the province that lives on it.
    package static func coverage(on day: Day, _ tx: Transaction) throws -> Coverage {
        let register = try OrganisationStore.register(tx)
        let teams = try TeamStore.all(tx).filter { $0.stands(on: day) }
        var seats: [ID<Domain.Unit>: Int] = [:]
        var owned: [ID<Domain.Unit>: (members: Int, regulation: Bool)] = [:]
        for team in teams {
            let members = try TeamStore.members(of: team.id, tx).map(\.member).filter { $0.serves(on: day) }
            for member in members { seats[member.unit, default: 0] += 1 }
            let regulations = try TeamStore.regulations(of: team.id, tx).map(\.regulation)
            let before = owned[team.standingUnit] ?? (0, false)
            owned[team.standingUnit] = (
                before.members + members.count, before.regulation || Regulation.inForce(regulations, on: day) != nil
            )
        }
        // A unit can be reached when somebody there can take a case up.
        let reachable = Set(
            try tx.all(
                """
                SELECT DISTINCT mandate.unit FROM mandate JOIN account ON account.id = mandate.account
                WHERE account.is_active = 1 AND mandate.role IN ('intake', 'handler') AND mandate.valid_from <= \(day)
                  AND (mandate.valid_to IS NULL OR mandate.valid_to >= \(day))
                """
            ) { row -> ID<Domain.Unit> in try row["unit"] })
        let rows = register.living(on: day).filter { $0.level != .province }.map { version in
            let own = owned[version.unit]
            return Coverage.Row(
                unit: version.unit, name: version.name, level: version.level, hasTeam: own != nil, hasRegulation: own?.regulation ?? false,
                members: own?.members ?? seats[version.unit] ?? 0, hasChannel: reachable.contains(version.unit))
        }
        let order = Domain.Unit.Level.allCases
        return Coverage(
            day: day,
            rows: rows.sorted {
                (order.firstIndex(of: $0.level) ?? 0, $0.name, $0.unit) < (order.firstIndex(of: $1.level) ?? 0, $1.name, $1.unit)
            })
    }
}
