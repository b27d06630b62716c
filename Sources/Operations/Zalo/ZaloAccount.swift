package import Domain

/// What the office asks of an Official Account beside messages: its grant, its state, its people, its groups. The wire answers it.
package protocol ZaloAccount: Sendable {
    var oaID: String { get }
    /// Where Zalo leads the browser back to after a grant; the console must know the same.
    var callback: String { get }
    /// Whether the console keeps the pair of codes, so that a grant may begin there as well (brief zalo.md §1.2).
    var hasFixedVerifier: Bool { get }
    /// Whether the configuration holds a pair of tokens to begin with.
    var hasConfiguredPair: Bool { get }
    /// Whether the provider's form that asks who a sender is can be sent.
    var asksContacts: Bool { get }

    /// Where an administrator of the account grants the app its rights.
    func permissionAddress(verifier: String?, state: String) -> String
    /// Exchanges the code of a grant; the pair is stored before it is used.
    /// - Parameters:
    ///   - verifier: `nil`: the fixed one.
    ///   - isOurs: whether we began the grant; otherwise anybody may have brought the code, and Zalo is asked whose pair it gives before
    ///     that is kept.
    func connect(code: String, verifier: String?, isOurs: Bool) async throws(ZaloFailure)
    /// Takes a pair that an administrator of the account typed in.
    func adopt(access: String, refresh: String) async throws(ZaloFailure)
    /// Renews the pair when it ages.
    func keepFresh() async throws(ZaloFailure)

    func facts() async throws(ZaloFailure) -> ZaloFacts
    func profile(of person: String) async throws(ZaloFailure) -> ZaloProfile
    func articles() async throws(ZaloFailure) -> ZaloArticles
    /// What was written since a moment, newest first, in the form of the deliveries that were missed; with the failure that kept it from
    /// reading on, and what it had read by then.
    func missed(since: Instant) async -> (deliveries: [MissedDelivery], failure: ZaloFailure?)

    func groups() async throws(ZaloFailure) -> [ZaloGroupFacts]
    func members(of group: String) async throws(ZaloFailure) -> [ChatGroup.Member]
    /// Makes a group that the account owns.
    func makeGroup(name: String, about: String, members: [String]) async throws(ZaloFailure) -> ZaloGroupFacts
}

/// Zalo could not do what was asked; the reason is for the officer.
package struct ZaloFailure: Error, Sendable, Equatable {
    package var reason: String
    package var kind: Kind

    package enum Kind: Sendable, Equatable {
        /// Asking again is of no use: the platform knows nothing of it, or it is not ours.
        case final
        /// The platform says no; that may change.
        case refused
        /// The platform was not reached, or there is no token to ask it with: it has said nothing of the question.
        case away
        /// The calls of this minute are used up: nothing is wrong.
        case crowded
    }

    package init(_ reason: String, _ kind: Kind) {
        self.reason = reason
        self.kind = kind
    }
}

/// An event that the webhook may not have brought, as bytes that the wire reads like a delivery, under the key of that delivery.
package struct MissedDelivery: Sendable, Equatable {
    package var key: String
    package var bytes: [UInt8]
    package var at: Instant

    package init(key: String, bytes: [UInt8], at: Instant) {
        self.key = key
        self.bytes = bytes
        self.at = at
    }
}
