/// What must stand in a text: one word, or several in a row.
package struct SearchTerm: Sendable, Equatable {
    /// Folded, one or more.
    package var words: [String]
    /// Whether the last word is only the beginning of one.
    package var isBeginning = false

    /// Reads what a person typed: words that all must occur, words between quotes in a row, and the last word as a beginning, so
    /// that a search finds while it is being typed. At most twelve words count.
    package static func read(_ query: String) -> [SearchTerm] {
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

    /// Whether the term stands in a text whose words are these, from the word at `start` on.
    func stands(in text: [SearchWord], at start: Int) -> Bool {
        guard start + words.count <= text.count else { return false }
        for (offset, word) in words.enumerated() {
            let found = text[start + offset].folded
            let matches = isBeginning && offset == words.count - 1 ? found.utf8.starts(with: word.utf8) : found == word
            if !matches { return false }
        }
        return true
    }

    private static let quotes: Set<Character> = ["\"", "“", "”"]
}
