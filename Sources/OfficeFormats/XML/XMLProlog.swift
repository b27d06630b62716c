/// What stands in front of a document's first element.
struct XMLProlog {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether it is UTF-8 as far as it says, with nothing but a declaration, comments and white space: no document type.
    var isHarmless: Bool {
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while true {
            while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "<") else { return false }
            switch bytes[at + 1] {
            case UInt8(ascii: "?"):
                guard let end = end(of: "?>", from: at), isUnicode(bytes[at..<end]) else { return false }
                at = end
            case UInt8(ascii: "!"):
                guard bytes[at...].starts(with: "<!--".utf8), let end = end(of: "-->", from: at + 4) else { return false }
                at = end
            default:
                // In UTF-16 a zero stands here.
                return bytes[at + 1] != 0
            }
        }
    }

    private func end(of mark: String, from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        guard start + mark.count <= bytes.count else { return nil }
        return (start...(bytes.count - mark.count)).first { bytes[$0...].starts(with: mark) }.map { $0 + mark.count }
    }

    /// A declaration names UTF-8, its subset, or nothing.
    private func isUnicode(_ declaration: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: declaration, as: UTF8.self).lowercased()
        guard let range = text.firstRange(of: "encoding") else { return true }
        let name = text[range.upperBound...].drop { [" ", "=", "\t", "\n", "\r"].contains($0) }
        guard let quote = name.first, quote == "\"" || quote == "'" else { return false }
        return ["utf-8", "us-ascii"].contains(String(name.dropFirst().prefix { $0 != quote }))
    }
}
