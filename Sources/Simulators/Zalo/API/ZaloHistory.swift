/// What was written, for catching up (brief zalo.md §7): newest first, at most ten lines a call.
struct ZaloHistory: Sendable {
    let world: ZaloWorld
    let settings: ZaloPlatformSettings

    /// `/v2.0/oa/listrecentchat` over all people, or `/v2.0/oa/conversation` with one.
    func lines(_ query: JSON, ofOne: Bool) async throws -> JSON {
        let id = query["user_id"]?.text
        if ofOne {
            guard let id, await world.citizens[id] != nil else { throw ZaloFault.invalid("user_id") }
        }
        guard let offset = query["offset"]?.number, offset >= 0 else { throw ZaloFault.invalid("offset") }
        guard let count = query["count"]?.number, count > 0 else { throw ZaloFault.invalid("count") }
        guard count <= 10 else { throw ZaloFault.tooLong }
        let account = (settings.oaID, settings.oaName)
        let base = await world.baseURL
        return .array(
            await world.history(of: ofOne ? id : nil, offset: offset, count: count).map { person, line in
                let other = (person.id, person.name)
                return Self.row(line, from: line.fromOA ? account : other, to: line.fromOA ? other : account, base: base)
            })
    }

    static func row(_ line: ZaloLine, from sender: (id: String, name: String), to other: (id: String, name: String), base: String) -> JSON {
        var members: [(String, JSON)] = [
            ("src", line.fromOA ? 0 : 1), ("time", .integer(line.time)), ("type", .string(type(line))), ("message", .string(line.text)),
            ("message_id", .string(line.id)), ("from_id", .string(sender.id)), ("to_id", .string(other.id)),
            ("from_display_name", .string(sender.name)), ("from_avatar", ""), ("to_display_name", .string(other.name)), ("to_avatar", ""),
        ]
        if let attachment = line.attachments.first { members += further(attachment, base: base) }
        return .object(members)
    }

    private static func type(_ line: ZaloLine) -> String {
        switch line.attachments.first {
        case .image: "photo"
        case .gif: "GIF"
        case .audio: "voice"
        case .video: "video"
        case .file: "file"
        case .sticker: "sticker"
        case .location: "location"
        case .link, .card: "link"
        case .article: "links"
        case .contactRequest, .template, .button, nil: "text"
        }
    }

    private static func further(_ attachment: ZaloAttachment, base: String) -> [(String, JSON)] {
        switch attachment {
        case .image(let url), .gif(let url): [("thumb", .string(url)), ("url", .string(url)), ("description", "")]
        case .audio(let url): [("url", .string(url))]
        case .file(let url, let name, _): [("url", .string(url)), ("description", .string(name))]
        case .video(let url, let description): [("thumb", ""), ("url", .string(url)), ("description", .string(description))]
        case .sticker(let id): [("url", .string("\(base)/stickers/\(id)"))]
        case .location(let latitude, let longitude):
            // A string that holds JSON, as in the platform's answers.
            [("location", .string("{\"latitude\":\(latitude),\"longitude\":\(longitude)}"))]
        case .link(let url, let description):
            [("links", [["title": .string(description), "url": .string(url), "thumb": "", "description": .string(description)]])]
        case .card(let name, let phone): [("description", .string("\(name) \(phone)"))]
        case .article(let id, let title):
            [("links", [["title": .string(title), "url": .string("\(base)/_sim/articles/\(id)"), "thumb": "", "description": ""]])]
        case .contactRequest, .template, .button: []
        }
    }
}
