import AsyncHTTPClient
import Domain
import Logging

/// Holds the account's tokens and renews them: one renewal at a time however many ask for it, in this process and in the others, the
/// new pair stored before its first use, and no pair ever taken from an error (brief zalo.md §0.4, §1.3, §1.4).
actor ZaloToken {
    private let mint: ZaloMint
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let vault: ZaloVault
    /// Looks at the vault while another process renews: longer than its call to Zalo may take.
    private let looks: Int

    private var pair: TokenPair
    /// Minted, but not stored yet: the old pair is dead and this one may not be used. With the refresh token that was spent for it; `nil`
    /// where it comes from a grant.
    private var unstored: (pair: TokenPair, spent: String?)?
    private var renewal: Task<Result<TokenPair, ZaloTokenFailure>, Never>?
    /// A grant that is being taken; what it brings kills every pair before it.
    private var grant: Task<Result<TokenPair, ZaloTokenFailure>, Never>?
    private var lastFailure: (failure: ZaloTokenFailure, at: Instant)?

    /// Seconds in which a failure is taken as Zalo's answer to further questions: many letters waiting must not become as many
    /// vain renewals, each as long as a call may take.
    private static let failureHolds = 60
    /// Milliseconds between two looks at the vault.
    private static let pause = 250

    init(
        settings: ZaloSettings, pair: TokenPair, client: HTTPClient, now: @escaping @Sendable () -> Instant, logger: Logger,
        vault: ZaloVault
    ) {
        self.pair = pair
        mint = ZaloMint(settings: settings, call: ZaloCall(client: client, timeout: settings.callTimeout), now: now)
        looks = Int(settings.callTimeout * 1000) / Self.pause + 4
        self.now = now
        self.logger = logger
        self.vault = vault
    }

    /// An access token to call with; renewed ahead of time when it ages.
    func current() async throws(ZaloTokenFailure) -> String {
        if unstored == nil, !pair.accessToken.isEmpty, !pair.isAging(at: now()) { return pair.accessToken }
        let old = pair
        do {
            return try await renewed(insteadOf: old).accessToken
        } catch {
            // An aging pair is good for some hours more, as long as no renewal has reached Zalo.
            if unstored == nil, !old.accessToken.isEmpty, !old.isExpired(at: now()) { return old.accessToken }
            throw error
        }
    }

    /// An access token in place of one that Zalo has refused.
    func replacement(for refused: String) async throws(ZaloTokenFailure) -> String {
        if unstored == nil, renewal == nil, pair.accessToken != refused { return pair.accessToken }
        return try await renewed(insteadOf: pair).accessToken
    }

    /// Takes the pair that a grant gives for its code (brief §1.3). The pair before it is dead then.
    /// - Parameter account: whose the pair must be, where nothing else says that the code is meant for us; Zalo is asked.
    func exchange(code: String, verifier: String, ownedBy account: String?) async throws(ZaloTokenFailure) {
        try await granted { [mint] in
            do throws(ZaloTokenFailure) {
                let fresh = try await mint.exchange(code: code, verifier: verifier)
                if let account {
                    let owner = try await mint.owner(of: fresh)
                    if owner != account { throw .foreign(owner) }
                }
                return .success(fresh)
            } catch {
                return .failure(error)
            }
        }
    }

    /// Takes a pair that was minted elsewhere: stored before its first use.
    func adopt(_ fresh: TokenPair) async throws(ZaloTokenFailure) { try await granted { .success(fresh) } }
}

// Granting.
extension ZaloToken {
    /// Alone, like a renewal: whoever needs a token meanwhile waits for what the grant brings.
    private func granted(_ get: @escaping @Sendable () async -> Result<TokenPair, ZaloTokenFailure>) async throws(ZaloTokenFailure) {
        while let underWay = renewal ?? grant { _ = await underWay.value }
        // A task of its own: who asked may be cancelled, a code is spent once.
        let task = Task { await self.take(get) }
        grant = task
        _ = try await task.value.get()
    }

    private func take(_ get: @Sendable () async -> Result<TokenPair, ZaloTokenFailure>) async -> Result<TokenPair, ZaloTokenFailure> {
        defer { grant = nil }
        do throws(ZaloTokenFailure) {
            unstored = (try await get().get(), spent: nil)
            return .success(try await storeMinted())
        } catch {
            logger.error("Zalo: the grant brought no token pair", metadata: ["failure": "\(error)"])
            return .failure(error)
        }
    }
}

// Renewing.
extension ZaloToken {
    private func renewed(insteadOf old: TokenPair) async throws(ZaloTokenFailure) -> TokenPair {
        while let grant {
            _ = await grant.value
            if unstored == nil, pair != old { return pair }
        }
        if let renewal { return try await renewal.value.get() }
        if unstored == nil, let (failure, at) = lastFailure, now().seconds(since: at) < Self.failureHolds {
            // Another process may have been granted the account since.
            if let other = try await kept(otherThan: old) { return settle(other) }
            throw failure
        }
        // A task of its own: who asked may be cancelled, a renewal under way may not, or its pair is lost.
        let task = Task { await self.renew() }
        renewal = task
        return try await task.value.get()
    }

    private func renew() async -> Result<TokenPair, ZaloTokenFailure> {
        defer { renewal = nil }
        var claimed: String?
        do throws(ZaloTokenFailure) {
            if unstored == nil {
                if let other = try await keptOrClaimed() { return .success(settle(other)) }
                let spent = pair.refreshToken
                claimed = spent
                unstored = (try await mint.renew(spent), spent)
                // It is spent: there is nothing to give back any more.
                claimed = nil
            }
            return .success(try await storeMinted())
        } catch {
            if error.isOfZalo { lastFailure = (error, now()) }
            logger.error("Zalo: no new token pair", metadata: ["failure": "\(error)"])
            // The reason is shown on the page of the account; that it could not be written down changes nothing here.
            if let claimed { try? await vault.release(claimed, error.words) }
            return .failure(error)
        }
    }

    /// The pair of another process that has renewed meanwhile; `nil` when this process has claimed the right to do it itself.
    private func keptOrClaimed() async throws(ZaloTokenFailure) -> TokenPair? {
        for _ in 0..<looks {
            if let other = try await kept(otherThan: pair) { return other }
            if pair.refreshToken.isEmpty { throw .notGranted }
            let mine = pair
            if try await atVault({ try await self.vault.claim(mine) }) { return nil }
            // A cancelled sleep: the server stops, and the next look is the last.
            try? await Task.sleep(for: .milliseconds(Self.pause))
        }
        throw .busy
    }

    /// The pair in the vault, where it is another one.
    private func kept(otherThan old: TokenPair) async throws(ZaloTokenFailure) -> TokenPair? {
        guard let other = try await atVault({ try await self.vault.load() }) else { return nil }
        return other.refreshToken.isEmpty || other.refreshToken == old.refreshToken ? nil : other
    }

    /// Stores what was minted, then uses it. A pair whose refresh token no longer lies there was killed by a grant to another process:
    /// that one's is taken.
    private func storeMinted() async throws(ZaloTokenFailure) -> TokenPair {
        guard let (fresh, spent) = unstored else { return pair }
        if try await atVault({ try await self.vault.store(fresh, spent) }) {
            logger.info("Zalo: new token pair")
            return settle(fresh)
        }
        unstored = nil
        guard let other = try await kept(otherThan: fresh) else { throw .notGranted }
        return settle(other)
    }

    private func atVault<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws(ZaloTokenFailure) -> Value {
        do {
            return try await body()
        } catch {
            logger.error("Zalo: the store of the token pair cannot be used", metadata: ["error": "\(error)"])
            throw .notStored
        }
    }

    @discardableResult
    private func settle(_ fresh: TokenPair) -> TokenPair {
        pair = fresh
        unstored = nil
        lastFailure = nil
        return fresh
    }
}
