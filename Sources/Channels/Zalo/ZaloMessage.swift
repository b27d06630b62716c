import Domain

/// What a citizen's message says, and what hangs on it (brief zalo.md §2.5).
struct ZaloMessage {
    private(set) var lines: [String] = []
    private(set) var files: [RemoteFile] = []

    /// The events that carry a citizen's message to the account; messages in groups are not among them.
    static let kinds: Set<String> = [
        "user_send_text", "user_send_image", "user_send_gif", "user_send_link", "user_send_audio", "user_send_video",
        "user_send_sticker", "user_send_location", "user_send_business_card", "user_send_file",
    ]

    var text: String { lines.joined(separator: "\n") }
    var isEmpty: Bool { lines.isEmpty && files.isEmpty }

    init(_ message: JSONText?) {
        guard let message else { return }
        add(message["text"]?.text)
        for attachment in message["attachments"]?.elements ?? [] {
            read(attachment["type"]?.text ?? "", attachment["payload"] ?? .null)
        }
    }

    private mutating func add(_ line: String?) {
        guard let line, line.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return }
        lines.append(line)
    }

    private mutating func read(_ type: String, _ payload: JSONText) {
        switch type {
        case "image", "gif", "audio", "video", "file":
            guard let address = payload["url"]?.text, !address.isEmpty else { return }
            let size = payload["size"]?.integer.flatMap { Int(exactly: $0) }
            if type == "video" { add(payload["description"]?.text) }
            files.append(RemoteFile(address: address, name: payload["name"]?.text, size: size))
        case "location":
            add(Self.place(payload["coordinates"] ?? .null))
        case "link":
            readLink(payload)
        case "sticker":
            break  // says nothing that a case could hold
        default:
            add("[Đính kèm loại “\(type)”: chưa đọc được trên hệ thống này]")
        }
    }

    private static func place(_ coordinates: JSONText) -> String? {
        guard let latitude = coordinates["latitude"]?.text, let longitude = coordinates["longitude"]?.text else { return nil }
        return "[Vị trí: vĩ độ \(latitude), kinh độ \(longitude)]"
    }

    /// A link, or a business card: that arrives as a link whose description is JSON with `phone`.
    private mutating func readLink(_ payload: JSONText) {
        let description = payload["description"]?.text ?? ""
        if let card = JSONText(description.utf8), let phone = card["phone"]?.text {
            add("[Danh thiếp: số điện thoại \(phone)]")
            return
        }
        add(description)
        if let address = payload["url"]?.text, !address.isEmpty, !lines.contains(address) { add("[Liên kết: \(address)]") }
    }
}
