import Crypto

/// One webhook event, as far as every kind has the same fields (brief zalo.md §2.5).
struct ZaloEvent {
    let json: JSONText

    /// `nil` when the bytes are no JSON object.
    init?(_ bytes: [UInt8]) {
        guard let json = JSONText(bytes), case .object = json else { return nil }
        self.json = json
    }

    var name: String? { json["event_name"]?.text }
    var appID: String? { json["app_id"]?.text }
    var message: JSONText? { json["message"] }
    var messageID: String? { message?["msg_id"]?.text }
    var timestamp: String? { json["timestamp"]?.text }

    /// The Official Account that the event is about, where the event says so. For what a citizen sends it is the recipient.
    var oaID: String? {
        if let oaID = json["oa_id"]?.text ?? json["oaId"]?.text { return oaID }
        guard let name, name.utf8.starts(with: "user_send_".utf8), !name.utf8.starts(with: "user_send_group_".utf8) else { return nil }
        return json["recipient"]?["id"]?.text
    }

    /// The person behind the event, where there is one. The platform's receipts (`user_received_message`, `user_seen_message`)
    /// name the person as recipient.
    var person: String {
        let named = json["follower"]?["id"]?.text ?? json["user_id"]?.text
        if let named { return named }
        switch name {
        case "user_received_message", "user_seen_message": return json["recipient"]?["id"]?.text ?? ""
        default: return json["sender"]?["id"]?.text ?? json["recipient"]?["id"]?.text ?? ""
        }
    }

    /// What makes two deliveries the same: event and message id, or for events without one event, time and everything they are
    /// about (brief §2.4).
    var key: String? {
        guard let name else { return nil }
        if let messageID { return "\(name):\(messageID)" }
        let people = json["users"]?.elements.compactMap { $0["id"]?.text } ?? []
        let read = message?["msg_ids"]?.elements.compactMap(\.text) ?? []
        let about = [json["sender"]?["id"]?.text, json["recipient"]?["id"]?.text, json["follower"]?["id"]?.text, json["user_id"]?.text]
        let place = [json["group_id"]?.text, json["template_id"]?.text, json["journey_id"]?.text]
        let subject = (about + place).compactMap { $0 } + people + read
        return "\(name):\(timestamp ?? ""):\(subject.joined(separator: ","))"
    }

    /// The key of a genuine delivery that cannot be read: its digest.
    static func key(ofUnreadable bytes: [UInt8]) -> String {
        "unreadable:" + SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
