import AsyncHTTPClient
import Domain
import Logging

/// Why there is no usable token.
enum ZaloTokenFailure: Error, Equatable {
    /// Zalo refuses to renew: an administrator of the account must grant the app again.
    case refused(code: Int64, name: String)
    /// Zalo could not be asked, or its answer could not be understood.
    case unreachable(String)
    /// A new pair is there, but could not be stored; it is not used before it is.
    case notStored
}

/// Holds the account's tokens and renews them: one renewal at a time however many ask for it, in this process and in the others, the
/// new pair stored before its first use, and no pair ever taken from an error (brief zalo.md §0.4, §1.3, §1.4).
actor ZaloToken {
    private let mint: ZaloMint
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let vault: ZaloVault

    private var pair: TokenPair
    /// Minted, but not stored yet: the old pair is dead and this one may not be used.
    private var unstored: TokenPair?
    private var renewal: Task<Result<TokenPair, ZaloTokenFailure>, Never>?
    private var lastRefusal: (failure: ZaloTokenFailure, at: Instant)?

    /// Seconds in which a refusal is taken as Zalo's answer to further questions: many letters waiting must not become as many
    /// vain renewals.
    private static let refusalHolds = 60
    /// Looks at the vault while another process renews, and milliseconds between two of them.
    private static let (looks, pause) = (40, 250)

    init(
        settings: ZaloSettings, pair: TokenPair, client: HTTPClient, now: @escaping @Sendable () -> Instant, logger: Logger,
        vault: ZaloVault
    ) {
        self.pair = pair
        mint = ZaloMint(settings: settings, call: ZaloCall(client: client, timeout: settings.callTimeout), now: now)
        self.now = now
        self.logger = logger
        self.vault = vault
    }

    /// An access token to call with; renewed ahead of time when it ages.
    func current() async throws(ZaloTokenFailure) -> String {
        if unstored == nil, !pair.accessToken.isEmpty, !pair.isAging(at: now()) { return pair.accessToken }
        let old = pair
        do {
            return try await renewed().accessToken
        } catch {
            // An aging pair is good for some hours more, as long as no renewal has reached Zalo.
            if unstored == nil, !old.accessToken.isEmpty, !old.isExpired(at: now()) { return old.accessToken }
            throw error
        }
    }

    /// An access token in place of one that Zalo has refused.
    func replacement(for refused: String) async throws(ZaloTokenFailure) -> String {
        if unstored == nil, renewal == nil, pair.accessToken != refused { return pair.accessToken }
        return try await renewed().accessToken
    }

    /// Takes the pair that a grant gives for its code (brief §1.3). The pair before it is dead then.
    func exchange(code: String, verifier: String) async throws(ZaloTokenFailure) {
        if let renewal { _ = await renewal.value }
        try await adopt(try await mint.exchange(code: code, verifier: verifier))
    }

    /// Takes a pair that was minted elsewhere: stored before its first use.
    func adopt(_ fresh: TokenPair) async throws(ZaloTokenFailure) {
        unstored = fresh
        try await keep(fresh)
        settle(fresh)
    }

    private func settle(_ fresh: TokenPair) {
        pair = fresh
        unstored = nil
        lastRefusal = nil
    }

    private func renewed() async throws(ZaloTokenFailure) -> TokenPair {
        if let renewal { return try await renewal.value.get() }
        if let (failure, at) = lastRefusal, now().seconds(since: at) < Self.refusalHolds { throw failure }
        // A task of its own: who asked may be cancelled, a renewal under way may not, or its pair is lost.
        let task = Task { await self.renew() }
        renewal = task
        return try await task.value.get()
    }

    private func renew() async -> Result<TokenPair, ZaloTokenFailure> {
        defer { renewal = nil }
        do throws(ZaloTokenFailure) {
            if unstored == nil, let other = try await takenFromVault() { return .success(other) }
            let fresh: TokenPair
            if let unstored { fresh = unstored } else { fresh = try await mint.renew(pair.refreshToken) }
            unstored = fresh
            try await keep(fresh)
            settle(fresh)
            logger.info("Zalo: new token pair")
            return .success(fresh)
        } catch {
            if case .refused = error { lastRefusal = (error, now()) }
            logger.error("Zalo: no new token pair", metadata: ["failure": "\(error)"])
            // The reason is shown on the page of the account; that it could not be written down changes nothing here.
            try? await vault.release(error.words)
            return .failure(error)
        }
    }

    /// The pair of another process that has renewed meanwhile; `nil` when this process has claimed the right to do it itself.
    private func takenFromVault() async throws(ZaloTokenFailure) -> TokenPair? {
        do {
            for _ in 0..<Self.looks {
                if let other = try await vault.load(), other.refreshToken != pair.refreshToken {
                    settle(other)
                    return other
                }
                if try await vault.claim(pair) { return nil }
                try await Task.sleep(for: .milliseconds(Self.pause))
            }
        } catch {
            logger.error("Zalo: the token pair could not be claimed", metadata: ["error": "\(error)"])
            throw .notStored
        }
        throw .unreachable("một tiến trình khác đang gia hạn")
    }

    private func keep(_ fresh: TokenPair) async throws(ZaloTokenFailure) {
        do {
            try await vault.store(fresh)
        } catch {
            logger.error("Zalo: the new token pair could not be stored", metadata: ["error": "\(error)"])
            throw .notStored
        }
    }
}

extension ZaloTokenFailure {
    /// In words for the officer.
    var words: String {
        switch self {
        case .refused(let code, _):
            "Zalo từ chối gia hạn quyền truy cập (mã \(code)); quản trị viên tài khoản OA cần cấp quyền lại cho ứng dụng."
        case .unreachable(let reason): "Chưa gia hạn được quyền truy cập: \(reason)."
        case .notStored: "Chưa lưu được quyền truy cập Zalo mới; kiểm tra đĩa và cơ sở dữ liệu."
        }
    }
}
