package import Database
package import Domain

/// Counts what came in over a channel by its name and day, known and unknown names alike.
package enum EventCountStore {
    package static func note(_ name: String, on channel: Channel, day: Day, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO channel_event_count (channel, name, day, n) VALUES (\(channel), \(name), \(day), 1)
            ON CONFLICT (channel, name, day) DO UPDATE SET n = channel_event_count.n + 1
            """)
    }

    /// The counts of each name since a day, most frequent first.
    package static func list(_ channels: [Channel], since day: Day, _ tx: Transaction) throws -> [EventCount] {
        try tx.all(
            """
            SELECT name, CAST(sum(n) AS BIGINT) AS n, max(day) AS last FROM channel_event_count
            WHERE channel IN \(SQL.list(channels)) AND day >= \(day) GROUP BY name ORDER BY sum(n) DESC, name LIMIT 100
            """
        ) { EventCount(name: try $0["name"], count: try $0["n"], last: try $0["last"]) }
    }
}

/// How often an event came in.
package struct EventCount: Sendable, Equatable {
    package var name: String
    package var count: Int
    package var last: Day
}
