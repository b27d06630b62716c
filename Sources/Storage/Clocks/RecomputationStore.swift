package import Database
package import Domain

/// Keeps changes of the calendar until every open case has been looked at.
package enum RecomputationStore {
    package static func insert(_ job: Recomputation, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO recomputation (id, day, reason, account, at, seen, changed, last_case, done_at)
            VALUES (
              \(job.id), \(job.day), \(job.reason), \(job.account), \(job.at), \(job.seen), \(job.changed), \(job.last), \(job.doneAt))
            """)
    }

    /// Notes how far one has come.
    package static func advance(_ job: Recomputation, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE recomputation SET seen = \(job.seen), changed = \(job.changed), last_case = \(job.last), done_at = \(job.doneAt)
            WHERE id = \(job.id)
            """)
    }

    package static func load(_ id: ID<Recomputation>, _ tx: Transaction) throws -> Recomputation? {
        try tx.first("SELECT \(columns) FROM recomputation WHERE id = \(id)", make)
    }

    /// The oldest one that is not done; `nil` when nothing waits.
    package static func waiting(_ tx: Transaction) throws -> Recomputation? {
        try tx.first("SELECT \(columns) FROM recomputation WHERE done_at IS NULL ORDER BY id LIMIT 1", make)
    }

    /// The newest ones, whether done or not.
    package static func newest(limit: Int, _ tx: Transaction) throws -> [Recomputation] {
        try tx.all("SELECT \(columns) FROM recomputation ORDER BY id DESC LIMIT \(limit)", make)
    }

    private static let columns: SQL = "id, day, reason, account, at, seen, changed, last_case, done_at"

    private static func make(_ row: Row) throws -> Recomputation {
        var job = Recomputation(
            id: try row["id"], day: try row["day"], reason: try row["reason"], account: try row["account"], at: try row["at"])
        (job.seen, job.changed) = (try row["seen"], try row["changed"])
        (job.last, job.doneAt) = (try row["last_case"], try row["done_at"])
        return job
    }
}
