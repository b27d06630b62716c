package import Database
package import Domain

/// Reads what a reorganisation may move.
package enum ReorganisationQueries {
    /// An open case of a unit.
    package struct LedCase: Sendable {
        package var id: ID<Case>
        package var number: CaseNumber
        package var lead: ID<Domain.Unit>
        package var matter: Matter
        package var person: ID<Account>?
    }

    package static func open(ledBy units: [ID<Domain.Unit>], _ tx: Transaction) throws -> [LedCase] {
        try tx.all(
            """
            SELECT id, number, lead, field, area, person FROM petition WHERE is_open = 1 AND lead IN \(SQL.list(units)) ORDER BY lead, id
            """
        ) { row in
            LedCase(
                id: try row["id"], number: try row["number"], lead: try row["lead"],
                matter: Matter(field: try row["field"], area: try row["area"]), person: try row["person"])
        }
    }

    /// Rules of routing that lead to one of the units and still hold on a day, or begin later.
    package static func rules(to units: Set<ID<Domain.Unit>>, on day: Day, _ tx: Transaction) throws -> [RoutingRule] {
        try tx.all("SELECT rule FROM routing_rule WHERE valid_to IS NULL OR valid_to >= \(day) ORDER BY priority, id") { row in
            let rule: JSONText<RoutingRule> = try row["rule"]
            return rule.content
        }.filter { units.contains($0.target) }
    }

    /// Open cases in which a unit owes an opinion, or which are offered to it.
    package static func waiting(for unit: ID<Domain.Unit>, _ tx: Transaction) throws -> [ID<Case>] {
        try tx.all(
            """
            SELECT id FROM petition WHERE is_open = 1 AND offered_to = \(unit)
            UNION SELECT petition AS id FROM consultation WHERE unit = \(unit) AND ended_at IS NULL ORDER BY id
            """
        ) { try $0["id"] }
    }

    /// Moves co-ordination in open cases from a unit to its successor.
    package static func moveParties(from unit: ID<Domain.Unit>, to heir: ID<Domain.Unit>, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO case_party (petition, unit, since)
            SELECT case_party.petition, \(heir), case_party.since FROM case_party JOIN petition ON petition.id = case_party.petition
            WHERE case_party.unit = \(unit) AND petition.is_open = 1 AND petition.lead <> \(heir)
            ON CONFLICT (petition, unit) DO NOTHING
            """)
        try tx.run(
            """
            DELETE FROM case_party WHERE unit = \(unit) AND petition IN (SELECT id FROM petition WHERE is_open = 1)
            """)
    }
}
