/// The JSON shapes of the control API.
extension ZaloControlRoutes {
    static func json(_ citizen: ZaloCitizen) -> JSON {
        ["id": .string(citizen.id), "name": .string(citizen.name), "follows": .bool(citizen.follows)]
    }

    static func json(_ message: ZaloCitizen.Message) -> JSON {
        [
            "id": .string(message.id), "time": .integer(message.time), "from": message.fromOA ? "oa" : "user",
            "text": .string(message.text), "attachments": .array(message.attachments.map(json)),
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
        ]
    }

    private static func json(_ attachment: ZaloCitizen.Attachment) -> JSON {
        switch attachment {
        case .image(let url): ["type": "image", "url": .string(url)]
        case .file(let url, let name, let size):
            ["type": "file", "url": .string(url), "name": .string(name), "size": .integer(Int64(size))]
        case .location(let latitude, let longitude):
            ["type": "location", "latitude": .string(latitude), "longitude": .string(longitude)]
        case .other(let kind): ["type": "other", "text": .string(kind)]
        }
    }
}
