import Foundation

/// `POST /v3.0/oa/message/cs`: who may be written to, what a message may hold (brief zalo.md §3, §13.3, §13.4).
struct ZaloSender: Sendable {
    let world: ZaloWorld
    let hook: ZaloHook
    let settings: ZaloPlatformSettings

    private static let longestText = 2000
    private static let hour: Int64 = 3_600_000

    func consult(_ body: [UInt8]) async throws -> JSON {
        let request: ZaloSendRequest
        do { request = try JSONDecoder().decode(ZaloSendRequest.self, from: Data(body)) } catch { throw ZaloFault.invalid("body") }
        if let code = await world.takeOrderedError() { throw ZaloFault.ordered(code) }
        guard let id = request.recipient?.user_id?.text, let citizen = await world.citizens[id] else { throw ZaloFault.invalid("user_id") }
        guard let message = request.message else { throw ZaloFault.invalid("message") }
        let (kind, attachments) = try await check(message)
        let quota = try await quota(for: citizen)
        let sent = await world.now
        let line = ZaloCitizen.Message(
            id: await world.newID("o"), time: sent, fromOA: true, text: message.text ?? "", quotes: message.quote_message_id,
            attachments: attachments)
        await world.append(line, to: id)
        await echo(line, kind: kind, to: citizen)
        var data: [(String, JSON)] = [
            ("message_id", .string(line.id)), ("user_id", .string(id)), ("sent_time", .string(String(sent))),
        ]
        if let quota { data.append(("quota", quota)) }
        return .object(data)
    }

    /// The kind of the message for its echo, and what hangs on it.
    private func check(_ message: ZaloSendRequest.Message) async throws -> (kind: String, [ZaloCitizen.Attachment]) {
        let text = message.text ?? ""
        guard text.utf16.count <= Self.longestText else { throw ZaloFault.tooLong }
        guard let attachment = message.attachment else {
            guard !text.isEmpty else { throw ZaloFault.invalid("text") }
            return ("text", [])
        }
        guard let payload = attachment.payload else { throw ZaloFault.invalid("payload") }
        switch (attachment.type, payload.template_type) {
        case ("file", _):
            let (url, media) = try await uploaded(payload.token, image: false)
            return ("file", [.file(url: url, name: media.name, size: media.bytes.count)])
        case ("template", "media"): return try await checkMedia(payload)
        case ("template", "request_user_info"):
            guard payload.elements?.count == 1 else { throw ZaloFault.invalid("elements") }
            return ("template", [.other("request_user_info")])
        case ("template", nil):
            guard let buttons = payload.buttons, !buttons.isEmpty else { throw ZaloFault.invalid("buttons") }
            guard buttons.count <= 5 else { throw ZaloFault.tooLong }
            return ("text", buttons.map { .other($0.title ?? "") })
        default: throw ZaloFault.unknownMessage
        }
    }

    private func checkMedia(_ payload: ZaloSendRequest.Payload) async throws -> (kind: String, [ZaloCitizen.Attachment]) {
        guard let elements = payload.elements, elements.count == 1, let element = elements.first else { throw ZaloFault.invalid("elements") }
        switch (element.media_type, element.attachment_id, element.url) {
        case ("sticker", .some, nil): return ("sticker", [.other("sticker")])
        case ("image", let id?, nil), ("gif", let id?, nil): return ("image", [.image(url: try await uploaded(id, image: true).url)])
        case ("image", nil, let url?), ("gif", nil, let url?): return ("image", [.image(url: url)])
        case ("image", _, _), ("gif", _, _): throw ZaloFault.invalid("attachment_id")
        default: throw ZaloFault.invalid("media_type")
        }
    }

    private func uploaded(_ id: String?, image: Bool) async throws -> (url: String, ZaloWorld.Media) {
        guard let id, let upload = await world.uploads[id], upload.isImage == image, let media = await world.media[upload.mediaID] else {
            throw ZaloFault.invalid(image ? "attachment_id" : "token")
        }
        guard await world.now < upload.expires else { throw ZaloFault.expiredAttachment }
        return ("\(await world.baseURL)/media/\(upload.mediaID)", media)
    }

    /// What the message costs: nothing for 48 hours after the person's last sign, the package until 7 days, then it is charged
    /// (no quota named); after 7 days it is refused.
    private func quota(for citizen: ZaloCitizen) async throws -> JSON? {
        guard let last = citizen.lastInteraction else { throw ZaloFault.neverInteracted }
        let age = await world.now - last
        if age <= 48 * Self.hour { return ["quota_type": "reply", "remain": "8", "total": "8"] }
        guard age <= 7 * 24 * Self.hour else { throw ZaloFault.outsideWindow }
        guard let left = await world.usePackageQuota() else { return nil }
        return [
            "quota_type": "sub_quota", "remain": .string(String(left)), "total": .string(String(settings.packageQuota)),
            "expired_date": .string(vietnameseDay(await world.now + 30 * 24 * Self.hour)),
        ]
    }

    /// Everything that the account sends comes back as an event (brief §0.7), after the answer.
    private func echo(_ line: ZaloCitizen.Message, kind: String, to citizen: ZaloCitizen) async {
        let bodies = ZaloEventBodies(appID: settings.appID, oaID: settings.oaID, timestamp: String(line.time))
        var message: [(String, JSON)] = [("msg_id", .string(line.id))]
        if !line.text.isEmpty { message.insert(("text", .string(line.text)), at: 0) }
        if !line.attachments.isEmpty { message.append(("attachments", .array(line.attachments.map(Self.json)))) }
        later(bodies.echo(kind, to: citizen, .object(message)))
        guard await world.trouble.receipts else { return }
        later(bodies.receipt("user_received_message", of: citizen, ["msg_id": .string(line.id)]))
        later(bodies.receipt("user_seen_message", of: citizen, ["msg_ids": [.string(line.id)]]))
    }

    private func later(_ event: ZaloEvent) { hook.later.yield(ZaloHook.Later(event: event, attempt: 0, seconds: 0)) }

    private static func json(_ attachment: ZaloCitizen.Attachment) -> JSON {
        switch attachment {
        case .image(let url): ["type": "image", "payload": ["thumbnail": .string(url), "url": .string(url)]]
        case .file(let url, let name, let size):
            ["type": "file", "payload": ["size": .string(String(size)), "name": .string(name), "url": .string(url)]]
        case .location(let latitude, let longitude):
            ["type": "location", "payload": ["coordinates": ["latitude": .string(latitude), "longitude": .string(longitude)]]]
        case .other(let kind): ["type": "template", "payload": ["text": .string(kind)]]
        }
    }
}
