import Foundation

extension String {
    /// For search and comparison: lower case, without diacritics, `đ` as `d`, white space as single spaces (requirement 67).
    /// `"  Công  ty ĐÔNG Á "` becomes `"cong ty dong a"`.
    package var folded: String {
        var folded = String.UnicodeScalarView()
        var spaceBefore = false
        for scalar in decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isWhitespace {
                spaceBefore = !folded.isEmpty
                continue
            }
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            if spaceBefore { folded.append(" ") }
            spaceBefore = false
            switch scalar {
            case "đ", "Đ": folded.append("d")
            default:
                // Lower-casing `İ` brings a mark of its own.
                let lower = scalar.properties.lowercaseMapping.unicodeScalars
                folded.append(contentsOf: lower.filter { $0.properties.generalCategory != .nonspacingMark })
            }
        }
        return String(folded)
    }

    /// A key whose byte order is the order in which lists of names are printed: by base letters first, so that `Ánh` stands
    /// beside `Anh` and `Đức` among the names in D rather than after those in Z; names that differ in marks only follow the
    /// order of their code points. Not the full tone order of a dictionary, which lists of units and firms do not need.
    package var sortKey: String { folded + "\u{0}" + self }
}
