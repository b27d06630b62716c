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
        let reading = ZaloReading(event: event, name: name, key: key, sentAt: sentAt)
        // One webhook serves all accounts of an app: what is meant for another one is counted, not read.
        if let oaID = event.oaID, !settings.oaID.isEmpty, oaID != settings.oaID { return [reading.notice] }
        return [try reading.inbound()]
    }
}

/// What one event means (brief zalo.md §2.5). Names that are not known are counted, so that a new event of the platform shows up.
struct ZaloReading {
    let event: ZaloEvent
    let name: String
    let key: String
    let sentAt: Instant

    var notice: Inbound { made(.notice(name)) }

    func inbound() throws(UnreadableDelivery) -> Inbound {
        switch name {
        case "follow", "unfollow", "user_click_chatnow", "user_withdraw":
            guard !event.person.isEmpty else { throw UnreadableDelivery(reason: "Sự kiện \(name) của Zalo không có mã người dùng.") }
            switch name {
            case "follow": return made(.follow)
            case "unfollow": return made(.unfollow)
            case "user_withdraw": return made(.withdrew)
            default: return made(.opened)
            }
        case "user_received_message": return made(.receipt(Receipt(.arrived, messages: [event.messageID].compactMap { $0 })))
        case "user_seen_message":
            let seen = event.message?["msg_ids"]?.elements.compactMap(\.text) ?? [event.messageID].compactMap { $0 }
            return made(.receipt(Receipt(.seen, messages: seen)))
        case "user_submit_info": return told
        case "change_template_status", "change_template_quality", "change_oa_daily_quota": return made(.notice(change))
        default: return try further()
        }
    }

    private func further() throws(UnreadableDelivery) -> Inbound {
        if let group = groupNews { return group }
        if ZaloMessage.kinds.contains(name) { return try message() }
        if name.utf8.starts(with: "oa_send_".utf8), !name.utf8.starts(with: "oa_send_group_".utf8), name != "oa_send_consent" { return echo }
        return notice
    }

    private func message() throws(UnreadableDelivery) -> Inbound {
        let message = ZaloMessage(event.message)
        // A sticker, or a tap on the menu: it opens the reply window and says nothing.
        if message.isEmpty || message.isTap { return event.person.isEmpty ? notice : made(.opened) }
        guard let id = event.messageID, !id.isEmpty, !event.person.isEmpty else {
            throw UnreadableDelivery(reason: "Tin nhắn Zalo (\(name)) thiếu mã tin hoặc mã người gửi.")
        }
        return made(.message(message.words), id: id)
    }

    /// What the account sent comes back, whoever sent it; only staff in the account's own chat have an id (brief §0.7).
    private var echo: Inbound {
        let message = ZaloMessage(event.message)
        guard let id = event.messageID, !event.person.isEmpty, !message.isEmpty else { return notice }
        return made(.said(message.words, officer: event.json["sender"]?["admin_id"]?.text ?? ""), id: id)
    }

    /// Both shapes of the form's answer, of 2025 and of 2026.
    private var told: Inbound {
        let info = event.json["info"] ?? .null
        var person = Contact.Person()
        person.name = info["name"]?.text ?? ""
        person.phone = ZaloMessage.phone(info["phone"]?.text)
        let place = info["full_address"] ?? .null
        let parts = [
            info["address"] ?? place["user_address"], info["ward"] ?? place["user_ward"], info["district"], info["city"] ?? place["user_city"],
        ]
        person.address = parts.compactMap { $0?.text }.filter { !$0.isEmpty }.joined(separator: ", ")
        return event.person.isEmpty ? notice : made(.told(person))
    }

    /// What changed at the platform, with what it changed to: counted, and a fault of the channel where it is one.
    private var change: String {
        let became = event.json["status"]?["new_status"]?.text ?? event.json["quality"]?.text ?? event.json["quota"]?["new_value"]?.text
        return became.map { "\(name):\($0.prefix(40))" } ?? name
    }

    func made(_ content: Inbound.Content, id: String? = nil, on channel: Channel = .zalo, sender: String? = nil) -> Inbound {
        Inbound(channel: channel, externalID: id ?? key, sender: sender ?? event.person, sentAt: sentAt, content: content)
    }
}

extension ZaloReading {
    /// Something in a group that the account owns; `nil` for everything else.
    private var groupNews: Inbound? {
        if name.utf8.starts(with: "user_send_group_".utf8) || name.utf8.starts(with: "oa_send_group_".utf8) { return groupMessage }
        guard let group = event.json["group_id"]?.text, !group.isEmpty else { return nil }
        let people = event.json["users"]?.elements.compactMap { $0["id"]?.text } ?? []
        let kind: GroupNews.Kind? =
            switch name {
            case "create_group": .created
            case "update_group_info": .changed
            case "delete_group", "disperse_group": .dissolved
            case "user_join_group", "accept_request_join_group": .joined(people)
            case "user_out_group", "user_leave_group": .left(people)
            default: nil
            }
        return kind.map { made(.group(GroupNews(group: group, $0)), on: .zaloGroup, sender: people.first ?? "") }
    }

    private var groupMessage: Inbound {
        let message = ZaloMessage(event.message)
        guard let group = event.recipient, !group.isEmpty, let id = event.messageID, !message.isEmpty else { return notice }
        let isOurs = name.utf8.starts(with: "oa_send_".utf8)
        // Of what the account itself posted only staff in its own chat have an id.
        let sender = isOurs ? event.json["sender"]?["admin_id"]?.text ?? "" : event.sender ?? ""
        return made(
            .group(GroupNews(group: group, isOurs ? .posted(message.words) : .message(message.words))), id: id, on: .zaloGroup, sender: sender)
    }
}

extension ZaloEvent {
    /// The event's own moment, in milliseconds since 1970; `nil` when missing or outside of the years 2000 to 2100.
    fileprivate var sentAt: Instant? {
        guard let milliseconds = json["timestamp"]?.integer, (946_684_800_000..<4_102_444_800_000).contains(milliseconds) else { return nil }
        return Instant(milliseconds: milliseconds)
    }
}
