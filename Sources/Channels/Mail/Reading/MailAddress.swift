import CMail
import Domain

/// Addresses as headers write them: names, comments, groups, and what people make of those.
enum MailAddress {
    /// The first address, in small letters: nobody tells `A@x.vn` from `a@x.vn`. `nil` when there is none.
    static func read(_ header: [UInt8]) -> String? {
        let found = Array(taking: cmail_address(String(decoding: header, as: UTF8.self)))
        return written(String(decoding: found, as: UTF8.self)) ?? bracketed(header)
    }

    /// An address that is one, in small letters: something, `@`, a host with a dot, nothing that could break out of a header.
    static func written(_ text: String) -> String? {
        if let known = EmailAddress(text) { return known.text.lowercased() }
        let scalars = text.unicodeScalars
        let parts = scalars.split(separator: "@", omittingEmptySubsequences: false)
        // Addresses in letters beyond ASCII, which some providers give out: kept, though not every server writes to them.
        guard parts.count == 2, text.utf8.count <= 254, !parts[0].isEmpty,
            parts[1].contains("."), parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty }),
            scalars.allSatisfy({ $0.value > 32 && $0.value != 127 && !"<>()[],;:\"\\".unicodeScalars.contains($0) && !$0.properties.isWhitespace })
        else { return nil }
        return CleanText(line: text).text.lowercased()
    }

    /// What stands between the last angle brackets, for headers that no grammar reads.
    private static func bracketed(_ header: [UInt8]) -> String? {
        guard let open = header.lastIndex(of: UInt8(ascii: "<")) else { return nil }
        let inner = header[(open + 1)...].prefix { $0 != UInt8(ascii: ">") }
        return written(String(decoding: inner.trimmed, as: UTF8.self))
    }

    /// The name in front of the address, decoded; empty when there is none.
    static func displayName(_ header: [UInt8]) -> String {
        guard let open = header.firstIndex(of: UInt8(ascii: "<")) else { return "" }
        let text = CleanText(line: EncodedWords.decode(unquoted(header[..<open].trimmed))).text
        // A name that is only the address again tells nothing.
        return written(text) == nil ? String(text.unicodeScalars.prefix(255)) : ""
    }
}

extension MailAddress {
    /// What stands between quotation marks, without backslashes; the whole when it does not begin with one.
    private static func unquoted(_ name: ArraySlice<UInt8>) -> [UInt8] {
        guard let quote = name.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return Array(name) }
        var plain: [UInt8] = []
        var isEscaped = false
        for byte in name.dropFirst() {
            if !isEscaped, byte == quote { break }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            if !isEscaped { plain.append(byte) }
        }
        return plain
    }
}

/// Ids of messages (RFC 5322 §3.6.4), kept without their angle brackets.
enum MessageID {
    /// Ids of one header that are looked at.
    private static let most = 100

    /// Everything in angle brackets that can be an id; a header without brackets is one id when it looks like it.
    static func all(in header: [UInt8]) -> [String] {
        var found: [String] = []
        var rest = header[...]
        while found.count < most, let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
            if let id = id(rest[..<close]) { found.append(id) }
            rest = rest[(close + 1)...]
        }
        if found.isEmpty, !header.contains(UInt8(ascii: "<")), header.contains(UInt8(ascii: "@")), let id = id(header[...]) { found = [id] }
        return found
    }

    /// Ids that a message goes on with: a thread needs its newest, an attack brings as many as headers fit into a mail.
    private static let mostTogether = 50

    /// Each once, in their order, and no more than those that are looked for in the store.
    static func once(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return Array(ids.filter { seen.insert($0).inserted }.prefix(mostTogether))
    }

    /// `nil` for what is empty, long, or has white space in it.
    private static func id(_ bytes: ArraySlice<UInt8>) -> String? {
        // Folding leaves spaces inside of long ones.
        let plain = bytes.filter { $0 > 32 && $0 < 127 }
        guard (3...250).contains(plain.count), plain.count == bytes.trimmed.count else { return nil }
        return String(decoding: plain, as: UTF8.self)
    }
}
