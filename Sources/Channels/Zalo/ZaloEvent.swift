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
    var sender: String? { json["sender"]?["id"]?.text }
    var recipient: String? { json["recipient"]?["id"]?.text }

    /// The Official Account that the event is about, where the event says so. For what a citizen sends it is the recipient, for what
    /// the account sends and for the receipts of it the sender; in groups it is named.
    var oaID: String? {
        if let oaID = json["oa_id"]?.text ?? json["oaId"]?.text { return oaID }
        guard let name, !name.utf8.starts(with: "user_send_group_".utf8), !name.utf8.starts(with: "oa_send_group_".utf8) else { return nil }
        let isToAccount = name.utf8.starts(with: "user_send_".utf8) || name.utf8.starts(with: "anonymous_send_".utf8)
        if isToAccount || name == "user_submit_info" { return recipient }
        if name.utf8.starts(with: "oa_send_".utf8) || name == "user_seen_message" { return sender }
        // The receipt of a template by phone has the same name; the number of ours in it tells it apart.
        return name == "user_received_message" && message?["tracking_id"] == nil ? sender : nil
    }

    /// The person behind the event, where there is one. What the account sends and the platform's receipts name him as recipient; a
    /// visitor of the web widget is known by his visit.
    var person: String {
        let named = json["follower"]?["id"]?.text ?? json["user_id"]?.text
        if let named { return named }
        guard let name else { return sender ?? "" }
        let isAnonymous = name.utf8.starts(with: "anonymous_".utf8) || name.utf8.starts(with: "oa_send_anonymous_".utf8)
        let isToPerson = name.utf8.starts(with: "oa_send_".utf8) || ["user_received_message", "user_seen_message"].contains(name)
        let person = (isToPerson ? recipient : sender) ?? recipient ?? ""
        guard isAnonymous, let conversation = message?["conversation_id"]?.text else { return person }
        return ZaloRecipient.anonymous(person, conversation: conversation).address
    }

    /// What makes two deliveries the same: event and message id, or for events without one event, time and everything they are
    /// about (brief §2.4).
    var key: String? {
        guard let name else { return nil }
        if let messageID { return "\(name):\(messageID)" }
        let people = json["users"]?.elements.compactMap { $0["id"]?.text } ?? []
        let read = message?["msg_ids"]?.elements.compactMap(\.text) ?? []
        let about = [sender, recipient, json["follower"]?["id"]?.text, json["user_id"]?.text]
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

/// To whom a message goes, as it stands in the outbox.
enum ZaloRecipient: Equatable {
    case user(String)
    /// A visitor of the web widget, who is written to within his visit only (brief zalo.md §3).
    case anonymous(String, conversation: String)
    /// A telephone number in its international form, for templates (brief §9).
    case phone(String)

    init(_ address: String) {
        let parts = address.split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
        if parts.count == 3, parts[0] == "an" {
            self = .anonymous(parts[1], conversation: parts[2])
        } else if address.utf8.first == UInt8(ascii: "+") {
            self = .phone(address)
        } else {
            self = .user(address)
        }
    }

    var address: String {
        switch self {
        case .user(let id), .phone(let id): id
        case .anonymous(let id, let conversation): "an:\(id):\(conversation)"
        }
    }
}
