import Foundation

/// Messages of the account: who may be written to and what follows from it (brief zalo.md §3, §13.3, §13.4).
struct ZaloSender: Sendable {
    let world: ZaloWorld
    let hook: ZaloHook
    let settings: ZaloPlatformSettings

    static let hour: Int64 = 3_600_000

    /// `POST /v3.0/oa/message/cs`.
    func consult(_ body: [UInt8]) async throws -> JSON {
        let request = try JSON.object(from: body)
        if let code = await world.takeOrderedError() { throw ZaloFault.ordered(code) }
        guard let id = request["recipient"]?["user_id"]?.text, let citizen = await world.citizens[id], citizen.anonymousConversation == nil
        else { throw ZaloFault.invalid("user_id") }
        guard let message = request["message"] else { throw ZaloFault.invalid("message") }
        let quoted = message["quote_message_id"]?.text
        if let quoted, await world.line(quoted, of: id) == nil { throw ZaloFault.invalid("quote_message_id") }
        let composition = try await ZaloDraft(world: world, use: .person).composition(message)
        if citizen.blocks { throw ZaloFault.restricted }
        let quota = try await quota(for: citizen)
        let line = await world.line(composition, author: settings.oaID, quoting: quoted)
        await send(line, to: citizen)
        var data: [(String, JSON)] = [("message_id", .string(line.id)), ("user_id", .string(id)), ("sent_time", .digits(line.time))]
        if let quota { data.append(("quota", quota)) }
        return .object(data)
    }

    /// Puts a line into the conversation; everything that the account sends comes back as an event (brief §0.7), after the answer.
    func send(_ line: ZaloLine, to citizen: ZaloCitizen) async {
        await world.append(line, to: citizen.id)
        let bodies = ZaloEventBodies(appID: settings.appID, oaID: settings.oaID, timestamp: String(line.time))
        hook.soon(bodies.echo(line.kind, to: citizen, await world.json(line), admin: line.admin))
        guard await world.trouble.receipts || citizen.isOnMobile, citizen.anonymousConversation == nil else { return }
        await world.mark(.received, line.id, of: citizen.id)
        hook.soon(bodies.receipt("user_received_message", of: citizen, ["msg_id": .string(line.id)]))
        guard await world.trouble.receipts else { return }
        await world.mark(.seen, line.id, of: citizen.id)
        hook.soon(bodies.receipt("user_seen_message", of: citizen, ["msg_ids": [.string(line.id)]]))
    }

    /// What the message costs: nothing for 48 hours after the person's last sign, the package until 7 days, then it is charged
    /// (no quota named); after 7 days it is refused.
    private func quota(for citizen: ZaloCitizen) async throws -> JSON? {
        guard let last = citizen.lastInteraction else { throw ZaloFault.neverInteracted }
        let age = await world.now - last
        let total = settings.freeReplies ?? 8
        let left = settings.freeReplies.map { $0 - citizen.repliesSince - 1 } ?? total
        if age <= 48 * Self.hour, left >= 0 {
            await world.useFreeReply(citizen.id)
            return ["quota_type": "reply", "remain": .digits(left), "total": .digits(total)]
        }
        guard age <= 7 * 24 * Self.hour else { throw ZaloFault.outsideWindow }
        if await world.trouble.isOutOfQuota { throw ZaloFault.outOfQuota }
        guard let left = await world.usePackageQuota() else { return nil }
        return [
            "quota_type": "sub_quota", "remain": .digits(left), "total": .digits(settings.packageQuota),
            "expired_date": .string(vietnameseDay(await world.now + 30 * 24 * Self.hour)),
        ]
    }
}
