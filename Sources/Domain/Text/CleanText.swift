import Foundation

/// Text as it may be stored: in NFC, without control characters, with `\n` as its only line end (requirement 67). Everything
/// that comes in from outside passes through here once, so that equal words are equal bytes from then on.
package struct CleanText: Hashable, Sendable {
    package let text: String

    /// Keeps line breaks. Takes away what cannot be seen and could deceive or break a document: control characters, marks that
    /// turn the direction of writing, zero-width characters (but for the joiner that emoji need), and white space at both ends.
    package init(_ raw: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        var afterReturn = false
        var isComposed = true
        for scalar in raw.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            switch scalar {
            case _ where Self.isPlain(scalar): bytes.append(contentsOf: scalar.utf8)
            case "\n": if !afterReturn { bytes.append(Self.newline) }
            case "\r", "\u{85}", "\u{2028}", "\u{2029}": bytes.append(Self.newline)
            case "\t", "\u{A0}", "\u{202F}", "\u{3000}": bytes.append(Self.space)
            default:
                isComposed = false
                if !Self.isUnseen(scalar) { bytes.append(contentsOf: scalar.utf8) }
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        self.text = Self.trimmed(isComposed ? text : text.precomposedStringWithCanonicalMapping)
    }

    /// The same on one line: for names, subjects and search words. Line breaks and runs of spaces become one space.
    package init(line raw: String) {
        var bytes: [UInt8] = []
        var spaceBefore = false
        for scalar in CleanText(raw).text.unicodeScalars {
            if scalar == " " || scalar == "\n" || (!Self.isPlain(scalar) && scalar.properties.isWhitespace) {
                spaceBefore = true
                continue
            }
            if spaceBefore { bytes.append(Self.space) }
            spaceBefore = false
            bytes.append(contentsOf: scalar.utf8)
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")

    /// What nearly every petition is written in: ASCII, the Latin letters of Vietnamese, usual punctuation, the sign of the đồng.
    /// All of it can be seen, and composed as it is as long as nothing else stands beside it (no marks on their own).
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x24F, 0x1E00...0x1EFF, 0x2010...0x2027, 0x20AB: true
        default: false
        }
    }

    package var isEmpty: Bool { text.isEmpty }

    /// Unicode scalars: what limits of fields count.
    package var length: Int { text.unicodeScalars.count }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .privateUse: true
        case .format: !isKept(scalar)
        default: scalar == "\u{FFFC}" || isNoncharacter(scalar)
        }
    }

    /// Emoji are put together with the joiner, flags of regions with tag characters.
    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200D}" || ("\u{E0020}"..."\u{E007F}").contains(scalar)
    }

    /// Never a character in any version of Unicode; XML forbids some. Unassigned ones stay: an emoji newer than this program.
    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
