/// What else the account sends: into groups, to visitors of a web page, to all followers, and icons (brief zalo.md §3, §5).
extension ZaloSender {
    static let icons: Set<String> = [":>", "--b", ":-((", "/-strong", "/-heart", ":-h", ":o", "/-remove"]

    /// `POST /v3.0/oa/group/message`: no window, but the group must be ours and alive.
    func post(_ body: [UInt8]) async throws -> JSON {
        let request = try JSON.object(from: body)
        if let code = await world.takeOrderedError() { throw ZaloFault.ordered(code) }
        let group = try await ZaloGroupBook(world: world, hook: hook, settings: settings).group(request["recipient"]?["group_id"]?.text)
        guard let message = request["message"] else { throw ZaloFault.invalid("message") }
        let quoted = message["quote_message_id"]?.text
        if let quoted, !group.messages.contains(where: { $0.id == quoted }) { throw ZaloFault.invalid("quote_message_id") }
        let composition = try await ZaloDraft(world: world, use: .group).composition(message)
        let line = await world.line(composition, author: settings.oaID, quoting: quoted)
        await post(line, in: group.id)
        return ["message_id": .string(line.id), "group_id": .string(group.id)]
    }

    /// Puts a line of the account into a group, and tells it back.
    func post(_ line: ZaloLine, in group: String) async {
        await world.append(line, toGroup: group)
        let bodies = ZaloEventBodies(appID: settings.appID, oaID: settings.oaID, timestamp: String(line.time))
        hook.soon(bodies.groupEcho(line.kind, in: group, await world.json(line), admin: line.admin))
    }

    /// `POST /v2.0/oa/message`, which does four things by what it is given.
    func old(_ body: [UInt8]) async throws -> JSON {
        let request = try JSON.object(from: body)
        let recipient = request["recipient"]
        if let action = request["sender_action"] { return try await react(action, to: recipient?["user_id"]?.text) }
        if let target = recipient?["target"] { return try await broadcast(request["message"], to: target) }
        if let visitor = recipient?["anonymous_id"]?.text { return try await answer(visitor, recipient?["conversation_id"]?.text, request["message"]) }
        throw ZaloFault.oldMessageAPI
    }

    private func react(_ action: JSON, to id: String?) async throws -> JSON {
        guard let id, let citizen = await world.citizens[id] else { throw ZaloFault.invalid("user_id") }
        let icon = try action.required("react_icon")
        guard Self.icons.contains(icon) else { throw ZaloFault.invalid("react_icon") }
        let messageID = try action.required("react_message_id")
        guard let line = await world.line(messageID, of: id) else { throw ZaloFault.invalid("react_message_id") }
        guard await world.react(icon, to: line.id, of: id) else { throw ZaloFault.tooLong }
        let bodies = ZaloEventBodies(appID: settings.appID, oaID: settings.oaID, timestamp: String(await world.now))
        hook.soon(bodies.reaction(icon, on: messageID, with: citizen, byOA: true))
        return ["message_id": .string(await world.newID("o")), "user_id": .string(id)]
    }

    private func answer(_ visitor: String, _ conversation: String?, _ message: JSON?) async throws -> JSON {
        guard let citizen = await world.citizens[visitor], let known = citizen.anonymousConversation else {
            throw ZaloFault.invalid("anonymous_id")
        }
        guard conversation == known else { throw ZaloFault.invalid("conversation_id") }
        guard let message else { throw ZaloFault.invalid("message") }
        let composition = try await ZaloDraft(world: world, use: .anonymous).composition(message)
        let line = await world.line(composition, author: settings.oaID)
        await send(line, to: citizen)
        return ["message_id": .string(line.id), "anonymous_id": .string(visitor), "conversation_id": .string(known)]
    }

    /// An article to all followers; the targets are narrowed down by traits that nobody here has, so that all of them are reached.
    private func broadcast(_ message: JSON?, to target: JSON) async throws -> JSON {
        guard target.members != nil else { throw ZaloFault.invalid("target") }
        guard let element = message?["attachment"]?["payload"]?["elements"]?.elements?.first, element["media_type"]?.text == "article",
            let article = await world.article(element["attachment_id"]?.text ?? "")
        else { throw ZaloFault.invalid("attachment_id") }
        guard (6..<22).contains(vietnameseHour(await world.now)) else { throw ZaloFault.atNight }
        let composition = ZaloComposition(kind: "link", attachments: [.article(id: article.id, title: article.title)])
        let line = await world.line(composition, author: settings.oaID)
        for follower in await world.players where follower.follows { await world.append(line, to: follower.id) }
        return ["message_id": .string(line.id)]
    }
}
