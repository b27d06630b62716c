package import Domain
import Foundation

extension ZaloWire {
    /// The longest text of one message, in UTF-16 units (brief zalo.md §3); longer ones are cut into parts before they get here.
    package static let longestText = 2000

    package func deliver(_ message: Outgoing, files: [OutgoingFile]) async -> DeliveryOutcome {
        guard message.text.utf16.count <= Self.longestText else {
            return .giveUp(reason: "Tin dài quá \(Self.longestText) ký tự, Zalo không nhận; cần chia thành nhiều tin.")
        }
        guard message.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }), !message.recipient.isEmpty else {
            return .giveUp(reason: "Tin không có nội dung hoặc không có người nhận.")
        }
        do throws(ZaloTokenFailure) {
            let first = try await token.current()
            let outcome = await send(message, token: first)
            guard case .needsToken = outcome else { return result(outcome) }
            return result(await send(message, token: try await token.replacement(for: first)))
        } catch {
            return outcome(of: error)
        }
    }

    private enum Sending {
        case done(DeliveryOutcome)
        /// Zalo refused the access token.
        case needsToken
    }

    private func result(_ sending: Sending) -> DeliveryOutcome {
        switch sending {
        case .done(let outcome): outcome
        case .needsToken: .retry(after: 300, reason: "Zalo không chấp nhận mã truy cập của tài khoản OA vừa được gia hạn.")
        }
    }

    private func send(_ message: Outgoing, token: String) async -> Sending {
        let call = ZaloCall(client: client, timeout: settings.callTimeout)
        let headers = [("access_token", token), ("Content-Type", "application/json")]
        switch await call.post(settings.openapiURL + "/v3.0/oa/message/cs", headers: headers, body: Self.body(of: message)) {
        case .json(let json): return outcome(of: json)
        case .odd(let status) where status == 200:
            return .done(.retry(after: 60, reason: "Zalo trả lời không đọc được, chưa rõ tin đã gửi hay chưa."))
        case .odd(let status): return .done(.retry(after: 60, reason: "Zalo đang gặp sự cố (HTTP \(status))."))
        case .none(let reason): return .done(.retry(after: 30, reason: "Zalo \(reason)."))
        }
    }

    private func outcome(of json: JSONText) -> Sending {
        guard let code = json["error"]?.integer else {
            return .done(.retry(after: 60, reason: "Zalo trả lời không đọc được, chưa rõ tin đã gửi hay chưa."))
        }
        if code == 0 { return .done(.delivered(receipt: json["data"]?["message_id"]?.text ?? "")) }
        switch ZaloError.remedy(for: code, message: json["message"]?.text ?? "") {
        case .renewToken: return .needsToken
        case .nextMinute:
            let wait = 61 - now().secondOfDay % 60
            return .done(.retry(after: wait, reason: "Đã gọi Zalo quá số lần cho phép trong một phút (mã -32)."))
        case .retry(let after, let reason): return .done(.retry(after: after, reason: reason))
        case .giveUp(let reason): return .done(.giveUp(reason: reason))
        case .shut(let reason): return .done(.shut(reason: reason))
        }
    }

    private func outcome(of failure: ZaloTokenFailure) -> DeliveryOutcome {
        switch failure {
        case .refused(let code, _):
            .retry(
                after: 900,
                reason: "Zalo từ chối gia hạn quyền truy cập (mã \(code)); quản trị viên tài khoản OA cần cấp quyền lại cho ứng dụng.")
        case .unreachable(let reason): .retry(after: 60, reason: "Chưa gia hạn được quyền truy cập: \(reason).")
        case .notStored: .retry(after: 60, reason: "Chưa lưu được quyền truy cập Zalo mới; kiểm tra đĩa và cơ sở dữ liệu.")
        }
    }

    private static func body(of message: Outgoing) -> [UInt8] {
        struct Body: Encodable {
            struct Recipient: Encodable { let user_id: String }
            struct Message: Encodable { let text: String }
            let recipient: Recipient
            let message: Message
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = Body(recipient: .init(user_id: message.recipient), message: .init(text: message.text))
        // Two strings always encode; an empty body would be refused by Zalo as -201 and shown.
        return (try? encoder.encode(body)).map(Array.init) ?? []
    }
}
