/// Where the pair of tokens lies durably, for all processes of an installation together. A refresh token works once, so whoever wants
/// to spend it claims it first (brief zalo.md §0.4).
package struct ZaloVault: Sendable {
    /// The pair as it lies there; `nil` while there is none.
    package var load: @Sendable () async throws -> TokenPair?
    /// Whether this process may spend the pair's refresh token now: no other one is doing so, and it is still the one that lies there.
    var claim: @Sendable (TokenPair) async throws -> Bool
    /// Keeps a new pair; returns once it is durable. With the refresh token that was spent for it, the pair is kept only where that one
    /// still lies: false when somebody has granted the account anew meanwhile. `nil`: a grant, which displaces whatever lies there.
    var store: @Sendable (TokenPair, _ spent: String?) async throws -> Bool
    /// Spending a refresh token that this process had claimed came to nothing, for this reason.
    var release: @Sendable (_ refresh: String, _ reason: String) async throws -> Void

    package init(
        load: @escaping @Sendable () async throws -> TokenPair?, claim: @escaping @Sendable (TokenPair) async throws -> Bool,
        store: @escaping @Sendable (TokenPair, _ spent: String?) async throws -> Bool,
        release: @escaping @Sendable (_ refresh: String, _ reason: String) async throws -> Void
    ) {
        self.load = load
        self.claim = claim
        self.store = store
        self.release = release
    }

    /// Of one process that keeps its pair by itself.
    package init(store: @escaping @Sendable (TokenPair) async throws -> Void) {
        self.init(
            load: { nil }, claim: { _ in true },
            store: { pair, _ in
                try await store(pair)
                return true
            }, release: { _, _ in })
    }
}
