package import Database
package import Domain

/// Keeps a provider's pair of tokens; the newest pair is on the disk before it is used (brief zalo.md §1.3). A refresh token works once,
/// so whichever process wants to spend it claims it first (§0.4).
package enum ChannelTokenStore {
    /// The pair as it lies there; `nil` while there is none.
    package static func pair(_ channel: Channel, _ tx: Transaction) throws -> StoredTokens? {
        try tx.first(
            "SELECT access, refresh, issued_at, lifetime FROM channel_token WHERE channel = \(channel) AND refresh <> ''"
        ) { row in
            let issued: Instant = try row["issued_at"]
            return StoredTokens(
                access: try row["access"], refresh: try row["refresh"], issuedAt: issued == unknown ? nil : issued,
                lifetime: try row["lifetime"])
        }
    }

    /// Claims the right to spend a refresh token. False when another process has it, or has spent it already.
    /// - Parameter access: kept with it where nothing is kept yet: the pair of the configuration.
    package static func claim(
        _ channel: Channel, access: String, refresh: String, at now: Instant, until end: Instant, _ tx: Transaction
    ) throws -> Bool {
        try tx.run(
            """
            INSERT INTO channel_token (channel, access, refresh, issued_at) VALUES (\(channel), \(access), \(refresh), \(unknown))
            ON CONFLICT (channel) DO UPDATE SET access = excluded.access, refresh = excluded.refresh WHERE channel_token.refresh = ''
            """)
        return try tx.run(
            """
            UPDATE channel_token SET renewing_until = \(end)
            WHERE channel = \(channel) AND refresh = \(refresh) AND (renewing_until IS NULL OR renewing_until <= \(now))
            """) == 1
    }

    /// Keeps what a grant brought, whatever lies there: it has killed every pair before it.
    package static func keep(_ channel: Channel, _ fresh: StoredTokens, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO channel_token (channel, access, refresh, issued_at, lifetime)
            VALUES (\(channel), \(fresh.access), \(fresh.refresh), \(fresh.issuedAt ?? unknown), \(fresh.lifetime))
            ON CONFLICT (channel) DO UPDATE SET access = excluded.access, refresh = excluded.refresh, issued_at = excluded.issued_at,
              lifetime = excluded.lifetime, renewing_until = NULL, failed_at = NULL, reason = NULL
            """)
    }

    /// Keeps what the renewal of a pair brought, and gives the claim back. False when that pair lies there no longer: a grant has killed
    /// both of them.
    package static func replace(_ channel: Channel, spent: String, by fresh: StoredTokens, _ tx: Transaction) throws -> Bool {
        try tx.run(
            """
            UPDATE channel_token SET access = \(fresh.access), refresh = \(fresh.refresh), issued_at = \(fresh.issuedAt ?? unknown),
              lifetime = \(fresh.lifetime), renewing_until = NULL, failed_at = NULL, reason = NULL
            WHERE channel = \(channel) AND refresh = \(spent)
            """) == 1
    }

    /// Spending it came to nothing. Only whoever has claimed it gives it back.
    package static func release(_ channel: Channel, refresh: String, reason: String, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE channel_token SET renewing_until = NULL, failed_at = \(now), reason = \(reason)
            WHERE channel = \(channel) AND refresh = \(refresh)
            """)
    }

    /// How the pair fares, for the page of the account; never the pair itself.
    package static func standing(_ channel: Channel, _ tx: Transaction) throws -> ChannelTokenStanding? {
        try tx.first(
            "SELECT issued_at, lifetime, failed_at, reason FROM channel_token WHERE channel = \(channel) AND refresh <> ''"
        ) { row in
            let issued: Instant = try row["issued_at"]
            return ChannelTokenStanding(
                issuedAt: issued == unknown ? nil : issued, lifetime: try row["lifetime"], failedAt: try row["failed_at"],
                reason: try row["reason"])
        }
    }

    /// Stands where it is not known when a pair was minted.
    private static let unknown = Instant(milliseconds: 0)
}

/// A pair of tokens as it is kept.
package struct StoredTokens: Sendable, Equatable {
    package var access: String
    package var refresh: String
    /// When it was minted; `nil` for a pair that was typed in.
    package var issuedAt: Instant?
    /// Seconds from minting in which the access token is good; `nil` where nobody said.
    package var lifetime: Int?

    package init(access: String, refresh: String, issuedAt: Instant?, lifetime: Int?) {
        self.access = access
        self.refresh = refresh
        self.issuedAt = issuedAt
        self.lifetime = lifetime
    }
}

/// How a pair of tokens fares.
package struct ChannelTokenStanding: Sendable, Equatable {
    /// When it was minted; `nil` for a pair that was typed in.
    package var issuedAt: Instant?
    /// Seconds from minting in which the access token is good; `nil` where nobody said.
    package var lifetime: Int?
    /// When the last renewal failed, and why.
    package var failedAt: Instant?
    package var reason: String?
}
