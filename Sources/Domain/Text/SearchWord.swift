/// A word as it is searched, and where its letters stand in the text that it was taken from.
package struct SearchWord: Sendable, Equatable {
    /// Folded: lower case, without marks, `đ` as `d`.
    package var folded: String
    /// The letters as they were written.
    package var range: Range<String.Index>
}

extension String {
    /// The words of a text as they are searched: folded, cut at everything that is neither letter nor number, and long strings of
    /// characters cut short (a lexeme of PostgreSQL has at most 2,046 bytes).
    package var searchWords: [String] { wordsInPlace.map(\.folded) }

    /// The same words, each with its place.
    package var wordsInPlace: [SearchWord] {
        var words: [SearchWord] = []
        var bytes: [UInt8] = []
        var scalars = 0
        var range = startIndex..<startIndex
        func end() {
            if scalars > 0 { words.append(SearchWord(folded: String(decoding: bytes, as: UTF8.self), range: range)) }
            bytes.removeAll(keepingCapacity: true)
            scalars = 0
        }
        var index = startIndex
        while index < endIndex {
            let scalar = unicodeScalars[index]
            let next = unicodeScalars.index(after: index)
            let letters = FoldedLetters.of(scalar)
            if let first = letters.first {
                if Self.belongsToAWord(scalar, first) {
                    if scalars == 0 { range = index..<next }
                    if scalars < Self.longestWord { bytes.append(contentsOf: letters) }
                    scalars += 1
                    range = range.lowerBound..<next
                } else {
                    end()
                }
            } else if scalars > 0 {
                // A mark goes with the letter before it.
                range = range.lowerBound..<next
            }
            index = next
        }
        end()
        return words
    }

    /// Letters and numbers, and the marks that take a place of their own.
    /// - Parameter first: the first byte of what the scalar folds to.
    private static func belongsToAWord(_ scalar: Unicode.Scalar, _ first: UInt8) -> Bool {
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return true
        case 0..<0x80: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber, .privateUse, .nonspacingMark, .spacingMark, .enclosingMark:
            return true
        default: return false
        }
    }

    /// Scalars.
    private static let longestWord = 200
}
