package import Database
package import Domain

/// Keeps which case is dealt with in which other one, and which pairs somebody found to be different.
package enum MergingStore {
    static func follow(from before: Case, to after: Case, at now: Instant, _ tx: Transaction) throws {
        let (old, new) = (before.isMerged ? before.merger?.main : nil, after.isMerged ? after.merger?.main : nil)
        if old == new { return }
        if old != nil {
            try tx.run("UPDATE merger_span SET until_at = \(now) WHERE petition = \(after.id) AND until_at = \(SpanStore.open)")
        }
        if let new {
            try tx.run(
                "INSERT INTO merger_span (petition, main, from_at, until_at) VALUES (\(after.id), \(new), \(now), \(SpanStore.open))")
        }
    }

    /// The open duplicates of a case, in the order of their receipt.
    package static func duplicates(of main: ID<Case>, _ tx: Transaction) throws -> [Case] {
        let ids = try tx.all("SELECT id FROM petition WHERE merged_into = \(main) ORDER BY received_at, id") { row -> ID<Case> in try row["id"] }
        return try ids.compactMap { try CaseStore.load($0, tx) }
    }

    /// Notes that two cases are no duplicates of each other (không trùng). Said twice, it is said once.
    package static func dismiss(_ one: ID<Case>, _ other: ID<Case>, by account: ID<Account>, at now: Instant, _ tx: Transaction) throws {
        let (first, second) = one < other ? (one, other) : (other, one)
        try tx.run(
            """
            INSERT INTO not_duplicate (first, second, account, at) VALUES (\(first), \(second), \(account), \(now))
            ON CONFLICT (first, second) DO NOTHING
            """)
    }

    /// The cases that were found to be different from one.
    package static func dismissed(for petition: ID<Case>, _ tx: Transaction) throws -> Set<ID<Case>> {
        let first = try tx.all("SELECT second FROM not_duplicate WHERE first = \(petition)") { row -> ID<Case> in try row["second"] }
        let second = try tx.all("SELECT first FROM not_duplicate WHERE second = \(petition)") { row -> ID<Case> in try row["first"] }
        return Set(first + second)
    }
}
