package import Database
package import Domain

/// Keeps who was urged about which due date (đôn đốc), beside the cases: urging changes none of them, so nobody's page grows old by it.
package enum UrgingStore {
    /// A case whose date comes near or has passed, and nobody was urged at this grade yet.
    package struct Candidate: Sendable {
        package var id: ID<Case>
        package var due: Instant
        package var team: ID<Team>?
        package var lead: ID<Domain.Unit>
        package var person: ID<Account>?
    }

    /// One urging.
    package struct Urging: Sendable, Equatable {
        package var petition: ID<Case>
        package var number: CaseNumber
        package var title: String
        package var due: Instant
        package var warning: Warning
        package var name: String
        package var at: Instant
    }

    /// Open cases due between two moments that were not yet urged at a grade; the soonest due first.
    package static func candidates(
        _ warning: Warning, dueFrom: Instant, until: Instant, limit: Int, _ tx: Transaction
    ) throws -> [Candidate] {
        try tx.all(
            """
            SELECT id, due_at, team, lead, person FROM petition
            WHERE is_open = 1 AND is_paused = 0 AND due_at >= \(dueFrom) AND due_at < \(until)
              AND NOT EXISTS (
                SELECT 1 FROM urging WHERE urging.petition = petition.id AND urging.due_at = petition.due_at AND urging.warning = \(warning))
            ORDER BY due_at, id LIMIT \(limit)
            """
        ) { row in
            Candidate(
                id: try row["id"], due: try row["due_at"], team: try row["team"], lead: try row["lead"], person: try row["person"])
        }
    }

    package static func insert(
        _ candidate: Candidate, _ warning: Warning, _ urged: Warning.Urged, account: ID<Account>?, name: String, at now: Instant,
        _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO urging (petition, due_at, warning, urged, account, name, at)
            VALUES (\(candidate.id), \(candidate.due), \(warning), \(urged), \(account), \(name), \(now))
            ON CONFLICT (petition, due_at, warning) DO NOTHING
            """)
    }

    /// What a person was urged about that is still open and still due then, newest first.
    package static func open(for account: ID<Account>, limit: Int, _ tx: Transaction) throws -> [Urging] {
        try tx.all(
            """
            SELECT \(columns) FROM urging JOIN petition ON petition.id = urging.petition
            WHERE urging.account = \(account) AND petition.is_open = 1 AND petition.is_paused = 0 AND petition.due_at = urging.due_at
            ORDER BY urging.at DESC, urging.petition LIMIT \(limit)
            """, make)
    }

    /// Everybody who was urged about a case, oldest first.
    package static func of(_ petition: ID<Case>, _ tx: Transaction) throws -> [Urging] {
        try tx.all(
            """
            SELECT \(columns) FROM urging JOIN petition ON petition.id = urging.petition WHERE urging.petition = \(petition)
            ORDER BY urging.at, urging.warning LIMIT 100
            """, make)
    }

    private static let columns: SQL = """
        urging.petition, petition.number, petition.title, urging.due_at, urging.warning, urging.name, urging.at
        """

    private static func make(_ row: Row) throws -> Urging {
        Urging(
            petition: try row["petition"], number: try row["number"], title: try row["title"], due: try row["due_at"],
            warning: try row["warning"], name: try row["name"], at: try row["at"])
    }
}

extension Warning: Stored {}
extension Warning.Urged: Stored {}
