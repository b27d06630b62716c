package import Database
package import Domain

/// Keeps how each channel fares, so that an officer sees that one is ill. Receiving, sending and the account have a light each: one
/// that is well says nothing of the others.
package enum ChannelHealthStore {
    /// Something came in. Whether the line by which it is collected is well, collecting says.
    package static func noteReceived(_ channel: Channel, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO channel_health (channel, received_at) VALUES (\(channel), \(now))
            ON CONFLICT (channel) DO UPDATE SET received_at = excluded.received_at
            """)
    }

    /// The channel could be asked for what is new.
    package static func noteCollected(_ channel: Channel, _ tx: Transaction) throws { try clear(channel, .receiving, tx) }

    /// The account answers.
    package static func noteReached(_ channel: Channel, _ tx: Transaction) throws { try clear(channel, .account, tx) }

    /// A message has gone out.
    package static func noteDelivered(_ channel: Channel, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO channel_health (channel, delivered_at) VALUES (\(channel), \(now))
            ON CONFLICT (channel) DO UPDATE SET delivered_at = excluded.delivered_at
            """)
        try clear(channel, .sending, tx)
    }

    /// Something is wrong with the channel itself, not with one message.
    package static func noteFailure(
        _ channel: Channel, _ part: ChannelHealth.Part, reason: String, at now: Instant, _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO channel_fault (channel, part, at, reason) VALUES (\(channel), \(part), \(now), \(reason))
            ON CONFLICT (channel, part) DO UPDATE SET at = excluded.at, reason = excluded.reason
            """)
    }

    /// It has passed, or a person has seen to it.
    package static func clear(_ channel: Channel, _ part: ChannelHealth.Part, _ tx: Transaction) throws {
        try tx.run("DELETE FROM channel_fault WHERE channel = \(channel) AND part = \(part)")
    }

    /// `nil` when nothing is known of it.
    package static func load(_ channel: Channel, _ tx: Transaction) throws -> ChannelHealth? {
        let faults = try tx.all("SELECT part, at, reason FROM channel_fault WHERE channel = \(channel) ORDER BY at DESC, part LIMIT 10") { row in
            ChannelHealth.Fault(part: try row["part"], at: try row["at"], reason: try row["reason"])
        }
        let health = try tx.first("SELECT received_at, delivered_at FROM channel_health WHERE channel = \(channel)") { row in
            ChannelHealth(receivedAt: try row["received_at"], deliveredAt: try row["delivered_at"], faults: faults)
        }
        return health ?? (faults.isEmpty ? nil : ChannelHealth(faults: faults))
    }
}

/// How a channel fares.
package struct ChannelHealth: Sendable, Equatable {
    package var receivedAt: Instant?
    package var deliveredAt: Instant?
    /// What is wrong now, newest first.
    package var faults: [Fault]

    /// What can be ill by itself.
    package enum Part: String, Sendable, Stored, CaseIterable {
        /// Asking for what is new.
        case receiving
        case sending
        /// The calls that keep the account's facts.
        case account
        /// What the provider told of the account; it stays until a person has seen to it.
        case notice
    }

    package struct Fault: Sendable, Equatable {
        package var part: Part
        package var at: Instant
        package var reason: String
    }

    package var failedAt: Instant? { faults.first?.at }
    package var reason: String? { faults.first?.reason }
}
