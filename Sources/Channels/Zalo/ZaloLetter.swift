import Domain

/// Makes the calls that carry one message of the outbox (brief zalo.md §3, §4, §5, §9).
struct ZaloLetter: Sendable {
    let gateway: ZaloGateway
    /// Where it goes: `recipient` of the body, and the path of the API.
    let place: Place

    enum Place: Sendable {
        case user(String)
        case anonymous(String, conversation: String)
        case group(String)

        fileprivate var path: String {
            switch self {
            case .user: "/v3.0/oa/message/cs"
            case .anonymous: "/v2.0/oa/message"
            case .group: "/v3.0/oa/group/message"
            }
        }

        fileprivate var recipient: JSONText {
            switch self {
            case .user(let id): ["user_id": .string(id)]
            case .anonymous(let id, let conversation): ["anonymous_id": .string(id), "conversation_id": .string(conversation)]
            case .group(let id): ["group_id": .string(id)]
            }
        }
    }

    /// The platform's id of the message.
    func send(_ message: Outgoing, _ file: OutgoingFile?) async throws(ZaloCallFailure) -> String {
        var body: [String: JSONText] = [:]
        if !message.text.isEmpty { body["text"] = .string(message.text) }
        if let file { body["attachment"] = try await attached(file) }
        if message.content == .contactRequest, let picture = gateway.settings.contactPicture, body["attachment"] == nil {
            body = ["attachment": Self.contactRequest(message.text, picture: picture)]
        }
        if let quoted = message.answers.first, body["attachment"] == nil { body["quote_message_id"] = .string(quoted) }
        let data = try await gateway.call(
            ZaloRequest(path: place.path, body: .json(["recipient": place.recipient, "message": .object(body)])), for: .message)
        return data["message_id"]?.text ?? ""
    }

    private func attached(_ file: OutgoingFile) async throws(ZaloCallFailure) -> JSONText {
        let isPicture = ZaloFile(FileKind(file.bytes), size: file.bytes.count) == .picture
        let data = try await gateway.call(
            ZaloRequest(
                path: isPicture ? "/v2.0/oa/upload/image" : "/v2.0/oa/upload/file",
                body: .file(name: file.name, contentType: file.contentType, bytes: file.bytes)), for: .message)
        guard isPicture else { return ["type": "file", "payload": ["token": data["token"] ?? .null]] }
        let element: JSONText = ["media_type": "image", "attachment_id": data["attachment_id"] ?? .null]
        return ["type": "template", "payload": ["template_type": "media", "elements": [element]]]
    }

    /// Asks who he is: a title of 100, a subtitle of 500 characters.
    private static func contactRequest(_ text: String, picture: String) -> JSONText {
        let element: JSONText = [
            "title": "Thông tin liên hệ", "subtitle": .string(Excerpt.cut(text, limit: 500)), "image_url": .string(picture),
        ]
        return ["type": "template", "payload": ["template_type": "request_user_info", "elements": [element]]]
    }
}

/// Sends the approved template, by user id or by phone.
struct ZaloTemplateLetter: Sendable {
    let gateway: ZaloGateway
    let template: String

    func send(_ message: Outgoing, _ fields: [String: String], to recipient: ZaloRecipient) async throws(ZaloCallFailure) -> String {
        let data = JSONText.object(fields.mapValues { .string($0) })
        switch recipient {
        case .phone(let phone):
            // The platform wants the international form without its sign, and a number of ours to follow the message by.
            let body: JSONText = [
                "phone": .string(String(phone.dropFirst())), "template_id": .string(template), "template_data": data,
                "tracking_id": .string(message.id.text),
            ]
            let answer = try await gateway.call(ZaloRequest(host: .business, path: "/message/template", body: .json(body)), for: .message)
            return answer["msg_id"]?.text ?? ""
        case .user(let id), .anonymous(let id, _):
            let body: JSONText = ["user_id": .string(id), "template_id": .string(template), "template_data": data]
            let answer = try await gateway.call(ZaloRequest(path: "/v3.0/oa/message/template", body: .json(body)), for: .message)
            return answer["message_id"]?.text ?? ""
        }
    }
}
