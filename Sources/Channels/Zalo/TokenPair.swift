package import Domain

/// The two tokens of an Official Account (cặp mã truy cập của Zalo OA): the access token lives 25 hours, the refresh token three
/// months and may be used once; minting a pair kills the one before (brief zalo.md §0.4, §1.3).
package struct TokenPair: Sendable, Equatable {
    package var accessToken: String
    package var refreshToken: String
    /// When it was minted; `nil` for a pair typed in by hand: that one is used until it is refused.
    package var issuedAt: Instant?
    /// Seconds from minting in which the access token is good.
    package var lifetime: Int

    package init(accessToken: String, refreshToken: String, issuedAt: Instant?, lifetime: Int = usual) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.issuedAt = issuedAt
        self.lifetime = lifetime
    }

    /// Seconds: 25 hours, where Zalo says nothing else.
    package static let usual = 90_000

    /// Whether it is time for a new pair: after four fifths of the lifetime (20 of 25 hours).
    func isAging(at now: Instant) -> Bool {
        guard let issuedAt else { return false }
        return now.seconds(since: issuedAt) >= lifetime / 5 * 4
    }

    func isExpired(at now: Instant) -> Bool {
        guard let issuedAt else { return false }
        return now.seconds(since: issuedAt) >= lifetime
    }
}
