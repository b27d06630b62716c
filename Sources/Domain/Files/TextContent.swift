/// Bytes that are text through and through: UTF-8, UTF-16 with its mark, or the code pages of old Vietnamese programs (windows-1258 and
/// what fills the same places), without control bytes.
struct TextContent {
    /// As a reader of ASCII marks sees it: what is not ASCII stands as it came.
    private let units: [UInt8]

    init?(_ bytes: [UInt8]) {
        if let wide = Self.wide(bytes) {
            guard let text = wide else { return nil }
            units = Array(text.utf8)
        } else {
            let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
            guard !Self.hasControls(plain), Self.isUTF8(plain) || Self.isOldCodePage(plain) else { return nil }
            units = plain
        }
    }

    var content: FileContent {
        if units.isEmpty { return .closed(.empty) }
        if units.starts(with: "#!".utf8) { return .closed(.script) }
        if units.starts(with: "{\\rtf".utf8) { return .closed(.unlisted) }
        if isMail { return .known(.eml) }
        if isMarkup { return .closed(.page) }
        return .known(isTable ? .csv : .text)
    }

    /// `nil`: not UTF-16; `.some(nil)`: marked as such and broken.
    private static func wide(_ bytes: [UInt8]) -> String?? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
        guard bytes.count.isMultiple(of: 2) else { return .some(nil) }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? first | second << 8 : first << 8 | second
        }
        guard let text = String(validating: units, as: UTF16.self), !hasControls(Array(text.utf8)) else { return .some(nil) }
        return text
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// Tabs and line ends are part of a text, form feeds divide its pages.
    private static func hasControls(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { $0.contains { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 12 && $0 != 13 || $0 == 0x7F } }
    }

    /// One byte a letter: at least half of it ASCII letters, digits and blanks, and none of the places that windows-1258 leaves empty.
    private static func isOldCodePage(_ bytes: [UInt8]) -> Bool {
        var plain = 0
        for byte in bytes {
            switch byte {
            case 0x8A, 0x8D, 0x8E, 0x8F, 0x90, 0x9A, 0x9D, 0x9E: return false
            case 0x20, 9, 10, 13, UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                plain += 1
            default: break
            }
        }
        return plain * 2 >= bytes.count
    }

    /// Begins with a mark as browsers look for it, or holds one of those that act.
    private var isMarkup: Bool {
        let start = units.prefix(1000).drop { [0x20, 9, 10, 12, 13].contains($0) }
        if start.first == UInt8(ascii: "<"), let next = start.dropFirst().first {
            switch next {
            case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return true
            default: break
            }
        }
        return MixedContent.holdsMarkup(units)
    }

    /// Begins with the head of a letter (RFC 5322 §2.2): only fields, and at least two of those that every letter has.
    private var isMail: Bool {
        let known: Set<String> = ["from", "to", "subject", "date", "message-id", "received", "mime-version", "return-path", "delivered-to"]
        var seen: Set<String> = []
        for line in units.prefix(16_384).split(separator: 10, omittingEmptySubsequences: false) {
            let line = line.last == 13 ? line.dropLast() : line
            guard let first = line.first else { break }
            if first == 0x20 || first == 9, !seen.isEmpty { continue }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
            else { return false }
            seen.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
        }
        return seen.intersection(known).count >= 2
    }

    /// The same number of the same separators in each of the first lines, of which there are two.
    private var isTable: Bool {
        let lines = units.prefix(16_384).split(separator: 10).prefix(21).map { $0.last == 13 ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
        // The last one may have been cut.
        let whole = units.count > 16_384 ? lines.dropLast()[...] : lines[...]
        guard whole.count >= 2 else { return false }
        return [UInt8(ascii: ","), UInt8(ascii: ";"), 9].contains { separator in
            let counts = Set(whole.map { line in line.count { $0 == separator } })
            return counts.count == 1 && counts.first != 0
        }
    }
}
