/// One line of a conversation or of a group, as people see it.
package struct ZaloLine: Sendable {
    package let id: String
    /// Milliseconds since 1970, by the platform's clock.
    package let time: Int64
    package let fromOA: Bool
    package let text: String
    /// The line that it answers.
    package let quotes: String?
    package let attachments: [ZaloAttachment]
    /// As events name it: `text`, `image`, `file`, …
    package let kind: String
    /// The id of the user, or of the account, that wrote it.
    package let author: String
    /// The member of staff who typed it in the account's own chat; `nil` for what an app sent.
    package let admin: String?
    /// Icons that the other side put on it.
    package internal(set) var reactions: [String] = []
    package internal(set) var state: State = .sent

    /// How far a line of the account has come.
    package enum State: Sendable {
        case sent, received, seen
    }
}

/// What hangs on a line.
package enum ZaloAttachment: Sendable, Equatable {
    case image(url: String)
    case gif(url: String)
    case file(url: String, name: String, size: Int)
    case audio(url: String)
    case video(url: String, description: String)
    case sticker(id: String)
    case link(url: String, description: String)
    /// A business card (danh thiếp).
    case card(name: String, phone: String)
    case location(latitude: String, longitude: String)
    case article(id: String, title: String)
    /// The account asks who the person is.
    case contactRequest(title: String, subtitle: String)
    case button(title: String, action: ZaloButton)
    /// A template message with its fields filled in.
    case template(id: String, text: String)
}

/// What a button under a message does (brief zalo.md §3).
package enum ZaloButton: Sendable, Equatable {
    /// The payload comes back as a message of the person; hidden or shown in the conversation.
    case query(String, shown: Bool)
    case url(String)
    case phone(String)
    case sms(phone: String, content: String)
}

/// What a person, or staff in the account's own chat, can send.
package enum ZaloContent: Sendable {
    case text(String)
    case picture([UInt8], caption: String = "")
    case gif([UInt8])
    case file([UInt8], name: String)
    case audio([UInt8])
    case video([UInt8], description: String = "")
    case sticker(id: String)
    case link(url: String, description: String)
    case location(latitude: String, longitude: String)
    case card(name: String, phone: String)
}

/// A message put together: its kind for events, and what it shows.
struct ZaloComposition: Sendable {
    let kind: String
    var text = ""
    var attachments: [ZaloAttachment] = []
}

extension ZaloWorld {
    /// Stores the files of what somebody sends.
    func compose(_ content: ZaloContent) -> ZaloComposition {
        switch content {
        case .text(let text): ZaloComposition(kind: "text", text: text)
        case .picture(let bytes, let caption):
            ZaloComposition(kind: "image", text: caption, attachments: [.image(url: keep(bytes, name: "").url)])
        case .gif(let bytes): ZaloComposition(kind: "gif", attachments: [.gif(url: keep(bytes, name: "").url)])
        case .file(let bytes, let name):
            ZaloComposition(kind: "file", attachments: [.file(url: keep(bytes, name: name).url, name: name, size: bytes.count)])
        case .audio(let bytes): ZaloComposition(kind: "audio", attachments: [.audio(url: keep(bytes, name: "ghi-am.amr").url)])
        case .video(let bytes, let description):
            ZaloComposition(kind: "video", attachments: [.video(url: keep(bytes, name: "phim.mp4").url, description: description)])
        case .sticker(let id): ZaloComposition(kind: "sticker", attachments: [.sticker(id: id)])
        case .link(let url, let description):
            ZaloComposition(kind: "link", text: url, attachments: [.link(url: url, description: description)])
        case .location(let latitude, let longitude):
            ZaloComposition(kind: "location", attachments: [.location(latitude: latitude, longitude: longitude)])
        case .card(let name, let phone): ZaloComposition(kind: "business_card", attachments: [.card(name: name, phone: phone)])
        }
    }

    /// A line of this moment.
    func line(
        _ composition: ZaloComposition, author: String, quoting quoted: String? = nil, admin: String? = nil
    ) -> ZaloLine {
        ZaloLine(
            id: newID(author == settings.oaID ? "o" : "m"), time: now, fromOA: author == settings.oaID, text: composition.text, quotes: quoted,
            attachments: composition.attachments, kind: composition.kind, author: author, admin: admin)
    }

    /// The line as the `message` of an event, in the order of the platform's samples (brief §2.5).
    func json(_ line: ZaloLine) -> JSON {
        var members: [(String, JSON)] = [("msg_id", .string(line.id))]
        if line.kind == "text" {
            members.insert(("text", .string(line.text)), at: 0)
        } else if !line.text.isEmpty || line.kind == "location" {
            members.append(("text", .string(line.text)))
        }
        if let quoted = line.quotes { members.append(("quote_msg_id", .string(quoted))) }
        let attachments = line.attachments.compactMap(json)
        if !attachments.isEmpty { members.append(("attachments", .array(attachments))) }
        return .object(members)
    }

    /// An attachment with its payload (brief §2.5). Buttons are no attachments of an event.
    private func json(_ attachment: ZaloAttachment) -> JSON? {
        switch attachment {
        case .image(let url): ["type": "image", "payload": ["thumbnail": .string(url), "url": .string(url)]]
        case .gif(let url): ["type": "gif", "payload": ["thumbnail": .string(url), "url": .string(url)]]
        case .file(let url, let name, let size):
            [
                "type": "file",
                "payload": [
                    "size": .digits(size), "name": .string(name), "checksum": .string(md5(bytes(at: url))),
                    "type": .string(name.split(separator: ".").last.map(String.init) ?? ""), "url": .string(url),
                ],
            ]
        case .audio(let url): ["type": "audio", "payload": ["url": .string(url)]]
        case .video(let url, let description):
            ["type": "video", "payload": ["thumbnail": "", "description": .string(description), "url": .string(url)]]
        case .sticker(let id): ["type": "sticker", "payload": ["id": .string(id), "url": .string("\(baseURL)/stickers/\(id)")]]
        case .link(let url, let description):
            ["type": "link", "payload": ["thumbnail": "", "description": .string(description), "url": .string(url)]]
        case .card(let name, let phone): Self.card(name: name, phone: phone)
        case .location(let latitude, let longitude):
            ["type": "location", "payload": ["coordinates": ["latitude": .string(latitude), "longitude": .string(longitude)]]]
        case .article(let id, let title):
            ["type": "link", "payload": ["thumbnail": "", "description": .string(title), "url": .string(address(ofArticle: id))]]
        case .contactRequest(let title, _): Self.template(title)
        case .template(_, let text): Self.template(text)
        case .button: nil
        }
    }

    private static func template(_ text: String) -> JSON {
        ["type": "template", "payload": ["zinstant_id": "1", "text": .string(text), "link_url": "", "checksum": .string(md5(Array(text.utf8)))]]
    }

    /// A business card comes as a link whose description is JSON of its own.
    private static func card(name: String, phone: String) -> JSON {
        let description: JSON = ["caption": .string(name), "phone": .string(phone), "qrCodeUrl": ""]
        return [
            "type": "link",
            "payload": ["thumbnail": "", "description": .string(String(decoding: description.bytes, as: UTF8.self)), "url": ""],
        ]
    }
}
