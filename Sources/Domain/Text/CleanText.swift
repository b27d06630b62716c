import Foundation

/// Text as it may be stored: in NFC, without control characters, with `\n` as its only line end (requirement 67). Everything
/// that comes in from outside passes through here once, so that equal words are equal bytes from then on.
package struct CleanText: Hashable, Sendable {
    package let text: String

    /// Keeps line breaks. Takes away what cannot be seen and could deceive or break a document: control characters, marks that
    /// turn the direction of writing, zero-width characters (but for the joiner that emoji need), and white space at both ends.
    package init(_ raw: String) {
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in raw.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            switch scalar {
            case "\n": if !afterReturn { scalars.append("\n") }
            case "\r", "\u{85}", "\u{2028}", "\u{2029}": scalars.append("\n")
            case "\t", "\u{A0}", "\u{202F}", "\u{3000}": scalars.append(" ")
            default: if !Self.isUnseen(scalar) { scalars.append(scalar) }
            }
        }
        text = Self.trimmed(String(scalars).precomposedStringWithCanonicalMapping)
    }

    /// The same on one line: for names, subjects and search words. Line breaks and runs of spaces become one space.
    package init(line raw: String) {
        let words = CleanText(raw).text.unicodeScalars.split { $0.properties.isWhitespace }
        text = words.map { String($0) }.joined(separator: " ")
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
