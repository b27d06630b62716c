/// An e-mail address that can be written to, as far as its form tells; the rest shows when a message is delivered.
package struct EmailAddress: Hashable, Sendable {
    /// As typed, the host in small letters.
    package let text: String

    /// `nil` unless it is `local@host.tld` in plain ASCII, at most 254 characters, without anything that could break out of a
    /// message header.
    package init?(_ typed: String) {
        let bytes = Array(typed.utf8.drop { $0 == 32 })
        let trimmed = bytes.prefix(bytes.count - bytes.reversed().prefix { $0 == 32 }.count)
        let parts = trimmed.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard trimmed.count <= 254, parts.count == 2, (1...64).contains(parts[0].count),
            Self.isDotted(parts[0], part: Self.isLocalByte), Self.isHost(parts[1])
        else { return nil }
        let local = String(decoding: parts[0], as: UTF8.self)
        text = local + "@" + String(decoding: parts[1], as: UTF8.self).lowercased()
    }

    /// At least two labels of letters, digits and inner dashes, the last one of letters (or a punycode label).
    private static func isHost(_ host: ArraySlice<UInt8>) -> Bool {
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let dash = UInt8(ascii: "-")
        return labels.count >= 2 && (labels.last.map { $0.count >= 2 && $0.contains(where: isLetter) } ?? false)
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != dash && label.last != dash
                    && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == dash }
            }
    }

    private static func isDotted(_ text: ArraySlice<UInt8>, part isAllowed: (UInt8) -> Bool) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAllowed) }
    }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

extension EmailAddress: CustomStringConvertible {
    package var description: String { text }
}
