import Crypto
import Foundation

/// The OAuth side (brief zalo.md §1): one pair is alive at a time, a refresh token and a code can be used once.
struct ZaloGrants {
    private(set) var accessToken: String
    private(set) var refreshToken: String
    private var accessExpires: Int64
    private var refreshExpires: Int64
    private var everAccess: Set<String>
    private var codes: [String: Code] = [:]
    private let consoleChallenge: String?
    private let insists: Bool
    /// How many pairs were minted.
    private(set) var minted = 0

    private struct Code {
        let challenge: String?
        let expires: Int64
    }

    private static let accessLife: Int64 = 90_000_000
    private static let refreshLife: Int64 = 90 * 86_400_000
    private static let codeLife: Int64 = 600_000

    init(accessToken: String, refreshToken: String, now: Int64, consoleChallenge: String? = nil, insists: Bool = false) {
        self.consoleChallenge = consoleChallenge
        self.insists = insists
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        everAccess = [accessToken]
        accessExpires = now + Self.accessLife
        refreshExpires = now + Self.refreshLife
    }

    /// Why a call with this access token is refused; `nil` when it is good.
    func refusal(of token: String?, now: Int64, inWords: Bool) -> ZaloFault? {
        guard let token, token == accessToken || everAccess.contains(token) else { return .accessTokenInvalid }
        if token == accessToken && now < accessExpires { return nil }
        return inWords ? .accessTokenExpiredInWords : .accessTokenExpired
    }

    /// A code bound to the challenge of the request, or to that of the console.
    mutating func code(challenge: String?, now: Int64, name: String) -> String {
        let bound = insists ? consoleChallenge : challenge ?? consoleChallenge
        codes[name] = Code(challenge: bound, expires: now + Self.codeLife)
        return name
    }

    /// Whether the code may be exchanged; it is used up by asking.
    mutating func redeem(_ name: String, verifier: String?, now: Int64) -> Bool {
        guard let code = codes.removeValue(forKey: name), now < code.expires else { return false }
        guard let challenge = code.challenge else { return true }
        guard let verifier else { return false }
        return Self.challenge(of: verifier) == challenge
    }

    func takes(refresh token: String, now: Int64) -> Bool { token == refreshToken && now < refreshExpires }

    /// Mints a pair; the one before is dead at once.
    mutating func mint(now: Int64) {
        minted += 1
        let chance = String(UInt64.random(in: .min ... .max), radix: 36)
        accessToken = "AT-\(minted)-\(chance)"
        refreshToken = "RT-\(minted)-\(chance)"
        everAccess.insert(accessToken)
        accessExpires = now + Self.accessLife
        refreshExpires = now + Self.refreshLife
    }

    /// Makes the access token die before its time.
    mutating func expireAccess(now: Int64) { accessExpires = min(accessExpires, now) }

    /// Puts in a pair that was made by hand, as the API Explorer does; the one before is dead.
    mutating func seed(access: String, refresh: String, now: Int64) {
        (accessToken, refreshToken) = (access, refresh)
        everAccess.insert(access)
        accessExpires = now + Self.accessLife
        refreshExpires = now + Self.refreshLife
    }

    /// Makes the refresh token worthless, as when the grant is taken back.
    mutating func revoke() { refreshToken = "" }

    /// Base64 for addresses, without padding, of the verifier's SHA-256.
    static func challenge(of verifier: String) -> String {
        let text = Data(SHA256.hash(data: Array(verifier.utf8))).base64EncodedString()
        return text.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }
}
