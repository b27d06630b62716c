/// What a reader sees of a page of HTML, as plain text: nothing of it is ever shown as HTML again. Reads anything, in one pass.
struct HTMLText {
    private let bytes: [UInt8]
    private var index = 0
    private var page = PlainPage()
    /// Where a link that is open leads, and where its text began.
    private var link: (address: String, start: Int)?
    /// Behind the last `>` there are no tags any more.
    private let lastClose: Int
    /// No end of a comment comes any more: what follows is text.
    private var commentsEnd = false
    private let hidesCode: Bool

    /// Plain text of the page. Lines of quotations begin with `> `.
    static func text(_ html: String) -> String {
        let bytes = Array(html.utf8)
        var reader = HTMLText(bytes, hidesCode: true)
        reader.read()
        if !reader.page.isBlank { return reader.page.text }
        // A style that is never closed would swallow the letter: then rather too much than nothing.
        var second = HTMLText(bytes, hidesCode: false)
        second.read()
        return second.page.text
    }

    private init(_ bytes: [UInt8], hidesCode: Bool) {
        self.bytes = bytes
        self.hidesCode = hidesCode
        lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    }

    private mutating func read() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<") where isTag: readTag()
            case UInt8(ascii: "&"): page.add(text: readEntity())
            case let byte where byte <= 32: page.addSpace(byte); index += 1
            default: readWord()
            }
        }
        closeLink()
    }

    /// Bytes up to the next that means something.
    private mutating func readWord() {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] > 32, bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: "&") { index += 1 }
        page.add(bytes[start..<index])
    }

    private var isTag: Bool {
        guard index + 1 < bytes.count, index < lastClose else { return false }
        let next = bytes[index + 1] | 0x20
        return (97...122).contains(next) || bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] == UInt8(ascii: "!")
            || bytes[index + 1] == UInt8(ascii: "?")
    }

    private mutating func readTag() {
        if bytes[index...].starts(with: "<!--".utf8) {
            let end = commentsEnd ? nil : find("-->", from: index + 4)
            commentsEnd = end == nil
            index = end.map { $0 + 3 } ?? index + 4
            return
        }
        let end = tagEnd(from: index)
        let tag = HTMLTag(bytes[(index + 1)..<end])
        index = min(end + 1, bytes.count)
        if hidesCode, !tag.isClosing, ["script", "style", "title", "template"].contains(tag.name) {
            index = find("</" + tag.name, from: index).map(tagEnd) ?? bytes.count
            index = min(index + 1, bytes.count)
        } else {
            apply(tag)
        }
    }

    private mutating func apply(_ tag: HTMLTag) {
        switch tag.name {
        case "br": page.breakLine()
        case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "dl", "pre":
            page.paragraph()
            if tag.name == "pre" { page.keepsSpace = !tag.isClosing }
        case "div", "tr", "hr", "center", "section", "article", "header", "footer", "dt", "dd", "form", "address", "option", "body":
            page.line()
        case "li":
            page.line()
            if !tag.isClosing { page.add(text: "- ") }
        case "td", "th": page.addSpace(32)
        case "blockquote":
            page.paragraph()
            page.depth = max(0, page.depth + (tag.isClosing ? -1 : 1))
        case "a":
            closeLink()
            if !tag.isClosing, let address = tag.value(of: "href").map(Self.decoded), Self.isShown(address) { link = (address, page.count) }
        case "img":
            if let words = tag.value(of: "alt").map(Self.decoded), (1...100).contains(words.utf8.count) { page.add(text: words) }
        default: break
        }
    }

    /// Where a link leads is told when its words do not say so: an officer must see it before he follows it.
    private mutating func closeLink() {
        guard let link else { return }
        self.link = nil
        let shown = page.words(from: link.start)
        let bare = link.address.split(separator: "://").last.map(String.init) ?? link.address
        if !shown.contains(bare.split(separator: "/").first.map(String.init) ?? bare) { page.add(text: " <\(link.address)>") }
    }

    private static func isShown(_ address: String) -> Bool {
        let small = address.prefix(8).lowercased()
        return address.utf8.count <= 500 && (small.hasPrefix("http://") || small.hasPrefix("https://"))
            && address.utf8.allSatisfy { $0 > 32 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }

    private static func decoded(_ text: String) -> String {
        var reader = HTMLText(Array(text.utf8), hidesCode: false)
        var plain = ""
        while reader.index < reader.bytes.count {
            if reader.bytes[reader.index] == UInt8(ascii: "&") {
                plain += reader.readEntity()
            } else {
                let start = reader.index
                while reader.index < reader.bytes.count, reader.bytes[reader.index] != UInt8(ascii: "&") { reader.index += 1 }
                plain += String(decoding: reader.bytes[start..<reader.index], as: UTF8.self)
            }
        }
        return plain
    }

    private mutating func readEntity() -> String {
        let entity = HTMLEntity(bytes[index...].prefix(HTMLEntity.longest))
        index += entity.length
        return entity.text
    }

    /// The `>` that closes a tag: quoted ones are passed over, unless the quotation never ends.
    private func tagEnd(from start: Int) -> Int {
        var quote: UInt8?
        var at = start + 1
        let limit = min(bytes.count, start + 32 * 1024)
        while at < limit {
            let byte = bytes[at]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return at
            } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && bytes[at - 1] == UInt8(ascii: "=") {
                quote = byte
            }
            at += 1
        }
        return bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
    }

    /// Where small ASCII text stands next, in whatever case.
    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard start <= bytes.count - wanted.count else { return nil }
        return (start...(bytes.count - wanted.count)).first { at in
            wanted.indices.allSatisfy { wanted[$0] == ((65...90).contains(bytes[at + $0]) ? bytes[at + $0] | 0x20 : bytes[at + $0]) }
        }
    }
}
