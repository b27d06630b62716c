package import Database
package import Domain

/// Keeps what goes out until the provider has taken it (hộp thư đi).
package enum OutboxStore {
    package static func insert(
        _ message: Outgoing, contact: ID<Contact>, petition: ID<Case>?, at now: Instant, _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO outbox (id, channel, contact, petition, recipient, text, state, attempts, next_at, created_at)
            VALUES (
              \(message.id), \(message.channel), \(contact), \(petition), \(message.recipient), \(message.text), 'waiting', 0, \(now),
              \(now))
            """)
    }

    /// Claims what is due to be tried now, oldest first. Until the claim runs out no other process delivers it.
    package static func claim(at now: Instant, until end: Instant, limit: Int, _ tx: Transaction) throws -> [DueMessage] {
        let due = try tx.all(
            """
            SELECT id, channel, recipient, text, attempts FROM outbox
            WHERE state = 'waiting' AND next_at <= \(now) AND (claimed_until IS NULL OR claimed_until <= \(now))
            ORDER BY next_at, id LIMIT \(limit) \(tx.passingOverClaimed)
            """
        ) { row in
            DueMessage(
                message: Outgoing(id: try row["id"], channel: try row["channel"], recipient: try row["recipient"], text: try row["text"]),
                attempts: try row["attempts"])
        }
        if !due.isEmpty { try tx.run("UPDATE outbox SET claimed_until = \(end) WHERE id IN \(SQL.list(due.map(\.message.id)))") }
        return due
    }

    package static func markSent(_ id: ID<Outgoing>, receipt: String, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE outbox SET state = 'sent', attempts = attempts + 1, receipt = \(receipt), sent_at = \(now), reason = NULL,
              claimed_until = NULL
            WHERE id = \(id)
            """)
    }

    package static func postpone(_ id: ID<Outgoing>, until next: Instant, reason: String, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE outbox SET attempts = attempts + 1, next_at = \(next), reason = \(reason), claimed_until = NULL WHERE id = \(id)
            """)
    }

    package static func markFailed(_ id: ID<Outgoing>, reason: String, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE outbox SET state = 'failed', attempts = attempts + 1, reason = \(reason), claimed_until = NULL WHERE id = \(id)
            """)
    }

    /// What went or goes out for a case, oldest first.
    package static func of(_ petition: ID<Case>, _ tx: Transaction) throws -> [OutboxEntry] {
        try tx.all(
            "SELECT id, text, state, reason, created_at, sent_at FROM outbox WHERE petition = \(petition) ORDER BY created_at, id LIMIT 200"
        ) { row in
            OutboxEntry(
                id: try row["id"], text: try row["text"], state: try row["state"], reason: try row["reason"],
                createdAt: try row["created_at"], sentAt: try row["sent_at"])
        }
    }
}

/// A message whose turn it is.
package struct DueMessage: Sendable {
    package var message: Outgoing
    package var attempts: Int
}

/// How a message in the outbox stands.
package struct OutboxEntry: Sendable, Equatable {
    package var id: ID<Outgoing>
    package var text: String
    package var state: State
    package var reason: String?
    package var createdAt: Instant
    package var sentAt: Instant?

    package enum State: String, Sendable, Stored { case waiting, sent, failed }
}
