package import Database
package import Domain

/// Keeps plans of reorganisations: prepared, carried out, withdrawn.
package enum ReorganisationStore {
    package static func insert(_ reorganisation: Reorganisation, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO reorganisation (id, on_day, state, plan, prepared_at)
            VALUES (
              \(reorganisation.id), \(reorganisation.on), \(reorganisation.state), \(JSONText(reorganisation.plan)),
              \(reorganisation.preparedAt))
            """)
    }

    package static func load(_ id: ID<Reorganisation>, _ tx: Transaction) throws -> Reorganisation? {
        try tx.first("SELECT \(columns) FROM reorganisation WHERE id = \(id)", make)
    }

    /// All of them, newest first.
    package static func all(_ tx: Transaction) throws -> [Reorganisation] {
        try tx.all("SELECT \(columns) FROM reorganisation ORDER BY on_day DESC, id DESC LIMIT 500", make)
    }

    /// Those whose day has come, in the order in which they are to be done.
    package static func due(on day: Day, _ tx: Transaction) throws -> [Reorganisation] {
        try tx.all("SELECT \(columns) FROM reorganisation WHERE state = 'prepared' AND on_day <= \(day) ORDER BY on_day, id", make)
    }

    package static func close(
        _ id: ID<Reorganisation>, as state: Reorganisation.State, counts: MovedCounts?, at now: Instant?, _ tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE reorganisation SET state = \(state), carried_out_at = \(now), counts = \(counts.map(JSONText.init)) WHERE id = \(id)
            """)
    }

    package static func counts(of id: ID<Reorganisation>, _ tx: Transaction) throws -> MovedCounts? {
        let counts = try tx.first("SELECT counts FROM reorganisation WHERE id = \(id)") { row -> JSONText<MovedCounts>? in
            try row["counts"]
        } ?? nil
        return counts?.content
    }

    private static let columns: SQL = "id, on_day, state, plan, prepared_at, carried_out_at"

    private static func make(_ row: Row) throws -> Reorganisation {
        let plan: JSONText<ReorganisationPlan> = try row["plan"]
        return Reorganisation(
            id: try row["id"], plan: plan.content, on: try row["on_day"], state: try row["state"], preparedAt: try row["prepared_at"],
            carriedOutAt: try row["carried_out_at"])
    }
}
