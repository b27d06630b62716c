import Domain
import Foundation

/// What a message shows: its words, what is folded beneath them, and the files that hang on it.
struct MailBody {
    /// The words of the message, quotations and all.
    private(set) var text = ""
    /// Messages that it encloses, as text.
    private(set) var enclosed = ""
    private(set) var files: [MailFile] = []
    /// Something could not be shown.
    private(set) var isCut = false

    /// Messages within messages that are opened.
    private static let deepestEnclosed = 3
    /// Characters of text that are shown; a letter has thousands, an attack has millions.
    private static let longestText = 200_000

    init(_ tree: MailTree) {
        self.init(tree, level: 0)
        // A multipart in which no part can be found: what stands in it is words, or a multipart whose boundary got lost.
        guard text.isBlank, enclosed.isBlank, files.isEmpty, let root = tree.root, root.shape == .multipart else { return }
        if let boundary = tree.lostBoundary {
            let header = Array("Content-Type: multipart/mixed; boundary=\"\(boundary)\"\r\n\r\n".utf8)
            if let mended = MailTree(header + tree.content) { self = MailBody(mended, level: 0) }
        }
        if text.isBlank, files.isEmpty { add(MailCharset.decode(tree.content, label: root.charset)) }
    }

    private init(_ tree: MailTree, level: Int) {
        isCut = tree.isCut
        if let root = tree.root { read(root, level: level) }
        if text.unicodeScalars.count > Self.longestText {
            text = String(text.unicodeScalars.prefix(Self.longestText))
            isCut = true
        }
    }

    private mutating func read(_ part: MailPart, level: Int) {
        switch part.shape {
        case .enclosed: open(part, level: level)
        case .multipart where part.type == "multipart/alternative": choose(part.children, level: level)
        case .multipart where part.type == "multipart/signed":
            // The signature behind it is for programs; the raw message keeps it.
            if let content = part.children.first { read(content, level: level) }
            for other in part.children.dropFirst() where other.type != "application/pgp-signature" && !other.type.hasSuffix("pkcs7-signature") {
                read(other, level: level)
            }
        case .multipart:
            // Some programs send multiparts in which no part can be found: what stands there is lost to nobody, it lies in the raw bytes.
            for child in part.children { read(child, level: level) }
        case .leaf where part.isText || (part.depth == 0 && part.looksLikeText): add(Self.words(of: part))
        case .leaf: files.append(MailFile(part, number: files.count + 1))
        }
    }

    /// The same said several times: plain words are shown when there are any; the files of all are kept.
    private mutating func choose(_ versions: [MailPart], level: Int) {
        let bodies = versions.map { version in
            var body = MailBody()
            body.read(version, level: level)
            return (body, version.holdsPlainText)
        }
        let chosen = bodies.first { $0.1 && !$0.0.text.isBlank } ?? bodies.last { !$0.0.text.isBlank }
        if let chosen { add(chosen.0.text) }
        for (body, _) in bodies {
            files += body.files
            isCut = isCut || body.isCut
            if !body.enclosed.isBlank { enclosed += (enclosed.isEmpty ? "" : "\n\n") + body.enclosed }
        }
    }

    private init() {}

    private mutating func add(_ words: String) {
        if !words.isBlank { text += (text.isEmpty ? "" : "\n\n") + words }
    }

    /// A message in the message: its head and words are told, its files are files.
    private mutating func open(_ part: MailPart, level: Int) {
        guard level < Self.deepestEnclosed, let tree = MailTree(part.bytes) else {
            files.append(MailFile(part, number: files.count + 1))
            return
        }
        let inner = MailBody(tree, level: level + 1)
        let headers = tree.headers
        var lines = ["Thư kèm theo"]
        for (title, value) in [
            ("Từ", headers.words("from")), ("Gửi lúc", String(decoding: headers.raw("date") ?? [], as: UTF8.self)),
            ("Tới", headers.words("to")), ("Chủ đề", headers.words("subject")),
        ] where !value.isEmpty { lines.append("\(title): \(value)") }
        lines.append("")
        if !inner.text.isBlank { lines.append(inner.text) }
        if !inner.enclosed.isBlank { lines.append(inner.enclosed) }
        enclosed += (enclosed.isEmpty ? "" : "\n\n") + lines.joined(separator: "\n")
        files += inner.files
        isCut = isCut || inner.isCut
    }

    /// The words of a part of text, whatever they are written in.
    static func words(of part: MailPart) -> String {
        let isPage = part.type == "text/html" || part.type == "text/enriched" || part.type == "text/richtext"
        let label = part.charset ?? (isPage ? HTMLCharset.claimed(in: part.bytes) : nil)
        let text = MailCharset.decode(part.bytes, label: label)
        if isPage { return HTMLText.text(text) }
        return part.isFlowed ? FlowedText.joined(text, dropsSpace: part.dropsSpace) : text
    }
}

/// A file that came with a message, whole.
struct MailFile: Equatable {
    var name: String
    var contentType: String
    var bytes: [UInt8]

    init(name: String, contentType: String, bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
    }

    init(_ part: MailPart, number: Int) {
        // A path says where the file lay on the sender's machine: only its end is a name.
        let given = (part.name ?? "").unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map { String(Substring($0)) } ?? ""
        let cleaned = String(CleanText(line: EncodedWords.decode(Array(given.utf8))).text.unicodeScalars.prefix(150))
        contentType = part.type
        bytes = part.bytes
        name = cleaned.isEmpty || cleaned == "." || cleaned == ".." ? Self.name(of: part, number) : cleaned
    }

    private static func name(of part: MailPart, _ number: Int) -> String {
        if part.shape == .enclosed { return "thu-kem-\(number).eml" }
        let ending =
            switch part.type {
            case "image/jpeg", "image/jpg", "image/pjpeg": "jpg"
            case "image/png": "png"
            case "image/gif": "gif"
            case "application/pdf": "pdf"
            case "text/calendar": "ics"
            case "text/html": "html"
            case "text/plain": "txt"
            case "application/ms-tnef": "dat"
            case "application/msword": "doc"
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx"
            default: "bin"
            }
        return (part.type.hasPrefix("image/") ? "anh" : "tep") + "-\(number).\(ending)"
    }
}

/// The charset that a page of HTML names within itself.
enum HTMLCharset {
    static func claimed(in page: [UInt8]) -> String? {
        let head = String(decoding: page.prefix(1024), as: UTF8.self).lowercased()
        guard let found = head.range(of: "charset=") else { return nil }
        let name = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return name.isEmpty ? nil : String(name)
    }
}

extension MailPart {
    /// Words to be read rather than a file.
    fileprivate var isText: Bool {
        guard disposition != "attachment" else { return false }
        switch type {
        case "text/plain", "text/html": return name == nil || disposition == nil
        case "text/enriched", "text/richtext": return name == nil
        // Nobody knows what kind of text it is, but it is one.
        case "text/unknown", "text/x-unknown", "text/": return name == nil
        case "message/delivery-status", "message/disposition-notification", "text/rfc822-headers", "message/global-delivery-status": return true
        default: return false
        }
    }

    /// A letter whose type nobody understands, but no file: no name, nothing that text has not.
    fileprivate var looksLikeText: Bool {
        type == "application/octet-stream" && name == nil && disposition == nil && !bytes.contains { $0 < 32 && ![9, 10, 12, 13].contains($0) }
    }

    /// Whether its words are there as plain text.
    fileprivate var holdsPlainText: Bool { shape == .leaf ? type == "text/plain" : children.contains { $0.holdsPlainText } }
}

extension String {
    /// Nothing that could be read.
    var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" } }
}
