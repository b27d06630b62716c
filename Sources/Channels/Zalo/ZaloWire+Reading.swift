package import Domain
package import Operations

extension ZaloWire {
    package func read(_ bytes: [UInt8]) throws(UnreadableDelivery) -> [Inbound] {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw UnreadableDelivery(reason: "Nội dung Zalo gửi đến bị hỏng mã chữ (không phải UTF-8).")
        }
        guard let event = ZaloEvent(bytes) else {
            throw UnreadableDelivery(reason: "Nội dung Zalo gửi đến không đúng dạng JSON.")
        }
        guard let name = event.name, !name.isEmpty, let key = event.key else {
            throw UnreadableDelivery(reason: "Zalo gửi đến một sự kiện không có tên (event_name).")
        }
        guard let sentAt = event.sentAt else {
            throw UnreadableDelivery(reason: "Sự kiện \(name) của Zalo không có thời điểm (timestamp) đọc được.")
        }
        func inbound(_ content: Inbound.Content, id: String) -> [Inbound] {
            [Inbound(channel: .zalo, externalID: id, sender: event.person, sentAt: sentAt, content: content)]
        }
        // One webhook serves all accounts of an app: what is meant for another one is counted, not read.
        if let oaID = event.oaID, !settings.oaID.isEmpty, oaID != settings.oaID { return inbound(.notice(name), id: key) }
        switch name {
        case "follow", "unfollow":
            guard !event.person.isEmpty else { throw UnreadableDelivery(reason: "Sự kiện \(name) của Zalo không có mã người dùng.") }
            return inbound(name == "follow" ? .follow : .unfollow, id: key)
        case _ where ZaloMessage.kinds.contains(name):
            let message = ZaloMessage(event.message)
            if message.isEmpty { return inbound(.notice(name), id: key) }
            guard let id = event.messageID, !id.isEmpty, !event.person.isEmpty else {
                throw UnreadableDelivery(reason: "Tin nhắn Zalo (\(name)) thiếu mã tin hoặc mã người gửi.")
            }
            return inbound(.message(Words(message.text, files: message.files.map { .remote($0) })), id: id)
        default:
            return inbound(.notice(name), id: key)
        }
    }
}

extension ZaloEvent {
    /// The event's own moment, in milliseconds since 1970; `nil` when missing or outside of the years 2000 to 2100.
    fileprivate var sentAt: Instant? {
        guard let milliseconds = json["timestamp"]?.integer, (946_684_800_000..<4_102_444_800_000).contains(milliseconds) else { return nil }
        return Instant(milliseconds: milliseconds)
    }
}
