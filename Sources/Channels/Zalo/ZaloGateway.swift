import AsyncHTTPClient
import Crypto
import Domain
import Foundation
import Operations

/// One request to an API of Zalo that takes the account's access token.
struct ZaloRequest: Sendable {
    enum Host: Sendable, Equatable { case openapi, business }
    enum Body: Sendable {
        /// Plain query parameters, or the one parameter `data` with JSON: which of the two is decided by the path (brief zalo.md §5, §6).
        case query([(String, String)])
        case json(JSONText)
        /// A file as multipart form data (brief §4).
        case file(name: String, contentType: String, bytes: [UInt8])
    }
    var host = Host.openapi
    var path: String
    var body: Body

    /// A question of which the parameters stand as JSON in `data`.
    static func asking(_ path: String, data: JSONText) -> ZaloRequest {
        ZaloRequest(path: path, body: .query([("data", String(decoding: data.bytes, as: UTF8.self))]))
    }
}

/// Why a call brought nothing.
enum ZaloCallFailure: Error, Sendable, Equatable {
    /// The platform's own refusal.
    case refused(ZaloRequest.Host, code: Int64, message: String)
    case odd(status: Int)
    case none(reason: String)
    case token(ZaloTokenFailure)
    /// The minute's calls are nearly used up: seconds to wait.
    case crowded(seconds: Int)
}

/// Calls the APIs of Zalo: with the token of the moment, renewed once when it is refused, with the proof that the console may demand,
/// and within the calls of the minute. Every part of the wire goes through here.
struct ZaloGateway: Sendable {
    let settings: ZaloSettings
    let client: HTTPClient
    let token: ZaloToken
    let throttle = ZaloThrottle()
    let now: @Sendable () -> Instant

    /// The member `data` of the answer, or the whole of it where there is none.
    func call(_ request: ZaloRequest, for errand: ZaloThrottle.Errand) async throws(ZaloCallFailure) -> JSONText {
        if let seconds = await throttle.wait(for: errand, at: now()) { throw .crowded(seconds: seconds) }
        let first = try await usable { () async throws(ZaloTokenFailure) in try await token.current() }
        do throws(ZaloCallFailure) {
            return try await attempt(request, token: first)
        } catch {
            guard error.asksForToken else { throw error }
        }
        let second = try await usable { () async throws(ZaloTokenFailure) in try await token.replacement(for: first) }
        return try await attempt(request, token: second)
    }

    private func usable(_ get: () async throws(ZaloTokenFailure) -> String) async throws(ZaloCallFailure) -> String {
        do {
            return try await get()
        } catch {
            throw .token(error)
        }
    }

    private func attempt(_ request: ZaloRequest, token: String) async throws(ZaloCallFailure) -> JSONText {
        var headers = [("access_token", token)]
        if settings.provesSecret { headers.append(("appsecret_proof", settings.proof(of: token))) }
        let base = request.host == .openapi ? settings.openapiURL : settings.businessURL
        let call = ZaloCall(client: client, timeout: settings.callTimeout)
        let answer: ZaloAnswer
        switch request.body {
        case .query(let parameters):
            let query = String(decoding: formBody(parameters), as: UTF8.self)
            answer = await call.get(base + request.path + (query.isEmpty ? "" : "?\(query)"), headers: headers)
        case .json(let body):
            answer = await call.post(base + request.path, headers: headers + [("Content-Type", "application/json")], body: body.bytes)
        case .file(let name, let contentType, let bytes):
            let form = MultipartFile(name: name, contentType: contentType, bytes: bytes)
            answer = await call.post(base + request.path, headers: headers + [("Content-Type", form.contentTypeOfForm)], body: form.form)
        }
        return try await data(of: answer, host: request.host)
    }

    private func data(of answer: ZaloAnswer, host: ZaloRequest.Host) async throws(ZaloCallFailure) -> JSONText {
        switch answer {
        case .json(let json, let rate):
            if let rate { await throttle.note(limit: rate.limit, left: rate.left, at: now()) }
            guard let code = json["error"]?.integer else { throw .odd(status: 200) }
            if code != 0 { throw .refused(host, code: code, message: json["message"]?.text ?? "") }
            return json["data"] ?? json
        case .odd(let status): throw .odd(status: status)
        case .none(let reason): throw .none(reason: reason)
        }
    }
}

extension ZaloSettings {
    /// HMAC-SHA-256 of a token under the app's secret, in hexadecimal (brief §1.5).
    func proof(of token: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(token.utf8), using: SymmetricKey(data: Array(appSecret.utf8)))
        return hexadecimal(Array(code))
    }
}

extension ZaloCallFailure {
    /// Whether the access token was what did not please.
    fileprivate var asksForToken: Bool {
        guard case .refused(let host, let code, _) = self else { return false }
        return host == .openapi ? code == -216 || code == -220 : code == -124
    }
}

/// One file as a multipart form with the field `file`.
private struct MultipartFile {
    let boundary: String
    let form: [UInt8]

    init(name: String, contentType: String, bytes: [UInt8]) {
        // A boundary that the content does not contain: it holds the content's own digest.
        boundary = "tep-" + hexadecimal(Array(SHA256.hash(data: bytes)))
        let safe = String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\"" || $0 == "\\" || $0.value < 0x20 ? "_" : $0 }))
        let head = """
            --\(boundary)\r\nContent-Disposition: form-data; name="file"; filename="\(safe)"\r\nContent-Type: \(contentType)\r\n\r\n
            """
        form = Array(head.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    var contentTypeOfForm: String { "multipart/form-data; boundary=\(boundary)" }
}
