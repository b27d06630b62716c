import Foundation

extension String {
    /// For search and comparison: lower case, without diacritics, `đ` as `d`, white space as single spaces (requirement 67).
    /// `"  Công  ty ĐÔNG Á "` becomes `"cong ty dong a"`.
    package var folded: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var spaceBefore = false
        for scalar in unicodeScalars {
            let letters = FoldedLetters.of(scalar)
            if letters.first == FoldedLetters.space {
                spaceBefore = !bytes.isEmpty
            } else if !letters.isEmpty {
                if spaceBefore { bytes.append(FoldedLetters.space) }
                spaceBefore = false
                bytes.append(contentsOf: letters)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A key whose byte order is the order in which lists of names are printed: by base letters first, so that `Ánh` stands
    /// beside `Anh` and `Đức` among the names in D rather than after those in Z; names that differ in marks only follow the
    /// order of their code points. Not the full tone order of a dictionary, which lists of units and firms do not need.
    package var sortKey: String { folded + "\u{0}" + self }
}

/// What a single code point folds to, in UTF-8: a space for white space, nothing for a mark. Looked up for the letters of Vietnamese
/// and its neighbours, since every petition is folded while the store waits for it; worked out for all others.
enum FoldedLetters {
    static let space = UInt8(ascii: " ")

    private static let ascii = (0..<UInt32(0x80)).map(fold)
    /// Latin letters with marks and the marks themselves; then the letters with two marks.
    private static let latin = (0x80..<firstBehindLatin).map(fold)
    private static let additional = (firstAdditional..<firstBehindAdditional).map(fold)
    private static let firstBehindLatin: UInt32 = 0x370
    private static let firstAdditional: UInt32 = 0x1E00
    private static let firstBehindAdditional: UInt32 = 0x1F00

    static func of(_ scalar: Unicode.Scalar) -> [UInt8] {
        if scalar.value < 0x80 { return ascii[Int(scalar.value)] }
        return known(scalar) ?? fold(scalar)
    }

    private static func known(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if scalar.value < firstBehindLatin { return latin[Int(scalar.value - 0x80)] }
        guard (firstAdditional..<firstBehindAdditional).contains(scalar.value) else { return nil }
        return additional[Int(scalar.value - firstAdditional)]
    }

    private static func fold(_ value: UInt32) -> [UInt8] { Unicode.Scalar(value).map(fold) ?? [] }

    /// Marks are dropped from the canonical decomposition; as they are all dropped, their order, which alone depends on the
    /// neighbours of a code point, is no matter.
    private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
        if scalar.properties.isWhitespace { return [space] }
        var bytes: [UInt8] = []
        for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars where !isMark(part) {
            switch part {
            case "đ", "Đ": bytes.append(UInt8(ascii: "d"))
            default:
                // Lower-casing `İ` brings a mark of its own.
                for lower in part.properties.lowercaseMapping.unicodeScalars where !isMark(lower) { bytes.append(contentsOf: lower.utf8) }
            }
        }
        return bytes
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .nonspacingMark }
}
