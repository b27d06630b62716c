import CMail

/// A message taken apart: its headers and its parts, nothing decided yet.
struct MailTree {
    var headers: MailHeaders
    var root: MailPart?
    /// Parts were left out because there are too many of them or they are nested too deep.
    var isCut: Bool

    /// What stands behind the headers, as it came.
    var content: [UInt8]

    /// Parts of one message at most; more are an attack or a mistake.
    static let mostParts = 500
    /// Multiparts within each other at most.
    static let deepest = 20

    /// `nil` when the bytes are no message at all.
    init?(_ bytes: [UInt8]) {
        guard let message = cmail_parse(bytes, bytes.count, Self.mostParts, Int32(Self.deepest)) else { return nil }
        defer { cmail_free(message) }
        headers = MailHeaders(
            (0..<cmail_header_count(message)).map { index in
                (Array(cmail_header_name(message, index)), Array(cmail_header_value(message, index)))
            })
        isCut = cmail_is_cut(message)
        content = Self.content(of: bytes)
        var parts = (0..<cmail_part_count(message)).map { MailPart($0, of: message) }[...]
        root = Self.nest(&parts, depth: 0).first
    }

    private static func content(of bytes: [UInt8]) -> [UInt8] {
        // The first empty line, whichever line ends the message has.
        var lineStart = 0
        while let end = bytes[lineStart...].firstIndex(of: 10) {
            let line = bytes[lineStart..<end]
            lineStart = end + 1
            if line.isEmpty || line.elementsEqual([13]) { return Array(bytes[lineStart...]) }
        }
        return []
    }

    /// The boundary that the content uses, for a message that does not name it rightly: the first line of two dashes and a word.
    var lostBoundary: String? {
        for line in content.prefix(64 * 1024).split(separator: 10) where line.starts(with: "--".utf8) {
            let word = line.dropFirst(2).trimmed
            let isPlain = word.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
            return isPlain && (1...70).contains(word.count) ? String(decoding: word, as: UTF8.self) : nil
        }
        return nil
    }

    /// Makes a tree of parts that come in the order of the message, each with its depth.
    private static func nest(_ parts: inout ArraySlice<MailPart>, depth: Int) -> [MailPart] {
        var siblings: [MailPart] = []
        while var part = parts.first, part.depth >= depth {
            parts.removeFirst()
            part.children = nest(&parts, depth: part.depth + 1)
            siblings.append(part)
        }
        return siblings
    }
}

/// One part of a message, decoded from its transfer encoding.
struct MailPart {
    enum Shape { case leaf, multipart, enclosed }

    var shape: Shape
    var depth: Int
    /// In small letters: `text/plain`.
    var type: String
    var charset: String?
    var name: String?
    /// In small letters: `attachment`, `inline`.
    var disposition: String?
    var isFlowed: Bool
    /// The space at the end of a flowed line is none of the text's.
    var dropsSpace: Bool
    /// Of a `multipart/report`.
    var reportType: String?
    /// Of a leaf or an enclosed message.
    var bytes: [UInt8]
    var children: [MailPart] = []

    init(_ index: Int, of message: OpaquePointer) {
        let part = cmail_part_at(message, index)
        shape =
            switch part.shape {
            case CMAIL_MULTIPART: .multipart
            case CMAIL_ENCLOSED: .enclosed
            default: .leaf
            }
        depth = Int(part.depth)
        type = (Self.text(part.type) + "/" + Self.text(part.subtype)).lowercased()
        charset = part.charset.map(Self.text)
        name = part.name.map(Self.text)
        disposition = part.disposition.map { Self.text($0).lowercased() }
        isFlowed = part.format.map { Self.text($0).lowercased() } == "flowed"
        dropsSpace = part.delsp.map { Self.text($0).lowercased() } == "yes"
        reportType = part.report.map { Self.text($0).lowercased() }
        bytes = shape == .multipart ? [] : Array(taking: cmail_content(message, index))
    }

    private static func text(_ pointer: UnsafePointer<CChar>) -> String { String(cString: pointer) }
}

extension [UInt8] {
    /// A copy of what the binding still owns.
    init(_ bytes: cmail_bytes) { self.init(UnsafeBufferPointer(start: bytes.start, count: bytes.count)) }

    /// A copy of what the binding has handed over; gives it back.
    init(taking bytes: cmail_bytes) {
        self.init(bytes)
        cmail_release(bytes)
    }
}
