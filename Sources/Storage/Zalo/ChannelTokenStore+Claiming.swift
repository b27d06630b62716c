package import Database
package import Domain

// A refresh token works once, so whichever process wants to spend it claims it first (brief zalo.md §0.4).
extension ChannelTokenStore {
    /// Claims the right to spend a refresh token. False when another process has it, or has spent it already.
    /// - Parameter access: kept with it where nothing is kept yet: the pair of the configuration.
    package static func claim(
        _ channel: Channel, access: String, refresh: String, at now: Instant, until end: Instant, _ tx: Transaction
    ) throws -> Bool {
        try tx.run(
            """
            INSERT INTO channel_token (channel, access, refresh, issued_at) VALUES (\(channel), \(access), \(refresh), \(unknown))
            ON CONFLICT (channel) DO NOTHING
            """)
        return try tx.run(
            """
            UPDATE channel_token SET renewing_until = \(end)
            WHERE channel = \(channel) AND refresh = \(refresh) AND (renewing_until IS NULL OR renewing_until <= \(now))
            """) == 1
    }

    /// Keeps a new pair, and gives the claim back.
    /// - Parameter issued: `nil` for a pair that was typed in.
    package static func keep(_ channel: Channel, access: String, refresh: String, issued: Instant?, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO channel_token (channel, access, refresh, issued_at) VALUES (\(channel), \(access), \(refresh), \(issued ?? unknown))
            ON CONFLICT (channel) DO UPDATE SET access = excluded.access, refresh = excluded.refresh, issued_at = excluded.issued_at,
              renewing_until = NULL, failed_at = NULL, reason = NULL
            """)
    }

    /// Spending it came to nothing.
    package static func release(_ channel: Channel, reason: String, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            "UPDATE channel_token SET renewing_until = NULL, failed_at = \(now), reason = \(reason) WHERE channel = \(channel)")
    }

    /// The pair as it lies there.
    package static func pair(_ channel: Channel, _ tx: Transaction) throws -> (access: String, refresh: String, issuedAt: Instant?)? {
        try load(channel, tx).map { ($0.access, $0.refresh, $0.issuedAt == unknown ? nil : $0.issuedAt) }
    }

    /// How the pair fares, for the page of the account; never the pair itself.
    package static func standing(_ channel: Channel, _ tx: Transaction) throws -> ChannelTokenStanding? {
        try tx.first("SELECT issued_at, failed_at, reason FROM channel_token WHERE channel = \(channel)") { row in
            let issued: Instant = try row["issued_at"]
            return ChannelTokenStanding(
                issuedAt: issued == unknown ? nil : issued, failedAt: try row["failed_at"], reason: try row["reason"])
        }
    }

    /// Stands where it is not known when a pair was minted.
    private static let unknown = Instant(milliseconds: 0)
}

/// How a pair of tokens fares.
package struct ChannelTokenStanding: Sendable, Equatable {
    /// When it was minted; `nil` for a pair that was typed in.
    package var issuedAt: Instant?
    /// When the last renewal failed, and why.
    package var failedAt: Instant?
    package var reason: String?
}
