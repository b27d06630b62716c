/// Playing the citizen, from Swift. Each function waits until the webhook has answered, and tells how.
extension ZaloPlatform {
    /// What a citizen, or staff, has sent, and how the webhook answered.
    package struct Sent: Sendable {
        package let messageID: String
        package let answer: ZaloDelivery.Answer
    }

    /// The citizen with this id, made when there is none yet.
    @discardableResult
    package func citizen(_ id: String, name: String? = nil) async -> ZaloCitizen { await world.citizen(id, name: name) }

    /// A new citizen with an id of the platform's choice.
    package func newCitizen(name: String) async -> ZaloCitizen { await world.newCitizen(name: name) }

    /// A visitor of a web page with the account's chat on it, who has no account of his own.
    package func newVisitor() async -> ZaloCitizen {
        let id = "an" + (await world.nextID())
        _ = await world.citizen(id, name: "Khách web")
        let conversation = await world.newID("cv")
        await world.change(id) { $0.anonymousConversation = conversation }
        return await world.citizen(id)
    }

    /// What the platform knows about somebody.
    package func known(_ id: String) async -> ZaloCitizen? { await world.citizens[id] }

    /// What the citizen has got from the account, oldest first.
    package func received(by id: String) async -> [ZaloCitizen.Message] {
        await world.citizens[id]?.messages.filter(\.fromOA) ?? []
    }

    /// Sends anything that a person can send; a message opens the window (brief zalo.md §3).
    @discardableResult
    package func userSends(_ content: ZaloContent, from id: String, quoting quoted: String? = nil) async -> Sent {
        let citizen = await world.citizen(id)
        await world.interacts(id)
        let line = await world.line(await world.compose(content), author: id, quoting: quoted)
        await world.append(line, to: id)
        let answer = await hook.deliver(await bodies.message(line.kind, from: citizen, await world.json(line)))
        return Sent(messageID: line.id, answer: answer)
    }

    @discardableResult
    package func userSends(text: String, from id: String, quoting quoted: String? = nil) async -> Sent {
        await userSends(.text(text), from: id, quoting: quoted)
    }

    @discardableResult
    package func userSends(picture bytes: [UInt8], caption: String = "", from id: String) async -> Sent {
        await userSends(.picture(bytes, caption: caption), from: id)
    }

    @discardableResult
    package func userSends(file bytes: [UInt8], name: String, from id: String) async -> Sent {
        await userSends(.file(bytes, name: name), from: id)
    }

    @discardableResult
    package func userSends(latitude: String, longitude: String, from id: String) async -> Sent {
        await userSends(.location(latitude: latitude, longitude: longitude), from: id)
    }

    /// Presses a button of one of the account's messages: a query comes as a text. `nil` when the button opens something else, or is
    /// not there; the first button has number 0.
    @discardableResult
    package func userPresses(button number: Int, of messageID: String, from id: String) async -> Sent? {
        let buttons = await world.line(messageID, of: id)?.attachments.compactMap { attachment -> ZaloButton? in
            if case .button(_, let action) = attachment { action } else { nil }
        }
        guard let buttons, buttons.indices.contains(number), case .query(let payload, _) = buttons[number] else { return nil }
        return await userSends(.text(payload), from: id)
    }

    @discardableResult
    package func userFollows(_ id: String, _ follows: Bool = true) async -> ZaloDelivery.Answer {
        _ = await world.citizen(id)
        await world.follows(id, follows)
        guard let citizen = await world.citizens[id] else { return .nowhere }
        return await hook.deliver(await bodies.follow(citizen, follows: follows))
    }

    /// Opens the chat for the first time, without a word; that opens the window.
    @discardableResult
    package func userOpensChat(_ id: String) async -> ZaloDelivery.Answer {
        let citizen = await world.citizen(id)
        await world.interacts(id)
        return await hook.deliver(await bodies.about(citizen, "user_click_chatnow"))
    }

    /// Fills in the form that asks who one is.
    @discardableResult
    package func userTells(_ details: ZaloDetails, from id: String) async -> ZaloDelivery.Answer {
        let citizen = await world.citizen(id)
        let isOld = await world.trouble.tellsInOldShape
        let digits = details.phone
        await world.change(id) { person in
            person.details = details.shared
            if digits.utf8.starts(with: "84".utf8) { person.phone = digits }
        }
        return await hook.deliver(await bodies.info(isOld ? details.oldShape : details.newShape, of: citizen))
    }

    @discardableResult
    package func userReacts(_ icon: String, to messageID: String, from id: String) async -> ZaloDelivery.Answer {
        let citizen = await world.citizen(id)
        _ = await world.react(icon, to: messageID, of: id)
        return await hook.deliver(await bodies.reaction(icon, on: messageID, with: citizen, byOA: false))
    }

    /// The message reaches the person's telephone.
    @discardableResult
    package func userReceives(_ messageID: String, _ id: String) async -> ZaloDelivery.Answer {
        let citizen = await world.citizen(id)
        await world.mark(.received, messageID, of: id)
        return await hook.deliver(await bodies.receipt("user_received_message", of: citizen, ["msg_id": .string(messageID)]))
    }

    /// The person reads messages: those named, or all that he has not read yet.
    @discardableResult
    package func userSees(_ id: String, _ messageIDs: [String]? = nil) async -> ZaloDelivery.Answer {
        let citizen = await world.citizen(id)
        let ids = messageIDs ?? citizen.messages.filter { $0.fromOA && $0.state != .seen }.map(\.id)
        guard !ids.isEmpty else { return .nowhere }
        for messageID in ids { await world.mark(.seen, messageID, of: id) }
        return await hook.deliver(
            await bodies.receipt("user_seen_message", of: citizen, ["msg_ids": .array(ids.map { .string($0) })]))
    }

    /// The person asks the platform that what is known of him be deleted.
    @discardableResult
    package func userWithdraws(_ id: String) async -> ZaloDelivery.Answer {
        await hook.deliver(await bodies.about(await world.citizen(id), "user_withdraw"))
    }

    /// Takes no messages of the account any more, or again.
    package func userBlocks(_ id: String, _ blocks: Bool = true) async {
        _ = await world.citizen(id)
        await world.change(id) { $0.blocks = blocks }
    }

    /// On a telephone the platform tells when messages arrive.
    package func user(_ id: String, isOnMobile: Bool) async {
        _ = await world.citizen(id)
        await world.change(id) { $0.isOnMobile = isOnMobile }
    }

    package func user(_ id: String, hasPhone phone: String) async {
        _ = await world.citizen(id)
        await world.change(id) { $0.phone = phone }
    }

    /// Somebody answers a template message that asks for a rating.
    @discardableResult
    package func userRates(_ stars: Int, note: String, messageID: String, tracking: String) async -> ZaloDelivery.Answer {
        await hook.deliver(await bodies.feedback(messageID, stars: stars, note: note, tracking: tracking))
    }

    /// Delivers an event that no receiver knows.
    @discardableResult
    package func unknownEvent(_ name: String, about id: String) async -> ZaloDelivery.Answer {
        await hook.deliver(await bodies.about(await world.citizen(id), name))
    }

    /// A member of the account's staff types in the account's own chat, past the API: the echo carries his id (brief §0.7). There the
    /// account may write for 365 days, and nothing is counted.
    @discardableResult
    package func staffSends(_ content: ZaloContent, to id: String, admin: String? = nil, quoting quoted: String? = nil) async -> Sent {
        let citizen = await world.citizen(id)
        let line = await world.line(await world.compose(content), author: settings.oaID, quoting: quoted, admin: admin ?? settings.firstAdmin)
        await world.append(line, to: id)
        let answer = await hook.deliver(await bodies.echo(line.kind, to: citizen, await world.json(line), admin: line.admin))
        return Sent(messageID: line.id, answer: answer)
    }
}
