package import Database
package import Domain

/// Keeps what goes out until the provider has taken it (hộp thư đi).
package enum OutboxStore {
    /// - Parameters:
    ///   - whole: all of what is to be said, where the message holds less of it; for the next way.
    ///   - contact: `nil` for what goes to a group.
    package static func insert(
        _ message: Outgoing, whole: String? = nil, contact: ID<Contact>?, petition: ID<Case>?, at now: Instant, _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO outbox (
              id, channel, contact, petition, recipient, text, whole, subject, answers, files, content, weight, state, attempts, next_at,
              created_at)
            VALUES (
              \(message.id), \(message.channel), \(contact), \(petition), \(message.recipient), \(message.text), \(whole),
              \(message.subject), \(JSONText(message.answers)), \(JSONText(message.files)), \(JSONText(message.content)),
              \(message.weight), 'waiting', 0, \(now), \(now))
            """)
    }

    private static let columns: SQL =
        "id, channel, recipient, text, whole, subject, answers, files, content, weight, contact, petition, state, attempts"

    private static func message(_ row: Row) throws -> DueMessage {
        let answers: JSONText<[String]> = try row["answers"]
        let files: JSONText<[ID<Attachment>]> = try row["files"]
        let content: JSONText<Outgoing.Content> = try row["content"]
        return DueMessage(
            message: Outgoing(
                id: try row["id"], channel: try row["channel"], recipient: try row["recipient"], text: try row["text"],
                subject: try row["subject"], answers: answers.content, files: files.content, content: content.content,
                weight: try row["weight"]),
            whole: try row["whole"], contact: try row["contact"], petition: try row["petition"],
            state: try row["state"], attempts: try row["attempts"])
    }

    /// Claims what is due to be tried now on a channel, oldest first. Until the claim runs out no other process delivers it.
    package static func claim(_ channel: Channel, at now: Instant, until end: Instant, limit: Int, _ tx: Transaction) throws -> [DueMessage] {
        let due = try tx.all(
            """
            SELECT \(columns) FROM outbox
            WHERE state = 'waiting' AND channel = \(channel) AND next_at <= \(now) AND (claimed_until IS NULL OR claimed_until <= \(now))
            ORDER BY next_at, id LIMIT \(limit) \(tx.passingOverClaimed)
            """, message)
        if !due.isEmpty { try tx.run("UPDATE outbox SET claimed_until = \(end) WHERE id IN \(SQL.list(due.map(\.message.id)))") }
        return due
    }

    /// Gives back what was claimed and not tried.
    package static func release(_ ids: [ID<Outgoing>], _ tx: Transaction) throws {
        if ids.isEmpty { return }
        try tx.run("UPDATE outbox SET claimed_until = NULL WHERE id IN \(SQL.list(ids))")
    }

    package static func load(_ id: ID<Outgoing>, _ tx: Transaction) throws -> DueMessage? {
        try tx.first("SELECT \(columns) FROM outbox WHERE id = \(id)", message)
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

    /// What it takes along is not ready: it was not tried, and waits.
    package static func holdBack(_ id: ID<Outgoing>, until next: Instant, reason: String, _ tx: Transaction) throws {
        try tx.run("UPDATE outbox SET next_at = \(next), reason = \(reason), claimed_until = NULL WHERE id = \(id)")
    }

    package static func markFailed(_ id: ID<Outgoing>, reason: String, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE outbox SET state = 'failed', attempts = attempts + 1, reason = \(reason), claimed_until = NULL WHERE id = \(id)
            """)
    }

    /// This way was closed and another has been taken.
    package static func markReplaced(_ id: ID<Outgoing>, reason: String, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE outbox SET state = 'replaced', attempts = attempts + 1, reason = \(reason), claimed_until = NULL WHERE id = \(id)
            """)
    }

    /// What became of sent messages, by the provider's ids of them.
    package static func note(_ receipt: Receipt, on channel: Channel, at now: Instant, _ tx: Transaction) throws {
        if receipt.messages.isEmpty { return }
        let column: SQL = receipt.kind == .seen ? "seen_at" : "arrived_at"
        try tx.run(
            """
            UPDATE outbox SET \(column) = COALESCE(\(column), \(now))
            WHERE channel = \(channel) AND receipt IN \(SQL.list(receipt.messages))
            """)
    }

    /// The newest message of ours among these ids of the provider, or of our own (mail carries ours).
    package static func sent(on channel: Channel, as receipts: [String], _ tx: Transaction) throws -> DueMessage? {
        if receipts.isEmpty { return nil }
        return try tx.first(
            """
            SELECT \(columns) FROM outbox WHERE channel = \(channel) AND receipt IN \(SQL.list(receipts)) ORDER BY created_at DESC, id DESC LIMIT 1
            """, message)
    }

    /// The newest message that went to a receiver since then.
    package static func newest(on channel: Channel, to recipient: String, since: Instant, _ tx: Transaction) throws -> DueMessage? {
        try tx.first(
            """
            SELECT \(columns) FROM outbox
            WHERE channel = \(channel) AND state = 'sent' AND recipient = \(recipient) AND created_at >= \(since)
            ORDER BY created_at DESC, id DESC LIMIT 1
            """, message)
    }

    /// The files that went with words, each in a row of its own, because a chat takes one a message.
    package static func carriers(of words: DueMessage, _ tx: Transaction) throws -> [DueMessage] {
        try company(of: words, tx).filter(\.isCarrier)
    }

    /// The words that a file went with.
    package static func words(of carrier: DueMessage, _ tx: Transaction) throws -> DueMessage? {
        try company(of: carrier, tx).first { !$0.isCarrier && $0.message.weight == carrier.message.weight }
    }

    /// What was laid for a sender about a case in one step, on one channel.
    private static func company(of due: DueMessage, _ tx: Transaction) throws -> [DueMessage] {
        try tx.all(
            """
            SELECT \(columns) FROM outbox
            WHERE petition = \(due.petition) AND contact = \(due.contact) AND channel = \(due.message.channel)
              AND created_at = (SELECT created_at FROM outbox WHERE id = \(due.message.id))
            ORDER BY id LIMIT 100
            """, message)
    }

    /// Messages of a weight to a receiver since then.
    package static func count(
        _ weight: Outgoing.Weight, on channel: Channel, to recipient: String, since: Instant, _ tx: Transaction
    ) throws -> Int {
        try tx.count(
            """
            SELECT count(*) AS n FROM outbox
            WHERE channel = \(channel) AND recipient = \(recipient) AND created_at >= \(since) AND weight = \(weight)
            """)
    }

    /// A failure is settled by an officer, who reached the sender in another way or decided that nothing is to be done. False when it
    /// is no failure, or settled already.
    package static func handle(_ id: ID<Outgoing>, by account: ID<Account>, at now: Instant, _ tx: Transaction) throws -> Bool {
        try tx.run(
            """
            UPDATE outbox SET handled_at = \(now), handled_by = \(account) WHERE id = \(id) AND state = 'failed' AND handled_at IS NULL
            """) == 1
    }

    /// A failure is tried again from the beginning. False when it is no failure, or settled already.
    package static func tryAgain(_ id: ID<Outgoing>, at now: Instant, _ tx: Transaction) throws -> Bool {
        try tx.run(
            """
            UPDATE outbox SET state = 'waiting', attempts = 0, next_at = \(now), claimed_until = NULL
            WHERE id = \(id) AND state = 'failed' AND handled_at IS NULL
            """) == 1
    }

    /// What went or goes out for a case, oldest first.
    package static func of(_ petition: ID<Case>, _ tx: Transaction) throws -> [OutboxEntry] {
        try tx.all(
            """
            SELECT id, channel, text, state, reason, created_at, sent_at, arrived_at, seen_at FROM outbox
            WHERE petition = \(petition) ORDER BY created_at, id LIMIT 200
            """
        ) { row in
            OutboxEntry(
                id: try row["id"], channel: try row["channel"], text: try row["text"], state: try row["state"], reason: try row["reason"],
                createdAt: try row["created_at"], sentAt: try row["sent_at"], arrivedAt: try row["arrived_at"], seenAt: try row["seen_at"])
        }
    }
}

extension Outgoing.Weight: Stored {}

/// A message whose turn it is.
package struct DueMessage: Sendable {
    package var message: Outgoing
    /// All of what is to be said, where the message holds less of it.
    package var whole: String?
    package var contact: ID<Contact>?
    package var petition: ID<Case>?
    package var state: OutboxEntry.State
    package var attempts: Int

    /// A file without words.
    package var isCarrier: Bool { message.text.isEmpty && !message.files.isEmpty }
}

/// How a message in the outbox stands.
package struct OutboxEntry: Sendable, Equatable {
    package var id: ID<Outgoing>
    package var channel: Channel
    package var text: String
    package var state: State
    package var reason: String?
    package var createdAt: Instant
    package var sentAt: Instant?
    package var arrivedAt: Instant?
    package var seenAt: Instant?

    package enum State: String, Sendable, Stored {
        case waiting, sent, failed
        /// Another way was taken.
        case replaced
    }
}
