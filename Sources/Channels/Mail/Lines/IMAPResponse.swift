import Foundation

/// One response of an IMAP server: its line, in which a literal stands as `{n}`, and the literals.
struct IMAPResponse {
    var line: [UInt8]
    var literals: [[UInt8]]

    var text: String { String(decoding: line, as: UTF8.self) }

    /// `* SEARCH 4 8`: the numbers; `nil` when it is another response.
    var searched: [UInt32]? {
        let words = text.split(separator: " ")
        guard words.count >= 2, words[0] == "*", words[1].uppercased() == "SEARCH" else { return nil }
        return words.dropFirst(2).compactMap { UInt32($0) }
    }

    /// Whether it is `* n FETCH (…)`.
    var isFetch: Bool {
        let words = text.split(separator: " ", maxSplits: 3)
        return words.count > 2 && words[0] == "*" && words[2].uppercased() == "FETCH"
    }

    /// The number behind a name such as `UID`, `RFC822.SIZE`, `[UIDVALIDITY`.
    func number(_ name: String) -> UInt32? {
        let words = text.uppercased().unicodeScalars.split { " ()[]".unicodeScalars.contains($0) }
        guard let at = words.firstIndex(where: { $0.elementsEqual(name.unicodeScalars) }), words.indices.contains(at + 1) else { return nil }
        return UInt32(String(Substring(words[at + 1])))
    }

    /// The content of `BODY[]`: a literal, a quoted text, or nothing at all.
    var body: [UInt8]? {
        guard isFetch, let start = text.uppercased().range(of: "BODY[") else { return nil }
        if let literal = literals.first { return literal }
        guard let open = text[start.upperBound...].firstIndex(of: " ") else { return nil }
        let value = text[text.index(after: open)...]
        guard value.first == "\"" else { return value.uppercased().hasPrefix("NIL") ? [] : nil }
        var content: [UInt8] = []
        var isEscaped = false
        for byte in value.dropFirst().utf8 {
            if !isEscaped, byte == UInt8(ascii: "\"") { break }
            if !isEscaped, byte == UInt8(ascii: "\\") { isEscaped = true; continue }
            isEscaped = false
            content.append(byte)
        }
        return content
    }
}
