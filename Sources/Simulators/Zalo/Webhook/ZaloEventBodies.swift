/// The bodies of events, fields in the order of the platform's samples (brief zalo.md §2.5).
struct ZaloEventBodies {
    let appID: String
    let oaID: String
    let timestamp: String

    /// Something that a person, or a visitor without an account, has sent.
    func message(_ kind: String, from citizen: ZaloCitizen, _ message: JSON) -> ZaloEvent {
        if let conversation = citizen.anonymousConversation {
            return anonymous("anonymous_send_\(kind)", from: citizen.id, to: oaID, conversation, message)
        }
        return between("user_send_\(kind)", sender: ["id": .string(citizen.id)], recipient: citizen, isFromOA: false, message)
    }

    /// What the account has sent, told back. `admin_id` is there only for a person typing in the account's own chat.
    func echo(_ kind: String, to citizen: ZaloCitizen, _ message: JSON, admin: String? = nil) -> ZaloEvent {
        if let conversation = citizen.anonymousConversation {
            return anonymous("oa_send_anonymous_\(kind)", from: oaID, to: citizen.id, conversation, message)
        }
        return between("oa_send_\(kind)", sender: account(admin), recipient: citizen, isFromOA: true, message)
    }

    func receipt(_ name: String, of citizen: ZaloCitizen, _ message: JSON) -> ZaloEvent {
        event(
            name,
            [
                ("app_id", .string(appID)), ("sender", ["id": .string(oaID)]), ("recipient", ["id": .string(citizen.id)]),
                ("event_name", .string(name)), ("message", message), ("timestamp", .string(timestamp)),
            ])
    }

    /// `user_reacted_message` or `oa_reacted_message`.
    func reaction(_ icon: String, on messageID: String, with citizen: ZaloCitizen, byOA: Bool) -> ZaloEvent {
        let message: JSON = ["msg_id": .string(messageID), "react_icon": .string(icon)]
        return byOA
            ? between("oa_reacted_message", sender: account(nil), recipient: citizen, isFromOA: true, message)
            : between("user_reacted_message", sender: ["id": .string(citizen.id)], recipient: citizen, isFromOA: false, message)
    }

    func follow(_ citizen: ZaloCitizen, follows: Bool) -> ZaloEvent {
        let name = follows ? "follow" : "unfollow"
        return event(
            name,
            [
                ("oa_id", .string(oaID)), ("follower", ["id": .string(citizen.id)]), ("user_id_by_app", .string(citizen.idByApp)),
                ("event_name", .string(name)), ("source", "oa_profile"), ("app_id", .string(appID)), ("timestamp", .string(timestamp)),
            ])
    }

    /// What the person tells of himself when asked.
    func info(_ info: JSON, of citizen: ZaloCitizen) -> ZaloEvent {
        event(
            "user_submit_info",
            [
                ("app_id", .string(appID)), ("sender", ["id": .string(citizen.id)]), ("user_id_by_app", .string(citizen.idByApp)),
                ("recipient", ["id": .string(oaID)]), ("event_name", "user_submit_info"), ("info", info), ("timestamp", .string(timestamp)),
            ])
    }

    /// An event about a person and nothing else: `user_click_chatnow`, `user_withdraw`, and what a receiver does not know yet.
    func about(_ citizen: ZaloCitizen, _ name: String, _ further: [(String, JSON)] = []) -> ZaloEvent {
        event(
            name,
            [
                ("oa_id", .string(oaID)), ("user_id_by_app", .string(citizen.idByApp)), ("event_name", .string(name)),
                ("user_id", .string(citizen.id)),
            ] + further + [("app_id", .string(appID)), ("timestamp", .string(timestamp))])
    }

    /// `add_user_to_tag`, `remove_user_from_tag`, `remove_tag`.
    func tag(_ name: String, tag: String, users: [String]) -> ZaloEvent {
        let names: JSON = .array(users.map { .string($0) })
        let told: JSON = users.isEmpty ? ["name": .string(tag)] : ["name": .string(tag), "user_ids": names]
        return event(
            name,
            [
                ("oa_id", .string(oaID)), ("event_name", .string(name)), ("tag", told), ("app_id", .string(appID)),
                ("timestamp", .string(timestamp)),
            ])
    }

    /// What the console's Test button sends (brief §2.1): signed, but about nobody.
    var consoleTest: ZaloEvent {
        message(
            "text", from: ZaloCitizen(id: "1000000000000000001", name: "Test"),
            ["text": "This is testing message", "msg_id": "This is message id"])
    }

    func account(_ admin: String?) -> JSON {
        guard let admin else { return ["id": .string(oaID)] }
        return ["id": .string(oaID), "admin_id": .string(admin)]
    }

    private func between(_ name: String, sender: JSON, recipient citizen: ZaloCitizen, isFromOA: Bool, _ message: JSON) -> ZaloEvent {
        event(
            name,
            [
                ("app_id", .string(appID)), ("sender", sender), ("user_id_by_app", .string(citizen.idByApp)),
                ("recipient", ["id": .string(isFromOA ? citizen.id : oaID)]), ("event_name", .string(name)), ("message", message),
                ("timestamp", .string(timestamp)),
            ])
    }

    private func anonymous(_ name: String, from sender: String, to recipient: String, _ conversation: String, _ message: JSON) -> ZaloEvent {
        let told = JSON.object((message.members ?? []) + [("conversation_id", .string(conversation))])
        return event(
            name,
            [
                ("app_id", .string(appID)), ("sender", ["id": .string(sender)]), ("recipient", ["id": .string(recipient)]),
                ("event_name", .string(name)), ("message", told), ("timestamp", .string(timestamp)),
            ])
    }

    func event(_ name: String, _ members: [(String, JSON)], server: String = "OA OpenAPI") -> ZaloEvent {
        ZaloEvent(name: name, body: JSON.object(members).bytes, timestamp: timestamp, server: server)
    }
}
