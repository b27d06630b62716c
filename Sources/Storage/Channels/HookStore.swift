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

    /// What waits to be read on some channels, in the order of arrival, behind a delivery that was tried.
    package static func waiting(
        on channels: [Channel], after last: ID<HookRecord>?, limit: Int, _ tx: Transaction
    ) throws -> [HookRecord] {
        let behind: SQL = last.map { "AND id > \($0)" } ?? ""
        return try tx.all(
            """
            SELECT id, channel, bytes, received_at FROM hook_delivery
            WHERE state = 'waiting' AND channel IN \(SQL.list(channels)) \(behind) ORDER BY id LIMIT \(limit)
            """
        ) { row in
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

    package static func markUnreadable(_ id: ID<HookRecord>, reason: String, _ tx: Transaction) throws {
        try tx.run("UPDATE hook_delivery SET state = 'unreadable', reason = \(reason) WHERE id = \(id)")
    }
}

/// A delivery as it was kept.
package struct HookRecord: Sendable {
    package var id: ID<HookRecord>
    package var channel: Channel
    package var bytes: [UInt8]
    package var receivedAt: Instant
}

/// Keeps how each channel fares, so that an officer sees that one is ill.
package enum ChannelHealthStore {
    package static func noteReceived(_ channel: Channel, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO channel_health (channel, received_at) VALUES (\(channel), \(now))
            ON CONFLICT (channel) DO UPDATE SET received_at = excluded.received_at
            """)
    }

    /// The channel could be asked for what is new: whatever was wrong with it has passed.
    package static func noteCollected(_ channel: Channel, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO channel_health (channel, received_at) VALUES (\(channel), \(now))
            ON CONFLICT (channel) DO UPDATE SET failed_at = NULL, reason = NULL
            """)
    }

    /// The provider answers again: whatever was wrong with the line has passed.
    package static func noteReached(_ channel: Channel, _ tx: Transaction) throws {
        try tx.run("UPDATE channel_health SET failed_at = NULL, reason = NULL WHERE channel = \(channel)")
    }

    package static func noteDelivered(_ channel: Channel, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO channel_health (channel, delivered_at) VALUES (\(channel), \(now))
            ON CONFLICT (channel) DO UPDATE SET delivered_at = excluded.delivered_at, failed_at = NULL, reason = NULL
            """)
    }

    package static func noteFailure(_ channel: Channel, reason: String, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO channel_health (channel, failed_at, reason) VALUES (\(channel), \(now), \(reason))
            ON CONFLICT (channel) DO UPDATE SET failed_at = excluded.failed_at, reason = excluded.reason
            """)
    }

    package static func load(_ channel: Channel, _ tx: Transaction) throws -> ChannelHealth? {
        try tx.first(
            "SELECT received_at, delivered_at, failed_at, reason FROM channel_health WHERE channel = \(channel)"
        ) { row in
            ChannelHealth(
                receivedAt: try row["received_at"], deliveredAt: try row["delivered_at"], failedAt: try row["failed_at"],
                reason: try row["reason"])
        }
    }
}

/// How a channel fares.
package struct ChannelHealth: Sendable, Equatable {
    package var receivedAt: Instant?
    package var deliveredAt: Instant?
    package var failedAt: Instant?
    package var reason: String?
}
