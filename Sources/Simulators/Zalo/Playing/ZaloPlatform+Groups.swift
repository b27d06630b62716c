/// Playing what happens in groups, from Swift.
extension ZaloPlatform {
    /// The groups that the account owns.
    package var groups: [ZaloGroup] { get async { await world.liveGroups } }
    package func group(_ id: String) async -> ZaloGroup? { await world.liveGroup(id) }

    /// Staff make a group in the account's own tools; `nil` when no asset is free.
    package func makesGroup(name: String, members: [String] = []) async -> ZaloGroup? {
        guard let asset = await world.freeAsset else { return nil }
        for id in members { _ = await world.citizen(id) }
        let all = settings.admins.prefix(1).map(\.id) + members
        let group = await world.makeGroup(name: name, description: "", asset: asset.id, members: all)
        await hook.deliver(await bodies.group("create_group", group.id))
        await hook.deliver(await bodies.group("user_join_group", group.id, users: all))
        return group
    }

    /// Comes in by the group's link: at once, or to wait until he is let in.
    @discardableResult
    package func userJoins(_ group: String, _ id: String) async -> ZaloDelivery.Answer {
        _ = await world.citizen(id)
        guard let known = await world.liveGroup(group), !known.members.contains(id) else { return .nowhere }
        let waits = known.settings.joiningNeedsApproval
        await world.changeGroup(group) { group in
            if !waits { group.members.append(id) } else if !group.pending.contains(id) { group.pending.append(id) }
        }
        return await hook.deliver(await bodies.group(waits ? "user_request_join_group" : "user_join_group", group, users: [id]))
    }

    @discardableResult
    package func userLeaves(_ group: String, _ id: String) async -> ZaloDelivery.Answer {
        guard await world.liveGroup(group)?.members.contains(id) == true else { return .nowhere }
        await world.changeGroup(group) { group in
            group.members.removeAll { $0 == id }
            group.admins.removeAll { $0 == id }
        }
        return await hook.deliver(await bodies.group("user_out_group", group, users: [id]))
    }

    /// A member writes in the group; `nil` when he is none, or may not.
    @discardableResult
    package func userSends(_ content: ZaloContent, from id: String, inGroup group: String, quoting quoted: String? = nil) async -> Sent? {
        let citizen = await world.citizen(id)
        guard let known = await world.liveGroup(group), known.members.contains(id) else { return nil }
        guard !known.settings.onlyAdminsWrite || known.admins.contains(id) else { return nil }
        let line = await world.line(await world.compose(content), author: id, quoting: quoted)
        await world.append(line, toGroup: group)
        let answer = await hook.deliver(await bodies.groupMessage(line.kind, from: citizen, in: group, await world.json(line)))
        return Sent(messageID: line.id, answer: answer)
    }

    /// A member of staff writes in the group in the account's name; `nil` when there is no such group.
    @discardableResult
    package func staffSends(_ content: ZaloContent, inGroup group: String, admin: String? = nil) async -> Sent? {
        guard await world.liveGroup(group) != nil else { return nil }
        let line = await world.line(await world.compose(content), author: settings.oaID, admin: admin ?? settings.firstAdmin)
        await world.append(line, toGroup: group)
        let answer = await hook.deliver(await bodies.groupEcho(line.kind, in: group, await world.json(line), admin: line.admin))
        return Sent(messageID: line.id, answer: answer)
    }

    /// Staff rename the group in the account's own tools.
    @discardableResult
    package func renames(_ group: String, to name: String) async -> ZaloDelivery.Answer {
        await world.changeGroup(group) { $0.name = name }
        return await hook.deliver(await bodies.group("update_group_info", group))
    }

    @discardableResult
    package func dissolves(_ group: String) async -> ZaloDelivery.Answer {
        await world.removeGroup(group)
        return await hook.deliver(await bodies.group("delete_group", group))
    }

    /// What pays for the group runs out, or is renewed.
    package func group(_ id: String, isDisabled: Bool) async { await world.setGroup(id, disabled: isDisabled) }
}
