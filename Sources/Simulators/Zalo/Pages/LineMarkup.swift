import Foundation

/// Lines of a conversation or a group as markup, newest first: the frame opens at its top.
struct LineMarkup {
    let accountName: String
    /// Names by id.
    let names: [String: String]
    /// Whose lines stand on the right: a person, or the account itself.
    let own: String
    /// Who can press buttons, when somebody can.
    var presser: String?

    func lines(_ lines: [ZaloLine]) -> Markup {
        if lines.isEmpty { return "<p class=\"none\">Chưa có tin nhắn nào.</p>" }
        let texts = Dictionary(lines.map { ($0.id, $0.text) }) { first, _ in first }
        return Markup(joining: lines.reversed().map { line($0, quoted: $0.quotes.map { texts[$0] ?? "" }) })
    }

    private func line(_ line: ZaloLine, quoted: String?) -> Markup {
        let isOwn = line.fromOA ? own.isEmpty : line.author == own
        var name = line.fromOA ? accountName : names[line.author] ?? line.author
        if let admin = line.admin { name += " (\(names[admin] ?? admin))" }
        let quote: Markup = quoted.map { "<blockquote>\($0)</blockquote>" } ?? ""
        let text: Markup = line.text.isEmpty ? "" : "<p>\(line.text)</p>"
        let reactions: Markup = line.reactions.isEmpty ? "" : "<p class=\"reactions\">\(line.reactions.map(Self.icon).joined(separator: " "))</p>"
        return """
            <div class="\(isOwn ? "me" : "oa")" id="\(line.id)">\(quote)\(text)\(attachments(line))\(reactions)
            <small>\(name), \(vietnameseClock(line.time)) \(vietnameseDay(line.time))\(Self.state(line))</small></div>
            """
    }

    private static func state(_ line: ZaloLine) -> String {
        switch line.state {
        case .sent: ""
        case .received: " · đã nhận"
        case .seen: " · đã xem"
        }
    }

    /// The platform's icons as they are drawn.
    private static func icon(_ code: String) -> String {
        ["/-strong": "👍", "/-heart": "❤", ":>": "😄", "--b": "😢", ":-((": "😭", ":-h": "😠", ":o": "😮"][code] ?? code
    }

    private func attachments(_ line: ZaloLine) -> Markup {
        var number = 0
        return Markup(
            joining: line.attachments.map { attachment in
                guard case .button(let title, let action) = attachment else { return markup(attachment) }
                defer { number += 1 }
                return button(title, action, number: number, of: line.id)
            })
    }

    private func button(_ title: String, _ action: ZaloButton, number: Int, of messageID: String) -> Markup {
        switch action {
        case .query:
            guard let presser else { return "<p class=\"button\">\(title)</p>" }
            return """
                <form class="bare" method="post" action="/_sim/users/\(presser)/press" target="_top"><input type="hidden" name="message" value="\(messageID)">
                <input type="hidden" name="button" value="\(number)"><button class="quiet">\(title)</button></form>
                """
        case .url(let url): return "<p class=\"button\">\(title): \(url)</p>"
        case .phone(let phone): return "<p class=\"button\">\(title): \(phone)</p>"
        case .sms(let phone, let content): return "<p class=\"button\">\(title): \(phone), “\(content)”</p>"
        }
    }

    private func markup(_ attachment: ZaloAttachment) -> Markup {
        switch attachment {
        case .image(let url), .gif(let url): image(url)
        case .file(let url, let name, let size):
            "<p><a href=\"\(Self.local(url) ?? "#")\" target=\"_blank\">📄 \(name)</a> (\(max(1, size / 1024)) KB)</p>"
        case .audio(let url): "<p>🎤 <a href=\"\(Self.local(url) ?? "#")\" target=\"_blank\">Ghi âm</a></p>"
        case .video(let url, let description): "<p>🎬 <a href=\"\(Self.local(url) ?? "#")\" target=\"_blank\">Phim</a> \(description)</p>"
        case .sticker(let id): "<img class=\"sticker\" alt=\"Nhãn dán \(id)\" src=\"/stickers/\(id)\">"
        case .link(let url, let description): "<p>🔗 \(description) \(url)</p>"
        case .card(let name, let phone): "<p class=\"card\">👤 \(name)<br>\(phone)</p>"
        case .location(let latitude, let longitude): "<p>📍 \(latitude), \(longitude)</p>"
        case .article(let id, let title): "<p class=\"card\">📰 <a href=\"/_sim/articles/\(id)\" target=\"_top\">\(title)</a></p>"
        case .contactRequest(let title, let subtitle): contactRequest(title, subtitle)
        case .template(_, let text): "<p class=\"card\">\(text)</p>"
        case .button: ""
        }
    }

    private func contactRequest(_ title: String, _ subtitle: String) -> Markup {
        guard let presser else { return "<p class=\"card\">\(title)<br>\(subtitle)</p>" }
        return """
            <p class="card">\(title)<br>\(subtitle)<br><a href="/_sim/users/\(presser)#info" target="_top">Điền thông tin</a></p>
            """
    }

    private func image(_ url: String) -> Markup {
        guard let local = Self.local(url) else { return "<p>🖼 \(url)</p>" }
        return "<a href=\"\(local)\" target=\"_blank\"><img alt=\"Ảnh kèm theo\" src=\"\(local)\"></a>"
    }

    /// Our own files by path alone, whatever name this machine is called by in the browser; `nil` for others.
    private static func local(_ url: String) -> String? {
        let path = "/media/"
        guard let range = url.range(of: path) else { return nil }
        return path + url[range.upperBound...]
    }
}
