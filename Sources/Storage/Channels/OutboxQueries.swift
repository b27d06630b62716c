package import Database
package import Domain

/// Reads the outbox in the shape of the pages that show how channels fare.
package enum OutboxQueries {
    package static func counts(_ tx: Transaction) throws -> [Channel: OutboxCounts] {
        let rows = try tx.all(
            """
            SELECT channel, count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'failed') AS failed
            FROM outbox WHERE state = 'waiting' OR (state = 'failed' AND handled_at IS NULL) GROUP BY channel ORDER BY channel
            """
        ) { row -> (Channel, OutboxCounts) in
            (try row["channel"], OutboxCounts(waiting: try row["waiting"], failed: try row["failed"]))
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    /// What could not be delivered and waits for a person, newest first.
    package static func failures(before last: ID<Outgoing>?, limit: Int, _ tx: Transaction) throws -> [OutboxFailure] {
        let behind: SQL = last.map { "AND o.id < \($0)" } ?? ""
        return try failures(where: "o.state = 'failed' AND o.handled_at IS NULL \(behind) ORDER BY o.id DESC LIMIT \(limit)", tx)
    }

    /// What waits though it was tried, or for a file that it takes along; longest first.
    package static func delayed(limit: Int, _ tx: Transaction) throws -> [OutboxFailure] {
        try failures(where: "o.state = 'waiting' AND o.reason IS NOT NULL ORDER BY o.next_at, o.id LIMIT \(limit)", tx)
    }

    private static func failures(where condition: SQL, _ tx: Transaction) throws -> [OutboxFailure] {
        try tx.all(
            """
            SELECT o.id, o.channel, o.petition, p.number, o.reason, o.attempts, o.created_at, o.next_at FROM outbox o
            LEFT JOIN petition p ON p.id = o.petition WHERE \(condition)
            """
        ) { row in
            OutboxFailure(
                id: try row["id"], channel: try row["channel"], petition: try row["petition"], number: try row["number"],
                reason: try row["reason"] ?? "", attempts: try row["attempts"], createdAt: try row["created_at"],
                nextAt: try row["next_at"])
        }
    }
}

/// A message that has not arrived.
package struct OutboxFailure: Sendable, Equatable {
    package var id: ID<Outgoing>
    package var channel: Channel
    package var petition: ID<Case>?
    package var number: CaseNumber?
    package var reason: String
    package var attempts: Int
    package var createdAt: Instant
    /// When it is tried next; of a failure without meaning.
    package var nextAt: Instant
}

/// Messages of a channel that have not gone out.
package struct OutboxCounts: Sendable, Equatable {
    package var waiting: Int
    package var failed: Int

    package init(waiting: Int = 0, failed: Int = 0) {
        self.waiting = waiting
        self.failed = failed
    }
}
