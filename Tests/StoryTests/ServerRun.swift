import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
import Simulators
import TestSupport

/// `donghanh serve` as a process over a folder, with the Zalo channel set up; nobody answers on the platform's side.
struct ServerRun: Sendable {
    let run: ProgramRun
    let port: Int

    static let settings: [String: String] = [
        "DONGHANH_ZALO_APP_ID": ZaloPlatformSettings.demonstrationAppID, "DONGHANH_ZALO_APP_SECRET": "s",
        "DONGHANH_ZALO_OA_ID": ZaloPlatformSettings.demonstrationOAID,
        "DONGHANH_ZALO_OA_SECRET_KEY": ZaloPlatformSettings.demonstrationOASecretKey, "DONGHANH_ZALO_ACCESS_TOKEN": "a",
        "DONGHANH_ZALO_REFRESH_TOKEN": "r", "DONGHANH_ZALO_OAUTH_URL": "http://127.0.0.1:1", "DONGHANH_ZALO_OPENAPI_URL": "http://127.0.0.1:1",
        "DONGHANH_LOG_LEVEL": "error",
    ]

    /// Starts it and waits until it serves.
    static func start(in folder: URL, port: Int, environment: [String: String] = [:]) async throws -> ServerRun {
        let run = try ProgramRun(
            ["serve", "--data", folder.appendingPathComponent("data").path, "--listen", "127.0.0.1:\(port)"], in: folder,
            environment: settings.merging(environment) { $1 })
        guard await run.says("Đang phục vụ") else { throw Missing("a server: \(run.output) \(run.faults)") }
        return ServerRun(run: run, port: port)
    }

    /// Sends one request over a connection of its own; throws when the server dies before it has answered.
    static func ask(_ asking: Asking, port: Int) async throws -> Answer {
        var fields: HTTPFields = [:]
        for (name, value) in asking.headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let headers = fields
        return try await TestClient.withClient(host: "127.0.0.1", port: port, configuration: .init(timeout: .seconds(60))) { client in
            let method = HTTPRequest.Method(rawValue: asking.method) ?? .get
            let body = asking.body.isEmpty ? nil : ByteBuffer(bytes: asking.body)
            let response = try await client.execute(.init(asking.path, method: method, authority: "127.0.0.1", headers: headers, body: body))
            return Answer(
                status: response.status.code, headers: response.headers.map { ($0.name.canonicalName, $0.value) },
                body: response.body.map { Array($0.readableBytesView) } ?? [])
        }
    }

    func visitor() -> Visitor {
        let port = port
        return Visitor { asking in try await Self.ask(asking, port: port) }
    }
}

/// One thing that is sent until it is acknowledged, always the same.
enum Parcel: Sendable, Hashable {
    case form(Int)
    case hook(Int)

    var asking: Asking {
        switch self {
        case .form(let number):
            var asking = Asking("POST", "/gui-kien-nghi")
            asking.headers = [("content-type", "application/x-www-form-urlencoded")]
            let fields = [
                "formKey=0123456789abcdef\(1000 + number)", "sender=organisation", "kind=regulation", "text=Ki%E1%BA%BFn+ngh%E1%BB%8B+s%E1%BB%91+\(number)",
                "organisation=C%C3%B4ng+ty+\(number)", "phone=0912345678",
            ]
            asking.body = Array(fields.joined(separator: "&").utf8)
            return asking
        case .hook(let number):
            // Three senders write in turn: the first message of each opens a case, the others join it.
            let time = "\(1_790_000_000_000 + number)"
            let body = """
                {"app_id":"\(ZaloPlatformSettings.demonstrationAppID)","sender":{"id":"70\(number % 3)"},"user_id_by_app":"1",\
                "recipient":{"id":"\(ZaloPlatformSettings.demonstrationOAID)"},"event_name":"user_send_text",\
                "message":{"text":"Tin nhắn số \(number)","msg_id":"m\(number)"},"timestamp":"\(time)"}
                """
            let signed = ZaloPlatformSettings.demonstrationAppID + body + time + ZaloPlatformSettings.demonstrationOASecretKey
            var asking = Asking("POST", "/webhooks/zalo")
            asking.headers = [("content-type", "application/json"), ("X-ZEvent-Signature", "mac=\(contentHash(Array(signed.utf8)))")]
            asking.body = Array(body.utf8)
            return asking
        }
    }

    /// What acknowledges it: the lookup code of a form, "200" of a delivery; `nil`: not taken, to be sent again.
    func receipt(_ answer: Answer) -> String? {
        switch self {
        case .form: answer.status == 303 ? answer.location.map { String($0.dropFirst("/tra-cuu/".count).prefix(10)) } : nil
        case .hook: answer.status == 200 ? "200" : nil
        }
    }
}
