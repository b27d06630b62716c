package import Database
package import Domain

extension OutboxStore {
    /// What waits on some channels for its next try has it now: what held it back is gone.
    package static func wake(_ channels: [Channel], at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE outbox SET next_at = \(now)
            WHERE state = 'waiting' AND channel IN \(SQL.list(channels)) AND next_at > \(now) AND claimed_until IS NULL
            """)
    }
}
