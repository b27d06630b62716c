import Crypto

/// An event on its way to the app: its bytes, and the moment that its signature covers.
struct ZaloEvent: Sendable {
    let name: String
    let body: [UInt8]
    let timestamp: String

    /// `mac=` and the digest of app id, body, timestamp and key (brief zalo.md §2.3).
    func signature(appID: String, key: String) -> String {
        var hash = SHA256()
        hash.update(data: Array(appID.utf8))
        hash.update(data: body)
        hash.update(data: Array((timestamp + key).utf8))
        return "mac=" + hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// What became of one attempt to deliver an event.
package struct ZaloDelivery: Sendable {
    package let event: String
    package let time: Int64
    package let attempt: Int
    package let answer: Answer

    package enum Answer: Sendable, Equatable {
        /// The HTTP status that the app answered.
        case status(Int)
        case noConnection
        case tooSlow
        /// No address is set.
        case nowhere
    }
}

/// The bodies of events, fields in the order of the platform's samples (brief zalo.md §2.5).
struct ZaloEventBodies {
    let appID: String
    let oaID: String
    let timestamp: String

    func message(_ kind: String, from citizen: ZaloCitizen, _ message: JSON) -> ZaloEvent {
        event(
            "user_send_\(kind)",
            [
                ("app_id", .string(appID)), ("sender", ["id": .string(citizen.id)]), ("user_id_by_app", .string(citizen.idByApp)),
                ("recipient", ["id": .string(oaID)]), ("event_name", .string("user_send_\(kind)")), ("message", message),
                ("timestamp", .string(timestamp)),
            ])
    }

    /// What the account has sent, told back. `admin_id` would be there only for a person typing in the account's own chat.
    func echo(_ kind: String, to citizen: ZaloCitizen, _ message: JSON) -> ZaloEvent {
        event(
            "oa_send_\(kind)",
            [
                ("app_id", .string(appID)), ("sender", ["id": .string(oaID)]), ("user_id_by_app", .string(citizen.idByApp)),
                ("recipient", ["id": .string(citizen.id)]), ("event_name", .string("oa_send_\(kind)")), ("message", message),
                ("timestamp", .string(timestamp)),
            ])
    }

    func receipt(_ name: String, of citizen: ZaloCitizen, _ message: JSON) -> ZaloEvent {
        event(
            name,
            [
                ("app_id", .string(appID)), ("sender", ["id": .string(oaID)]), ("recipient", ["id": .string(citizen.id)]),
                ("event_name", .string(name)), ("message", message), ("timestamp", .string(timestamp)),
            ])
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

    /// An event of any name about a person, for what a receiver does not know yet.
    func unknown(_ name: String, about citizen: ZaloCitizen) -> ZaloEvent {
        event(
            name,
            [
                ("oa_id", .string(oaID)), ("user_id", .string(citizen.id)), ("event_name", .string(name)), ("app_id", .string(appID)),
                ("timestamp", .string(timestamp)),
            ])
    }

    /// What the console's Test button sends (brief §2.1): signed, but about nobody.
    var consoleTest: ZaloEvent {
        message(
            "text", from: ZaloCitizen(id: "1000000000000000001", name: "Test"),
            ["text": "This is testing message", "msg_id": "This is message id"])
    }

    private func event(_ name: String, _ members: [(String, JSON)]) -> ZaloEvent {
        ZaloEvent(name: name, body: JSON.object(members).bytes, timestamp: timestamp)
    }
}
