/// The JSON shapes of the control API.
extension ZaloControlRoutes {
    static func json(_ citizen: ZaloCitizen) -> JSON {
        [
            "id": .string(citizen.id), "name": .string(citizen.name), "follows": .bool(citizen.follows),
            "phone": .string(citizen.phone ?? ""), "conversation_id": .string(citizen.anonymousConversation ?? ""),
        ]
    }

    static func json(_ message: ZaloCitizen.Message) -> JSON {
        [
            "id": .string(message.id), "time": .integer(message.time), "from": message.fromOA ? "oa" : "user",
            "kind": .string(message.kind), "text": .string(message.text), "quote": .string(message.quotes ?? ""),
            "admin_id": .string(message.admin ?? ""), "reactions": .array(message.reactions.map { .string($0) }),
            "attachments": .array(message.attachments.map(json)),
        ]
    }

    static func json(_ sent: ZaloPlatform.Sent) -> JSON { ["msg_id": .string(sent.messageID), "answer": json(sent.answer)] }

    static func json(_ answer: ZaloDelivery.Answer) -> JSON {
        switch answer {
        case .status(let code): .integer(Int64(code))
        case .noConnection: "no connection"
        case .tooSlow: "too slow"
        case .nowhere: "not delivered"
        }
    }

    static func json(_ delivery: ZaloDelivery) -> JSON {
        [
            "event": .string(delivery.event), "time": .integer(delivery.time), "attempt": .integer(Int64(delivery.attempt)),
            "answer": json(delivery.answer),
        ]
    }

    static func json(_ trouble: ZaloTrouble) -> JSON {
        [
            "outage": .bool(trouble.outage), "delay": .string(String(trouble.delay)),
            "next_errors": .string(trouble.nextErrors.map(String.init).joined(separator: ",")),
            "duplicates": .bool(trouble.duplicates), "wrong_signature": .bool(trouble.wrongSignature),
            "reorders": .bool(trouble.reorders), "repeats_refused": .bool(trouble.repeatsRefused), "receipts": .bool(trouble.receipts),
            "out_of_quota": .bool(trouble.isOutOfQuota), "expiry_in_words": .bool(trouble.tellsExpiryInWords),
            "syntax_filter": .bool(trouble.filtersSyntax), "old_info_shape": .bool(trouble.tellsInOldShape),
            "failing_paths": .string(trouble.failingPathsText),
        ]
    }

    static func json(_ template: ZaloTemplate) -> JSON {
        [
            "id": .string(template.id), "name": .string(template.name), "status": .string(template.status.rawValue),
            "quality": .string(template.quality),
        ]
    }

    private static func json(_ attachment: ZaloCitizen.Attachment) -> JSON {
        switch attachment {
        case .image(let url): ["type": "image", "url": .string(url)]
        case .file(let url, let name, let size):
            ["type": "file", "url": .string(url), "name": .string(name), "size": .integer(Int64(size))]
        case .location(let latitude, let longitude):
            ["type": "location", "latitude": .string(latitude), "longitude": .string(longitude)]
        case .gif(let url): ["type": "gif", "url": .string(url)]
        case .audio(let url): ["type": "audio", "url": .string(url)]
        case .video(let url, let description): ["type": "video", "url": .string(url), "text": .string(description)]
        case .sticker(let id): ["type": "sticker", "id": .string(id)]
        case .link(let url, let description): ["type": "link", "url": .string(url), "text": .string(description)]
        case .card(let name, let phone): ["type": "card", "name": .string(name), "phone": .string(phone)]
        case .article(let id, let title): ["type": "article", "id": .string(id), "text": .string(title)]
        case .contactRequest(let title, let subtitle): ["type": "contact_request", "title": .string(title), "text": .string(subtitle)]
        case .button(let title, let action): ["type": "button", "title": .string(title), "text": .string(words(action))]
        case .template(let id, let text): ["type": "template", "id": .string(id), "text": .string(text)]
        }
    }

    private static func words(_ button: ZaloButton) -> String {
        switch button {
        case .query(let payload, _): payload
        case .url(let url): url
        case .phone(let phone): phone
        case .sms(let phone, let content): "\(phone): \(content)"
        }
    }
}
