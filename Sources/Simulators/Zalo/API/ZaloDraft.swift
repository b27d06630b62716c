import Foundation

/// The `message` of a call, checked and put together (brief zalo.md §3, §13.4).
struct ZaloDraft: Sendable {
    let world: ZaloWorld
    let use: Use

    /// Where a message goes decides what it may hold.
    enum Use: Sendable {
        case person, group, anonymous
    }

    private static let longestText = 2000

    func composition(_ message: JSON) async throws -> ZaloComposition {
        let text = message["text"]?.text ?? ""
        guard text.utf16.count <= Self.longestText else { throw ZaloFault.tooLong }
        guard let attachment = message["attachment"] else {
            guard !text.isEmpty else { throw ZaloFault.invalid("text") }
            return ZaloComposition(kind: "text", text: text)
        }
        guard let payload = attachment["payload"] else { throw ZaloFault.invalid("payload") }
        switch (attachment["type"]?.text, payload["template_type"]?.text) {
        case ("file", _):
            let file = try await uploaded(payload["token"]?.text, .file)
            return ZaloComposition(
                kind: "file", text: text, attachments: [.file(url: file.url, name: file.media.name, size: file.media.bytes.count)])
        case ("template", "media"): return try await media(payload, text: text)
        case ("template", "request_user_info"): return try contactRequest(payload)
        case ("template", nil): return try buttons(payload, text: text)
        default: throw ZaloFault.unknownMessage
        }
    }

    private func media(_ payload: JSON, text: String) async throws -> ZaloComposition {
        guard let elements = payload["elements"]?.elements, elements.count == 1, let element = elements.first else {
            throw ZaloFault.invalid("elements")
        }
        let kind = element["media_type"]?.text
        switch (kind, element["attachment_id"]?.text, element["url"]?.text) {
        case ("sticker", let id?, nil): return ZaloComposition(kind: "sticker", text: text, attachments: [.sticker(id: id)])
        case ("image", let id?, nil):
            return ZaloComposition(kind: "image", text: text, attachments: [.image(url: try await uploaded(id, .image).url)])
        case ("image", nil, let url?):
            return ZaloComposition(kind: "image", text: text, attachments: [.image(url: try address(url, "url"))])
        case ("gif", let id, let url) where (id == nil) != (url == nil):
            for side in ["width", "height"] where (element[side]?.number ?? 0) <= 0 { throw ZaloFault.invalid(side) }
            let place = if let id { try await uploaded(id, .gif).url } else { try address(url ?? "", "url") }
            return ZaloComposition(kind: "gif", text: text, attachments: [.gif(url: place)])
        case ("image", _, _), ("gif", _, _), ("sticker", _, _): throw ZaloFault.invalid("attachment_id")
        default: throw ZaloFault.invalid("media_type")
        }
    }

    private func contactRequest(_ payload: JSON) throws -> ZaloComposition {
        guard use == .person else { throw ZaloFault.unknownMessage }
        guard let elements = payload["elements"]?.elements, elements.count == 1, let element = elements.first else {
            throw ZaloFault.invalid("elements")
        }
        let title = try element.required("title")
        let subtitle = element["subtitle"]?.text ?? ""
        _ = try address(try element.required("image_url"), "image_url")
        guard title.utf16.count <= 100, subtitle.utf16.count <= 500 else { throw ZaloFault.tooLong }
        return ZaloComposition(kind: "template", attachments: [.contactRequest(title: title, subtitle: subtitle)])
    }

    private func buttons(_ payload: JSON, text: String) throws -> ZaloComposition {
        guard use == .person else { throw ZaloFault.unknownMessage }
        guard let buttons = payload["buttons"]?.elements, !buttons.isEmpty else { throw ZaloFault.invalid("buttons") }
        guard buttons.count <= 5 else { throw ZaloFault.tooLong }
        guard !text.isEmpty else { throw ZaloFault.invalid("text") }
        return ZaloComposition(kind: "text", text: text, attachments: try buttons.map(button))
    }

    private func button(_ json: JSON) throws -> ZaloAttachment {
        let title = try json.required("title")
        guard title.utf16.count <= 100 else { throw ZaloFault.tooLong }
        let type = try json.required("type")
        guard let payload = json["payload"] else { throw ZaloFault.invalid("payload") }
        switch type {
        case "oa.query.show", "oa.query.hide":
            let query = try json.required("payload")
            guard query.utf16.count <= 1000 else { throw ZaloFault.tooLong }
            return .button(title: title, action: .query(query, shown: type == "oa.query.show"))
        case "oa.open.url": return .button(title: title, action: .url(try address(try payload.required("url"), "url")))
        case "oa.open.phone": return .button(title: title, action: .phone(try payload.required("phone_code")))
        case "oa.open.sms":
            let content = try payload.required("content")
            guard content.utf16.count <= 160 else { throw ZaloFault.tooLong }
            return .button(title: title, action: .sms(phone: try payload.required("phone_code"), content: content))
        default: throw ZaloFault.invalid("type")
        }
    }

    private func uploaded(_ id: String?, _ kind: ZaloWorld.Upload.Kind) async throws -> (url: String, media: ZaloWorld.Media) {
        guard let id, let upload = await world.uploads[id], upload.kind == kind, let media = await world.media[upload.mediaID] else {
            throw ZaloFault.invalid(kind == .file ? "token" : "attachment_id")
        }
        guard await world.now < upload.expires else { throw ZaloFault.expiredAttachment }
        return ("\(await world.baseURL)/media/\(upload.mediaID)", media)
    }

    private func address(_ text: String, _ field: String) throws -> String {
        guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme), url.host() != nil else {
            throw ZaloFault.invalid(field)
        }
        return text
    }
}
