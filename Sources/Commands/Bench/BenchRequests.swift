import ArgumentParser
import Channels
import Demonstration
import Domain
import Foundation

/// `donghanh bench requests`: HTTP requests as bytes for the load generator, each with its length on a line before it; no two are
/// the same.
struct BenchRequests: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "requests", abstract: "In các yêu cầu HTTP mẫu cho bench/load.")

    enum Kind: String, ExpressibleByArgument { case form, hook }

    @Argument(help: "form hoặc hook.") var kind: Kind
    @Option(name: .long, help: ArgumentHelp("Số yêu cầu.", valueName: "số")) var count = 1000
    @Option(name: .long, help: ArgumentHelp("Hạt giống; khác nhau thì yêu cầu khác nhau.", valueName: "số")) var seed: UInt64 = 1
    @Option(name: .customLong("app-id")) var appID = "1111222233334444555"
    @Option(name: .long, help: ArgumentHelp("Mã Official Account.")) var account = "9000000000000000001"
    @Option(name: .long, help: ArgumentHelp("Khóa ký webhook.")) var key = "bench-key"

    func run() async throws {
        let cast = try Cast.shipped()
        let now = RealWorld.now
        let plan = LongPlan(
            cast: cast, calendar: try Calendars.shipped().calendar(), from: now.day.adding(-60), now: now, count: count, seed: seed)
        for (number, planned) in plan.enumerated() {
            let request =
                switch kind {
                case .form: form(planned, cast, number)
                case .hook: hook(planned, number, at: now)
                }
            FileHandle.standardOutput.write(Data("\(request.count)\n".utf8) + Data(request))
        }
    }

    private func form(_ planned: PlannedCase, _ cast: Cast, _ number: Int) -> [UInt8] {
        let sender = cast.sender(planned.sender)
        let classification = planned.classification
        let fields: [(String, String)] = [
            ("formKey", "bench-requests-\(seed)-\(number)"), ("kind", "regulation"), ("text", planned.text),
            ("title", planned.title ?? ""), ("field", classification.field?.text ?? ""),
            ("sender", sender?.organisation == nil ? "person" : "organisation"), ("organisation", sender?.organisation ?? ""),
            ("taxCode", sender?.taxCode ?? ""), ("name", sender?.person ?? ""), ("office", ""), ("phone", sender?.phone ?? ""),
            ("email", ""), ("site", classification.site?.rawValue ?? ""), ("siteName", classification.siteName),
            ("area", classification.area?.text ?? ""), ("address", ""),
        ]
        let boundary = "----donghanh\(seed)x\(number)"
        var body = ""
        for (name, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body += "--\(boundary)--\r\n"
        return post("/gui-kien-nghi", body, ["Content-Type: multipart/form-data; boundary=\(boundary)"])
    }

    private func hook(_ planned: PlannedCase, _ number: Int, at now: Instant) -> [UInt8] {
        let timestamp = String(now.milliseconds)
        let body = """
            {"app_id":"\(appID)","sender":{"id":"\(planned.senderAddress)"},"user_id_by_app":"8\(planned.senderAddress.dropFirst())",\
            "recipient":{"id":"\(account)"},"event_name":"user_send_text",\
            "message":{"text":\(quoted(planned.text)),"msg_id":"bench-\(seed)-\(number)"},"timestamp":"\(timestamp)"}
            """
        let mac = ZaloSignature(appID: appID, key: key).mac(of: Array(body.utf8), timestamp: timestamp)
        return post("/webhooks/zalo", body, ["Content-Type: application/json", "X-ZEvent-Signature: mac=\(mac)"])
    }

    private func post(_ path: String, _ body: String, _ headers: [String]) -> [UInt8] {
        let head = ["POST \(path) HTTP/1.1", "Host: 127.0.0.1", "Content-Length: \(body.utf8.count)"] + headers
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    /// A text as JSON writes it.
    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
