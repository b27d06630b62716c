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

/// Holds the account's tokens and renews them: one renewal at a time however many ask for it, the new pair stored before its
/// first use, and no pair ever taken from an error (brief zalo.md §0.4, §1.3, §1.4).
actor ZaloToken {
    private let settings: ZaloSettings
    private let call: ZaloCall
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let store: @Sendable (TokenPair) async throws -> Void

    private var pair: TokenPair
    /// Minted, but not stored yet: the old pair is dead and this one may not be used.
    private var unstored: TokenPair?
    private var renewal: Task<Result<TokenPair, ZaloTokenFailure>, Never>?
    private var lastRefusal: (failure: ZaloTokenFailure, at: Instant)?

    /// Seconds in which a refusal is taken as Zalo's answer to further questions: many letters waiting must not become as many
    /// vain renewals.
    private static let refusalHolds = 60

    init(
        settings: ZaloSettings, pair: TokenPair, client: HTTPClient, now: @escaping @Sendable () -> Instant, logger: Logger,
        store: @escaping @Sendable (TokenPair) async throws -> Void
    ) {
        self.settings = settings
        self.pair = pair
        self.call = ZaloCall(client: client, timeout: settings.callTimeout)
        self.now = now
        self.logger = logger
        self.store = store
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
            let fresh: TokenPair
            if let unstored { fresh = unstored } else { fresh = try await minted() }
            unstored = fresh
            try await keep(fresh)
            pair = fresh
            unstored = nil
            lastRefusal = nil
            logger.info("Zalo: new token pair")
            return .success(fresh)
        } catch {
            if case .refused = error { lastRefusal = (error, now()) }
            logger.error("Zalo: no new token pair", metadata: ["failure": "\(error)"])
            return .failure(error)
        }
    }

    private func keep(_ fresh: TokenPair) async throws(ZaloTokenFailure) {
        do {
            try await store(fresh)
        } catch {
            logger.error("Zalo: the new token pair could not be stored", metadata: ["error": "\(error)"])
            throw .notStored
        }
    }

    private func minted() async throws(ZaloTokenFailure) -> TokenPair {
        let body = formBody([("refresh_token", pair.refreshToken), ("app_id", settings.appID), ("grant_type", "refresh_token")])
        let headers = [("secret_key", settings.appSecret), ("Content-Type", "application/x-www-form-urlencoded")]
        let asked = now()
        switch await call.post(settings.oauthURL + "/v4/oa/access_token", headers: headers, body: body) {
        case .json(let json): return try pair(from: json, asked: asked)
        case .odd(let status): throw .unreachable("Zalo trả lời HTTP \(status)")
        case .none(let reason): throw .unreachable("Zalo \(reason)")
        }
    }

    private func pair(from json: JSONText, asked: Instant) throws(ZaloTokenFailure) -> TokenPair {
        let error = json["error"]?.integer ?? 0
        guard error == 0, json["error_name"] == nil, let access = json["access_token"]?.text, !access.isEmpty else {
            throw .refused(code: error, name: json["error_name"]?.text ?? "")
        }
        guard let refresh = json["refresh_token"]?.text, !refresh.isEmpty else { throw .refused(code: error, name: "no refresh_token") }
        let lifetime = json["expires_in"]?.integer.flatMap { (60...31_536_000).contains($0) ? Int($0) : nil }
        return TokenPair(accessToken: access, refreshToken: refresh, issuedAt: asked, lifetime: lifetime ?? 90_000)
    }
}

/// A form body; everything but letters, digits and `-._~` is escaped.
func formBody(_ fields: [(String, String)]) -> [UInt8] {
    func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
    return Array(fields.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&").utf8)
}
