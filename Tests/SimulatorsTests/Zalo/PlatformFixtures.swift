import AsyncHTTPClient
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
@testable import Simulators
import Synchronization
import Testing

let silent = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

/// A platform that is asked through its router, without a socket.
func withRouter(
    _ configure: (inout ZaloPlatformSettings) -> Void = { _ in },
    _ body: @Sendable (ZaloPlatform, Caller) async throws -> Void
) async throws {
    var settings = ZaloPlatformSettings()
    configure(&settings)
    let platform = ZaloPlatform(settings: settings, logger: silent)
    try await platform.application().test(.router) { client in
        try await body(platform, Caller(client: client))
    }
}

/// Calls the platform as an app does.
struct Caller: Sendable {
    let client: any TestClientProtocol

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let text: String
        let json: [String: Any]

        var error: Int? { json["error"] as? Int }
        var data: [String: Any] { json["data"] as? [String: Any] ?? [:] }
        var rows: [[String: Any]] { json["data"] as? [[String: Any]] ?? [] }
    }

    func call(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", token: String? = ZaloPlatformSettings.demonstrationAccessToken,
        headers: [(String, String)] = []
    ) async throws -> Answer {
        var fields: HTTPFields = [:]
        for (name, value) in headers + (token.map { [("access_token", $0)] } ?? []) {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return try await client.execute(uri: path, method: method, headers: fields, body: ByteBuffer(string: body)) { response in
            let json = (try? JSONSerialization.jsonObject(with: Data(response.body.readableBytesView))) as? [String: Any]  // pages are no JSON
            return Answer(status: response.status.code, headers: response.headers, text: String(buffer: response.body), json: json ?? [:])
        }
    }

    /// A question whose parameters are JSON in the query parameter `data`.
    func ask(_ path: String, _ data: String) async throws -> Answer {
        let allowed = CharacterSet.alphanumerics
        return try await call(.get, "\(path)?data=\(data.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")")
    }

    func send(_ text: String, to id: String = "70", token: String? = ZaloPlatformSettings.demonstrationAccessToken) async throws -> Answer {
        let body = JSON.object([("recipient", ["user_id": .string(id)]), ("message", ["text": .string(text)])])
        return try await call(.post, "/v3.0/oa/message/cs", String(decoding: body.bytes, as: UTF8.self), token: token)
    }

    func post(_ path: String, _ body: String) async throws -> [String: Any] { try await call(.post, path, body).json }

    func oauth(_ fields: String, secret: String = ZaloPlatformSettings.demonstrationAppSecret) async throws -> Answer {
        let form = "app_id=\(ZaloPlatformSettings.demonstrationAppID)&" + fields
        return try await call(.post, "/v4/oa/access_token", form, token: nil, headers: [("secret_key", secret)])
    }
}

/// An app's webhook: keeps what it gets and answers as told.
final class Receiver: Sendable {
    struct Delivery: Sendable {
        let body: [UInt8]
        let headers: HTTPFields

        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
        var event: String? { json["event_name"] as? String }
        var json: [String: Any] {
            ((try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any]) ?? [:]  // the probe has none
        }
        var message: [String: Any] { json["message"] as? [String: Any] ?? [:] }
        var attachment: [String: Any] { (message["attachments"] as? [[String: Any]])?.first ?? [:] }
        var payload: [String: Any] { attachment["payload"] as? [String: Any] ?? [:] }
        func id(of member: String) -> String? { (json[member] as? [String: Any])?["id"] as? String }
    }

    private let kept = Mutex<[Delivery]>([])
    private let signal: AsyncStream<Void>.Continuation
    private let signals: AsyncStream<Void>
    private let status: HTTPResponse.Status

    init(status: HTTPResponse.Status) {
        self.status = status
        (signals, signal) = AsyncStream.makeStream()
    }

    var deliveries: [Delivery] { kept.withLock { $0 } }

    /// The deliveries of one kind of event.
    func all(_ event: String) -> [Delivery] { deliveries.filter { $0.event == event } }

    /// Waits until so many deliveries have come.
    func wait(for count: Int) async {
        if deliveries.count >= count { return }
        for await _ in signals where deliveries.count >= count { return }
    }

    /// Waits until so many deliveries of one kind have come; they come after the answer to a call.
    func wait(for event: String, _ count: Int = 1) async {
        if all(event).count >= count { return }
        for await _ in signals where all(event).count >= count { return }
    }

    func take(_ request: Request) async throws -> Response {
        let body = Array(buffer: try await request.body.collect(upTo: 1 << 20))
        kept.withLock { $0.append(Delivery(body: body, headers: request.headers)) }
        signal.yield()
        return Response(status: status)
    }
}

/// A live platform whose webhook is a live receiver.
func withReceiver(
    status: HTTPResponse.Status = .ok, _ configure: (inout ZaloPlatformSettings) -> Void = { _ in },
    _ body: @Sendable (ZaloPlatform, Receiver) async throws -> Void
) async throws {
    let receiver = Receiver(status: status)
    let router = Router()
    router.post("hook") { request, _ in try await receiver.take(request) }
    let app = Application(router: router, logger: silent)
    var settings = ZaloPlatformSettings()
    settings.retryScale = 0
    configure(&settings)
    let prepared = settings
    try await app.test(.live) { client in
        let port = try #require(client.port)
        try await ZaloPlatform.serving(prepared, logger: silent) { platform in
            await platform.world.setWebhook("http://localhost:\(port)/hook")
            try await body(platform, receiver)
        }
    }
}

/// A live platform, its receiver, and a caller of its API.
func withAll(
    _ configure: (inout ZaloPlatformSettings) -> Void = { _ in },
    _ body: @escaping @Sendable (ZaloPlatform, Receiver, Caller) async throws -> Void
) async throws {
    try await withReceiver(status: .ok, configure) { platform, receiver in
        // A second router over the same world: what follows from a call is delivered by the live one.
        try await platform.application().test(.router) { client in try await body(platform, receiver, Caller(client: client)) }
    }
}
