package import Database
package import Domain

/// Keeps what came in over hooks, bytes untouched, until it has been read; a delivery that cannot be read stays for a person.
package enum HookStore {
    /// Keeps a delivery; false when the same one is here already.
    package static func insert(
        id: ID<HookRecord>, channel: Channel, key: String, bytes: [UInt8], at now: Instant, _ tx: Transaction
    ) throws -> Bool {
        try tx.run(
            """
            INSERT INTO hook_delivery (id, channel, key, bytes, received_at, state)
            VALUES (\(id), \(channel), \(key), \(bytes), \(now), 'waiting') ON CONFLICT (channel, key) DO NOTHING
            """) == 1
    }

    /// What waits to be read on some channels, in the order of arrival, behind a delivery that was tried: without the bytes, which may
    /// be a mail of 40 MB each.
    package static func waiting(
        on channels: [Channel], after last: ID<HookRecord>?, limit: Int, _ tx: Transaction
    ) throws -> [ID<HookRecord>] {
        let behind: SQL = last.map { "AND id > \($0)" } ?? ""
        return try tx.all(
            """
            SELECT id FROM hook_delivery
            WHERE state = 'waiting' AND channel IN \(SQL.list(channels)) \(behind) ORDER BY id LIMIT \(limit)
            """
        ) { try $0["id"] }
    }

    /// A delivery that waits to be read; `nil` when it does not any longer.
    package static func load(_ id: ID<HookRecord>, _ tx: Transaction) throws -> HookRecord? {
        try tx.first("SELECT id, channel, bytes, received_at FROM hook_delivery WHERE id = \(id) AND state = 'waiting'") { row in
            HookRecord(id: try row["id"], channel: try row["channel"], bytes: try row["bytes"], receivedAt: try row["received_at"])
        }
    }

    /// Deliveries that wait to be read, by channel: more than a few where a channel is switched off.
    package static func counts(_ tx: Transaction) throws -> [Channel: Int] {
        let rows = try tx.all("SELECT channel, count(*) AS n FROM hook_delivery WHERE state = 'waiting' GROUP BY channel") { row in
            (try row["channel"] as Channel, try row["n"] as Int)
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    /// Takes a delivery into this transaction's hands; false when it has been read, or another process is reading it.
    package static func claim(_ id: ID<HookRecord>, _ tx: Transaction) throws -> Bool {
        try tx.row("SELECT id FROM hook_delivery WHERE id = \(id) AND state = 'waiting' \(tx.passingOverClaimed)") != nil
    }

    package static func markRead(_ id: ID<HookRecord>, _ tx: Transaction) throws {
        try tx.run("UPDATE hook_delivery SET state = 'read' WHERE id = \(id)")
    }

    /// Leaves it to a person; what another process has read meanwhile stays read.
    package static func markUnreadable(_ id: ID<HookRecord>, reason: String, _ tx: Transaction) throws {
        try tx.run("UPDATE hook_delivery SET state = 'unreadable', reason = \(reason) WHERE id = \(id) AND state = 'waiting'")
    }
}

/// A delivery as it was kept.
package struct HookRecord: Sendable {
    package var id: ID<HookRecord>
    package var channel: Channel
    package var bytes: [UInt8]
    package var receivedAt: Instant
}
