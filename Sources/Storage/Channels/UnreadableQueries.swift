package import Database
package import Domain

/// Deliveries that could not be read and wait for a person (bản tin chưa đọc được): nothing that came in is lost.
package enum UnreadableQueries {
    /// Newest first.
    package static func waiting(before last: ID<HookRecord>?, limit: Int, _ tx: Transaction) throws -> [UnreadableRow] {
        let behind: SQL = last.map { "AND id < \($0)" } ?? ""
        return try tx.all(
            """
            SELECT id, channel, received_at, reason, length(bytes) AS size FROM hook_delivery
            WHERE state = 'unreadable' AND handled_at IS NULL \(behind) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in
            UnreadableRow(
                id: try row["id"], channel: try row["channel"], receivedAt: try row["received_at"], reason: try row["reason"] ?? "",
                size: try row["size"])
        }
    }

    package static func count(_ tx: Transaction) throws -> Int {
        try tx.count("SELECT count(*) AS n FROM hook_delivery WHERE state = 'unreadable' AND handled_at IS NULL")
    }

    /// One of them with its bytes; `nil` when there is none such, or somebody has dealt with it.
    package static func load(_ id: ID<HookRecord>, _ tx: Transaction) throws -> (row: UnreadableRow, bytes: [UInt8])? {
        try tx.first(
            """
            SELECT id, channel, received_at, reason, bytes FROM hook_delivery
            WHERE id = \(id) AND state = 'unreadable' AND handled_at IS NULL
            """
        ) { row in
            let bytes: [UInt8] = try row["bytes"]
            let line = UnreadableRow(
                id: try row["id"], channel: try row["channel"], receivedAt: try row["received_at"], reason: try row["reason"] ?? "",
                size: bytes.count)
            return (line, bytes)
        }
    }

    /// Read once more by the program, after what was wrong has been mended. False when it does not wait any longer.
    package static func readAgain(_ id: ID<HookRecord>, _ tx: Transaction) throws -> Bool {
        try tx.run(
            """
            UPDATE hook_delivery SET state = 'waiting', reason = NULL WHERE id = \(id) AND state = 'unreadable' AND handled_at IS NULL
            """) == 1
    }

    /// A person has dealt with it. False when it does not wait any longer.
    package static func settle(
        _ id: ID<HookRecord>, remark: String, by account: ID<Account>, at now: Instant, _ tx: Transaction
    ) throws -> Bool {
        try tx.run(
            """
            UPDATE hook_delivery SET handled_at = \(now), handled_by = \(account), remark = \(remark)
            WHERE id = \(id) AND state = 'unreadable' AND handled_at IS NULL
            """) == 1
    }
}

/// A delivery that could not be read.
package struct UnreadableRow: Sendable, Equatable {
    package var id: ID<HookRecord>
    package var channel: Channel
    package var receivedAt: Instant
    /// In words for the officer.
    package var reason: String
    /// Bytes.
    package var size: Int
}

/// What of the channels asks for a person (đèn đỏ): messages that did not arrive, deliveries that could not be read or stick, what is ill of
/// a channel, and channels that are switched off while something waits for them.
package enum ChannelAlarms {
    /// Minutes after which a delivery that still waits to be read sticks.
    private static let patience = 10

    /// - Parameter channels: those that are on.
    package static func count(on channels: Set<Channel>, at now: Instant, _ tx: Transaction) throws -> Int {
        let off = try OutboxQueries.counts(tx).filter { $0.value.waiting > 0 && !channels.contains($0.key) && $0.key.hasWire }
        return try off.count + tx.count(
            """
            SELECT (SELECT count(*) FROM outbox WHERE state = 'failed' AND handled_at IS NULL)
              + (SELECT count(*) FROM hook_delivery WHERE state = 'unreadable' AND handled_at IS NULL)
              + (SELECT count(DISTINCT channel) FROM hook_delivery
                 WHERE state = 'waiting' AND received_at < \(now.adding(minutes: -patience)))
              + (SELECT count(*) FROM channel_fault) AS n
            """)
    }
}
