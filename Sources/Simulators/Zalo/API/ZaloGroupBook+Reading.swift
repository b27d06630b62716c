/// What the account can read about its groups.
extension ZaloGroupBook {
    /// `POST /v3.0/oa/quota/group`: the assets, free and used.
    func quota(_ request: JSON) async throws -> JSON {
        guard try request.required("quota_owner") == "OA" else { throw ZaloFault.invalid("quota_owner") }
        let product = request["product_type"]?.text
        var rows: [JSON] = []
        for asset in await world.groupAssets where product == nil || product == asset.product {
            let user = await world.group(using: asset.id)
            rows.append([
                "product_type": .string(asset.product), "quota_type": "sub_quota", "asset_id": .string(asset.id),
                "valid_through": .string(vietnameseDay(await world.validThrough(asset))), "auto_renew": .bool(asset.renewsItself),
                "status": user == nil ? "available" : "used", "used_id": .string(user?.id ?? ""),
            ])
        }
        return .array(rows)
    }

    /// The short form.
    func json(_ group: ZaloGroup) async -> JSON {
        [
            "name": .string(group.name), "avatar": .string(group.avatar), "group_id": .string(group.id), "group_link": .string(group.link),
            "group_description": .string(group.description), "total_member": .count(group.members.count + 1),
            "status": await world.isDisabled(group) ? "disabled" : "enabled",
        ]
    }

    func list(_ query: [String: String]) async throws -> JSON {
        let (offset, count) = try Self.page(query, most: 50)
        let groups = await world.liveGroups
        var rows: [JSON] = []
        for group in groups.dropFirst(offset).prefix(count) { rows.append(await json(group)) }
        return [
            "offset": .count(offset), "count": .count(count), "total": .count(groups.count), "group_count": .count(rows.count),
            "groups": .array(rows),
        ]
    }

    /// `/getgroup`, and the answer to changes.
    func whole(_ id: String?) async throws -> JSON {
        let group = try await group(id, evenDisabled: true)
        let asset = await world.asset(group.assetID)
        let through = if let asset { await world.validThrough(asset) } else { await world.now }
        let about = (await json(group)).members ?? []
        let dissolved = vietnameseDay(through + 45 * 24 * ZaloSender.hour)
        return [
            "group_info": .object(about + [("max_member", .digits(asset?.size ?? 0)), ("auto_delete_date", .string(dissolved))]),
            "asset_info": [
                "asset_type": .string(asset?.product ?? ""), "asset_id": .string(group.assetID),
                "valid_through": .string(vietnameseDay(through)), "auto_renew": .bool(asset?.renewsItself ?? false),
            ],
            "group_setting": [
                "lock_send_msg": .bool(group.settings.onlyAdminsWrite), "join_appr": .bool(group.settings.joiningNeedsApproval),
                "enable_msg_history": .bool(group.settings.newcomersSeeHistory), "enable_link_join": .bool(group.settings.joinsByLink),
            ],
        ]
    }

    func pending(_ query: [String: String]) async throws -> JSON {
        let group = try await group(query["group_id"], evenDisabled: true)
        return try await people(group.pending, query) { ["user_id": .string($0.id), "name": .string($0.name)] }
    }

    /// The members, with the account itself first.
    func members(_ query: [String: String]) async throws -> JSON {
        let group = try await group(query["group_id"], evenDisabled: true)
        let account: JSON = ["oa_id": .string(settings.oaID), "name": .string(settings.oaName), "avatar": ""]
        return try await people(group.members, query, first: [account]) {
            ["user_id": .string($0.id), "name": .string($0.name), "avatar": ""]
        }
    }

    /// `/conversation` of one group, or `/listrecentchat` of all, newest first.
    func history(_ query: [String: String], ofAll: Bool) async throws -> JSON {
        let (offset, count) = try Self.page(query, most: 50)
        let groups = ofAll ? await world.liveGroups : [try await group(query["group_id"], evenDisabled: true)]
        let lines = groups.flatMap { group in group.messages.reversed().map { (group.id, $0) } }.sorted { $0.1.time > $1.1.time }
        let known = await world.citizens
        return .array(
            lines.dropFirst(offset).prefix(count).map { group, line in
                let author = line.fromOA ? settings.oaName : known[line.author]?.name ?? ""
                let row = ZaloHistory.row(line, from: (line.author, author), to: (group, ""), base: "")
                return .object((row.members ?? []).filter { !$0.0.hasPrefix("to_") } + [("group_id", .string(group))])
            })
    }

    private func people(_ ids: [String], _ query: [String: String], first: [JSON] = [], _ row: (ZaloCitizen) -> JSON) async throws -> JSON {
        let (offset, count) = try Self.page(query, most: 50)
        let known = await world.citizens
        let all = first + ids.compactMap { known[$0] }.map(row)
        let page = Array(all.dropFirst(offset).prefix(count))
        return [
            "offset": .count(offset), "count": .count(count), "total": .count(all.count), "member_count": .count(page.count),
            "members": .array(page),
        ]
    }

    /// `offset` and `count` as plain query parameters.
    static func page(_ query: [String: String], most: Int) throws -> (offset: Int, count: Int) {
        guard let offset = Int(query["offset"] ?? "0"), offset >= 0 else { throw ZaloFault.invalid("offset") }
        guard let count = Int(query["count"] ?? "5"), count > 0 else { throw ZaloFault.invalid("count") }
        guard count <= most else { throw ZaloFault.tooLong }
        return (offset, count)
    }
}
