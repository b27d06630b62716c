/// Events of groups, and of templates.
extension ZaloEventBodies {
    /// `create_group`, `update_group_info`, `delete_group`.
    func group(_ name: String, _ group: String) -> ZaloEvent {
        event(
            name,
            [
                ("oa_id", .string(oaID)), ("group_id", .string(group)), ("event_name", .string(name)), ("app_id", .string(appID)),
                ("timestamp", .string(timestamp)),
            ])
    }

    /// `user_join_group` and the like: who comes, goes, or is made an administrator.
    func group(_ name: String, _ group: String, users: [String]) -> ZaloEvent {
        event(
            name,
            [
                ("oa_id", .string(oaID)), ("group_id", .string(group)), ("event_name", .string(name)), ("app_id", .string(appID)),
                ("users", .array(users.map { ["id": .string($0)] })), ("timestamp", .string(timestamp)),
            ])
    }

    func groupMessage(_ kind: String, from citizen: ZaloCitizen, in group: String, _ message: JSON) -> ZaloEvent {
        let name = "user_send_group_\(kind)"
        return event(
            name,
            [
                ("event_name", .string(name)), ("app_id", .string(appID)), ("sender", ["id": .string(citizen.id)]),
                ("recipient", ["id": .string(group)]), ("message", message), ("oa_id", .string(oaID)), ("timestamp", .string(timestamp)),
                ("user_id_by_app", .string(citizen.idByApp)),
            ])
    }

    func groupEcho(_ kind: String, in group: String, _ message: JSON, admin: String?) -> ZaloEvent {
        let name = "oa_send_group_\(kind)"
        return event(
            name,
            [
                ("event_name", .string(name)), ("app_id", .string(appID)), ("sender", account(admin)), ("recipient", ["id": .string(group)]),
                ("message", message), ("oa_id", .string(oaID)), ("timestamp", .string(timestamp)),
            ])
    }

    // MARK: Templates

    func templateStatus(_ template: String, from before: String, to after: String, reason: String) -> ZaloEvent {
        let status: JSON = ["prev_status": .string(before), "new_status": .string(after)]
        return event(
            "change_template_status",
            [
                ("event_name", "change_template_status"), ("oa_id", .string(oaID)), ("template_id", .string(template)), ("status", status),
                ("reason", .string(reason)), ("app_id", .string(appID)), ("timestamp", .string(timestamp)),
            ], server: "ZNS")
    }

    /// One of the two kinds that name no app (brief §2.3).
    func templateQuality(_ template: String, _ quality: String) -> ZaloEvent {
        event(
            "change_template_quality",
            [
                ("event_name", "change_template_quality"), ("oa_id", .string(oaID)), ("template_id", .string(template)),
                ("quality", .string(quality)), ("timestamp", .string(timestamp)),
            ], server: "ZNS")
    }

    /// The other kind; it calls the account `oaId`.
    func dailyQuota(from before: Int, to after: Int) -> ZaloEvent {
        event(
            "change_oa_daily_quota",
            [
                ("event_name", "change_oa_daily_quota"), ("oaId", .string(oaID)),
                ("quota", ["prev_value": .digits(before), "new_value": .digits(after)]), ("timestamp", .string(timestamp)),
            ], server: "ZNS")
    }

    /// A template message has reached its phone.
    func noticeReceipt(_ messageID: String, phone: String, tracking: String) -> ZaloEvent {
        let message: JSON = [
            "delivery_time": .string(timestamp), "msg_id": .string(messageID), "tracking_id": .string(tracking),
        ]
        return event(
            "user_received_message",
            [
                ("sender", ["id": .string(oaID)]), ("recipient", ["id": .string(phone)]), ("event_name", "user_received_message"),
                ("message", message), ("app_id", .string(appID)), ("timestamp", .string(timestamp)),
            ], server: "ZNS")
    }

    /// Somebody has rated by a template that asks for it.
    func feedback(_ messageID: String, stars: Int, note: String, tracking: String) -> ZaloEvent {
        let message: JSON = [
            "note": .string(note), "rate": .count(stars), "submit_time": .string(timestamp), "msg_id": .string(messageID), "feedbacks": [],
            "tracking_id": .string(tracking),
        ]
        return event(
            "user_feedback",
            [
                ("event_name", "user_feedback"), ("oa_id", .string(oaID)), ("message", message), ("app_id", .string(appID)),
                ("timestamp", .string(timestamp)),
            ], server: "ZNS")
    }
}
