/// Playing the citizen and the mishaps, from Swift.
extension ZaloPlatform {
    /// What a citizen has sent, and how the webhook answered.
    package struct Sent: Sendable {
        package let messageID: String
        package let answer: ZaloDelivery.Answer
    }

    /// The citizen with this id, made when there is none yet.
    @discardableResult
    package func citizen(_ id: String, name: String? = nil) async -> ZaloCitizen { await world.citizen(id, name: name) }

    /// A new citizen with an id of the platform's choice.
    package func newCitizen(name: String) async -> ZaloCitizen { await world.newCitizen(name: name) }

    /// What the citizen has got from the account, oldest first.
    package func received(by id: String) async -> [ZaloCitizen.Message] {
        await world.citizens[id]?.messages.filter(\.fromOA) ?? []
    }

    @discardableResult
    package func userSends(text: String, from id: String, quoting quoted: String? = nil) async -> Sent {
        let messageID = await world.newID("m")
        var message: [(String, JSON)] = [("text", .string(text)), ("msg_id", .string(messageID))]
        if let quoted { message.append(("quote_msg_id", .string(quoted))) }
        return await send("text", from: id, message, shown: (text, quoted, []), messageID: messageID)
    }

    @discardableResult
    package func userSends(picture bytes: [UInt8], caption: String = "", from id: String) async -> Sent {
        let messageID = await world.newID("m")
        let url = await world.keep(bytes, name: "").url
        var message: [(String, JSON)] = [("msg_id", .string(messageID))]
        if !caption.isEmpty { message.append(("text", .string(caption))) }
        message.append(("attachments", [["type": "image", "payload": ["thumbnail": .string(url), "url": .string(url)]]]))
        return await send("image", from: id, message, shown: (caption, nil, [.image(url: url)]), messageID: messageID)
    }

    @discardableResult
    package func userSends(file bytes: [UInt8], name: String, from id: String) async -> Sent {
        let messageID = await world.newID("m")
        let url = await world.keep(bytes, name: name).url
        let payload: JSON = [
            "size": .string(String(bytes.count)), "name": .string(name), "checksum": .string(md5(bytes)),
            "type": .string(name.split(separator: ".").last.map(String.init) ?? ""), "url": .string(url),
        ]
        let message: [(String, JSON)] = [("msg_id", .string(messageID)), ("attachments", [["type": "file", "payload": payload]])]
        let shown = ZaloCitizen.Attachment.file(url: url, name: name, size: bytes.count)
        return await send("file", from: id, message, shown: ("", nil, [shown]), messageID: messageID)
    }

    @discardableResult
    package func userSends(latitude: String, longitude: String, from id: String) async -> Sent {
        let messageID = await world.newID("m")
        let coordinates: JSON = ["latitude": .string(latitude), "longitude": .string(longitude)]
        let message: [(String, JSON)] = [
            ("msg_id", .string(messageID)), ("text", ""),
            ("attachments", [["type": "location", "payload": ["coordinates": coordinates]]]),
        ]
        let shown = ZaloCitizen.Attachment.location(latitude: latitude, longitude: longitude)
        return await send("location", from: id, message, shown: ("", nil, [shown]), messageID: messageID)
    }

    @discardableResult
    package func userFollows(_ id: String, _ follows: Bool = true) async -> ZaloDelivery.Answer {
        _ = await world.citizen(id)
        await world.follows(id, follows)
        guard let citizen = await world.citizens[id] else { return .nowhere }
        return await hook.deliver(await bodies.follow(citizen, follows: follows))
    }

    /// Delivers an event that no receiver knows.
    @discardableResult
    package func unknownEvent(_ name: String, about id: String) async -> ZaloDelivery.Answer {
        await hook.deliver(await bodies.unknown(name, about: await world.citizen(id)))
    }

    /// Saves a webhook address as the console does: with an unsigned probe, whose answer comes back.
    @discardableResult
    package func setWebhook(_ url: String?) async -> ZaloDelivery.Answer {
        await world.setWebhook(url)
        return await hook.probe()
    }

    /// What the console's Test button does.
    package func consoleTest() async -> ZaloDelivery.Answer { await hook.attempt(await bodies.consoleTest, number: 0) }

    package func trouble(_ change: @Sendable (inout ZaloTrouble) -> Void) async { await world.change(change) }
    package var trouble: ZaloTrouble { get async { await world.trouble } }
    package func moveClock(hours: Int) async { await world.moveClock(seconds: Int64(hours) * 3600) }

    /// Milliseconds since 1970 by the platform's clock.
    package var now: Int64 { get async { await world.now } }

    /// The access token dies; the refresh token stays good.
    package func expireAccessToken() async { await world.expireAccess() }
    /// The refresh token becomes worthless, as when the grant is taken back.
    package func revokeGrant() async { await world.revoke() }
    /// How many token pairs were minted.
    package var mintedPairs: Int { get async { await world.grants.minted } }
    /// The tokens that are alive.
    package var tokens: (access: String, refresh: String) {
        get async {
            let grants = await world.grants
            return (grants.accessToken, grants.refreshToken)
        }
    }
    /// The latest deliveries to the webhook, oldest first.
    package var deliveries: [ZaloDelivery] { get async { await world.deliveries } }

    private var bodies: ZaloEventBodies {
        get async { ZaloEventBodies(appID: settings.appID, oaID: settings.oaID, timestamp: String(await world.now)) }
    }

    private func send(
        _ kind: String, from id: String, _ message: [(String, JSON)],
        shown: (text: String, quotes: String?, attachments: [ZaloCitizen.Attachment]), messageID: String
    ) async -> Sent {
        let citizen = await world.citizen(id)
        await world.interacts(id)
        let line = ZaloCitizen.Message(
            id: messageID, time: await world.now, fromOA: false, text: shown.text, quotes: shown.quotes, attachments: shown.attachments)
        await world.append(line, to: id)
        let answer = await hook.deliver(await bodies.message(kind, from: citizen, .object(message)))
        return Sent(messageID: messageID, answer: answer)
    }
}
