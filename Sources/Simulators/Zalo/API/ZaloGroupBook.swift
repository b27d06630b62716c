/// The groups that the account owns (GMF): making, filling, changing and dissolving them (brief zalo.md §5).
struct ZaloGroupBook: Sendable {
    let world: ZaloWorld
    let hook: ZaloHook
    let settings: ZaloPlatformSettings

    /// A group of this account that can be used.
    func group(_ id: String?, evenDisabled: Bool = false) async throws -> ZaloGroup {
        guard let id, !id.isEmpty else { throw ZaloFault.invalid("group_id") }
        guard let group = await world.liveGroup(id) else { throw ZaloFault.notInGroup }
        if !evenDisabled, await world.isDisabled(group) { throw ZaloFault.groupDisabled }
        return group
    }

    func create(_ request: JSON) async throws -> JSON {
        let name = try request.required("group_name")
        guard name.utf16.count <= 100 else { throw ZaloFault.tooLong }
        guard let asset = await world.asset(try request.required("asset_id")) else { throw ZaloFault.invalid("asset_id") }
        guard await world.group(using: asset.id) == nil else { throw ZaloFault.assetUsed }
        guard await world.validThrough(asset) >= world.now else { throw ZaloFault.assetDisabled }
        let members = try await people(request)
        guard (1...min(99, asset.size - 1)).contains(members.count) else { throw ZaloFault.tooLong }
        guard members.contains(where: \.isAdmin) else { throw ZaloFault.invalid("member_user_ids") }
        try await invitable(members)
        let group = await world.makeGroup(
            name: name, description: request["group_description"]?.text ?? "", asset: asset.id, members: members.map(\.id))
        await tell { $0.group("create_group", group.id) }
        await tell { $0.group("user_join_group", group.id, users: group.members) }
        return await json(group)
    }

    /// `/updateinfo`: any of the names and switches.
    func update(_ request: JSON) async throws -> JSON {
        let id = try await group(request["group_id"]?.text).id
        let name = request["group_name"]?.text
        if let name, name.isEmpty || name.utf16.count > 100 { throw ZaloFault.invalid("group_name") }
        await world.changeGroup(id) { group in
            if let name { group.name = name }
            if let text = request["group_description"]?.text { group.description = text }
            if let text = request["group_avatar"]?.text { group.avatar = text }
            if let truth = request["lock_send_msg"]?.truth { group.settings.onlyAdminsWrite = truth }
            if let truth = request["join_appr"]?.truth { group.settings.joiningNeedsApproval = truth }
            if let truth = request["enable_msg_history"]?.truth { group.settings.newcomersSeeHistory = truth }
            if let truth = request["enable_link_join"]?.truth { group.settings.joinsByLink = truth }
        }
        await tell { $0.group("update_group_info", id) }
        return try await whole(id)
    }

    func renew(_ request: JSON) async throws -> JSON {
        let group = try await group(request["group_id"]?.text, evenDisabled: true)
        guard let asset = await world.asset(try request.required("asset_id")) else { throw ZaloFault.invalid("asset_id") }
        if let user = await world.group(using: asset.id), user.id != group.id { throw ZaloFault.assetUsed }
        guard await world.validThrough(asset) >= world.now else { throw ZaloFault.assetDisabled }
        await world.changeGroup(group.id) { $0.assetID = asset.id }
        return try await whole(group.id)
    }

    /// What changes who is in a group, or leads it.
    enum Change: String, CaseIterable {
        case invite, acceptpendinginvite, rejectpendinginvite, addadmins, removeadmins, removemembers
    }

    func change(_ change: Change, _ request: JSON) async throws {
        let group = try await group(request["group_id"]?.text)
        let people = try await people(request)
        let ids = people.map(\.id)
        switch change {
        case .invite:
            try await invitable(people)
            guard let asset = await world.asset(group.assetID), group.members.count + ids.count < asset.size else { throw ZaloFault.tooLong }
            await join(ids, group.id)
        case .acceptpendinginvite:
            guard Set(ids).isSubset(of: group.pending) else { throw ZaloFault.invalid("member_user_ids") }
            await tell { $0.group("accept_request_join_group", group.id, users: ids) }
            await join(ids, group.id)
        case .rejectpendinginvite:
            guard Set(ids).isSubset(of: group.pending) else { throw ZaloFault.invalid("member_user_ids") }
            await world.changeGroup(group.id) { $0.pending.removeAll(where: ids.contains) }
            await tell { $0.group("reject_request_join_group", group.id, users: ids) }
        case .addadmins, .removeadmins, .removemembers:
            guard Set(ids).isSubset(of: group.members) else { throw ZaloFault.invalid("member_user_ids") }
            await lead(change, ids, group.id)
        }
    }

    private func lead(_ change: Change, _ ids: [String], _ group: String) async {
        await world.changeGroup(group) { group in
            group.admins.removeAll(where: ids.contains)
            if change == .addadmins { group.admins += ids }
            if change == .removemembers { group.members.removeAll(where: ids.contains) }
        }
        let name = change == .addadmins ? "add_group_admin" : change == .removeadmins ? "remove_group_admin" : "user_out_group"
        await tell { $0.group(name, group, users: ids) }
    }

    /// Lets people in who are not in yet.
    func join(_ ids: [String], _ group: String) async {
        let known = await world.groups[group]?.members ?? []
        let new = ids.filter { !known.contains($0) }
        await world.changeGroup(group) { group in
            group.pending.removeAll(where: ids.contains)
            group.members += new
        }
        if !new.isEmpty { await tell { $0.group("user_join_group", group, users: new) } }
    }

    func dissolve(_ request: JSON) async throws {
        let group = try await group(request["group_id"]?.text, evenDisabled: true)
        await world.removeGroup(group.id)
        await tell { $0.group("delete_group", group.id) }
    }

    /// Delivers an event of this moment after the answer.
    func tell(_ event: (ZaloEventBodies) -> ZaloEvent) async {
        hook.soon(event(ZaloEventBodies(appID: settings.appID, oaID: settings.oaID, timestamp: String(await world.now))))
    }

    private func people(_ request: JSON) async throws -> [ZaloCitizen] {
        guard let ids = request["member_user_ids"]?.elements?.map({ $0.text ?? "" }), !ids.isEmpty else {
            throw ZaloFault.invalid("member_user_ids")
        }
        let known = await world.citizens
        return try ids.map { id in
            guard let person = known[id], person.anonymousConversation == nil else { throw ZaloFault.invalid("member_user_ids") }
            return person
        }
    }

    /// Who may be invited: followers and who has had to do with the account within seven days; staff always.
    private func invitable(_ people: [ZaloCitizen]) async throws {
        let since = await world.now - 7 * 24 * ZaloSender.hour
        guard people.allSatisfy({ $0.isAdmin || $0.follows || ($0.lastInteraction ?? 0) >= since }) else { throw ZaloFault.notFollowing }
    }
}
