import Domain

/// What a citizen's message says, and what hangs on it (brief zalo.md §2.5).
struct ZaloMessage {
    private(set) var lines: [String] = []
    private(set) var files: [RemoteFile] = []
    /// The message that it answers.
    private(set) var quoted: String?

    /// The events that carry a citizen's message to the account; messages in groups are not among them.
    static let kinds: Set<String> = [
        "user_send_text", "user_send_image", "user_send_gif", "user_send_link", "user_send_audio", "user_send_video",
        "user_send_sticker", "user_send_location", "user_send_business_card", "user_send_file",
        "anonymous_send_text", "anonymous_send_image", "anonymous_send_file", "anonymous_send_sticker",
    ]

    var text: String { lines.joined(separator: "\n") }
    var isEmpty: Bool { lines.isEmpty && files.isEmpty }

    var words: Words { Words(text, files: files.map { .remote($0) }, answers: [quoted].compactMap { $0 }) }

    /// Whether it is no word of his but a button's: a tap arrives as a text with the button's payload (brief §2.5), in the usual form
    /// of one word behind `#`.
    var isTap: Bool {
        guard files.isEmpty, lines.count == 1, let first = text.unicodeScalars.first, first == "#", text.utf8.count > 1 else { return false }
        return !text.unicodeScalars.contains { $0.properties.isWhitespace }
    }

    /// A telephone number as people write it: the platform leaves out the zero where it sends a number (brief §2.5).
    static func phone(_ text: String?) -> String {
        guard let text, !text.isEmpty else { return "" }
        if text.utf8.starts(with: "84".utf8), text.utf8.count >= 11 { return "0" + text.dropFirst(2) }
        return text.utf8.first == UInt8(ascii: "0") || text.utf8.first == UInt8(ascii: "+") ? text : "0" + text
    }

    init(_ message: JSONText?) {
        guard let message else { return }
        quoted = message["quote_msg_id"]?.text
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
        case "template":
            add(payload["text"]?.text)
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
