package import Database
package import Domain

/// Reads the outbox in the shape of the page that shows how channels fare.
package enum OutboxQueries {
    package static func counts(_ tx: Transaction) throws -> [Channel: OutboxCounts] {
        let rows = try tx.all(
            """
            SELECT channel, count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'failed') AS failed
            FROM outbox WHERE state <> 'sent' GROUP BY channel ORDER BY channel
            """
        ) { row -> (Channel, OutboxCounts) in
            (try row["channel"], OutboxCounts(waiting: try row["waiting"], failed: try row["failed"]))
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }
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
