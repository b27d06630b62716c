import Crypto
import Domain
import Foundation

/// The OAuth endpoint of Zalo, version 4, with PKCE (brief zalo.md §1).
struct ZaloMint: Sendable {
    let settings: ZaloSettings
    let call: ZaloCall
    let now: @Sendable () -> Instant

    /// Where an administrator of the account grants the app its rights. Without a verifier the console's own pair holds.
    static func permissionAddress(_ settings: ZaloSettings, verifier: String?, state: String) -> String {
        var fields = [("app_id", settings.appID), ("redirect_uri", settings.callback)]
        if let verifier { fields.append(("code_challenge", challenge(of: verifier))) }
        fields.append(("state", state))
        return "\(settings.oauthURL)/v4/oa/permission?\(String(decoding: formBody(fields), as: UTF8.self))"
    }

    /// SHA-256 of the verifier in base64url without padding (brief §1.2, RFC 7636).
    static func challenge(of verifier: String) -> String {
        Data(SHA256.hash(data: Array(verifier.utf8))).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    func renew(_ refreshToken: String) async throws(ZaloTokenFailure) -> TokenPair {
        try await mint([("refresh_token", refreshToken), ("app_id", settings.appID), ("grant_type", "refresh_token")])
    }

    func exchange(code: String, verifier: String) async throws(ZaloTokenFailure) -> TokenPair {
        try await mint([("code", code), ("app_id", settings.appID), ("grant_type", "authorization_code"), ("code_verifier", verifier)])
    }

    /// The account that a pair belongs to, as Zalo says.
    func owner(of pair: TokenPair) async throws(ZaloTokenFailure) -> String {
        var headers = [("access_token", pair.accessToken)]
        if settings.provesSecret { headers.append(("appsecret_proof", settings.proof(of: pair.accessToken))) }
        switch await call.get(settings.openapiURL + "/v2.0/oa/getoa", headers: headers) {
        case .json(let json, _):
            let data = json["data"] ?? .null
            guard json["error"]?.integer == 0, let owner = data["oaid"]?.text ?? data["oa_id"]?.text else {
                throw .refused(code: json["error"]?.integer ?? 0, name: "getoa")
            }
            return owner
        case .odd(let status): throw .unreachable("Zalo trả lời HTTP \(status)")
        case .none(let reason): throw .unreachable("Zalo \(reason)")
        }
    }

    private func mint(_ fields: [(String, String)]) async throws(ZaloTokenFailure) -> TokenPair {
        let headers = [("secret_key", settings.appSecret), ("Content-Type", "application/x-www-form-urlencoded")]
        let asked = now()
        switch await call.post(settings.oauthURL + "/v4/oa/access_token", headers: headers, body: formBody(fields)) {
        case .json(let json, _): return try pair(from: json, asked: asked)
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
        return TokenPair(accessToken: access, refreshToken: refresh, issuedAt: asked, lifetime: lifetime ?? TokenPair.usual)
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
