import Domain

/// What must stand in a text: one word, or several in a row.
struct SearchTerm: Equatable {
    var words: [String]
    /// Whether the last word is only the beginning of one.
    var isBeginning = false

    /// Reads what a person typed: words that all must occur, words between quotes in a row, and the last word as a beginning, so
    /// that a search finds while it is being typed. At most twelve words count.
    static func read(_ query: String) -> [SearchTerm] {
        var terms: [SearchTerm] = []
        var left = 12
        let pieces = query.split(omittingEmptySubsequences: false, whereSeparator: { quotes.contains($0) })
        for (index, piece) in pieces.enumerated() {
            let words = Array(String(piece).searchWords.prefix(left))
            left -= words.count
            // Odd pieces stand between quotes; the last one of them may still lack its closing quote.
            if index.isMultiple(of: 2) {
                terms += words.map { SearchTerm(words: [$0]) }
            } else if !words.isEmpty {
                terms.append(SearchTerm(words: words))
            }
        }
        let endsInQuote = query.last.map { quotes.contains($0) } ?? false
        if !terms.isEmpty, !endsInQuote { terms[terms.count - 1].isBeginning = true }
        return terms
    }

    private static let quotes: Set<Character> = ["\"", "“", "”"]
}

extension String {
    /// The words of a text as they are searched: folded, cut at everything that is neither letter nor number, and long strings of
    /// characters cut short (a lexeme of PostgreSQL has at most 2,046 bytes).
    var searchWords: [String] {
        folded.unicodeScalars.split { scalar in
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
                .otherNumber, .privateUse, .nonspacingMark, .spacingMark, .enclosingMark:
                false
            default: true
            }
        }.map { String($0.prefix(200)) }
    }
}
