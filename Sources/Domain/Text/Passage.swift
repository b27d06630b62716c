/// A text, or the part of it that a search found, with the found words told apart. The letters are those of the text, whatever
/// accents the query had; both engines find by the same folded words, so one function shows what either has found.
package struct Passage: Sendable, Equatable {
    package struct Piece: Sendable, Equatable {
        package var text: String
        package var isFound: Bool

        package init(_ text: String, isFound: Bool = false) {
            self.text = text
            self.isFound = isFound
        }
    }

    /// In order; together they are the text.
    package var pieces: [Piece]

    /// The whole text with the words that the terms find in it.
    package init(_ text: String, finding terms: [SearchTerm]) {
        let places = Places(text, terms)
        pieces = places.pieces(text.startIndex..<text.endIndex)
    }

    /// The stretch that holds most of the terms, from whichever of the texts, the first where several do; `nil` without words.
    /// Ellipses stand where something was left out.
    /// - Parameter length: words.
    package static func best(of texts: [String], finding terms: [SearchTerm], length: Int = 36) -> (passage: Passage, terms: Int)? {
        var best: (places: Places, stretch: Range<Int>, terms: Int)?
        for text in texts {
            let places = Places(text, terms)
            guard let (stretch, found) = places.best(length) else { continue }
            if found > best?.terms ?? -1 { best = (places, stretch, found) }
            if found == terms.count { break }
        }
        return best.map { (Passage(pieces: $0.places.excerpt($0.stretch)), $0.terms) }
    }

    private init(pieces: [Piece]) { self.pieces = pieces }
}

/// Where the terms of a search stand in a text.
private struct Places {
    let text: String
    let words: [SearchWord]
    /// The words of each find and its term, in order.
    private var finds: [(words: Range<Int>, term: Int)] = []

    init(_ text: String, _ terms: [SearchTerm]) {
        self.text = text
        words = text.wordsInPlace
        for start in words.indices {
            for (number, term) in terms.enumerated() where term.stands(in: words, at: start) {
                finds.append((start..<(start + term.words.count), number))
            }
        }
    }

    /// The stretch of so many words that holds most terms, a few words before the first of them, and how many it holds.
    func best(_ length: Int) -> (stretch: Range<Int>, terms: Int)? {
        guard !words.isEmpty else { return nil }
        var (first, most) = (0, 0)
        for (index, find) in finds.enumerated() {
            let end = find.words.lowerBound + length - Self.lead
            let held = Set(finds[index...].prefix { $0.words.upperBound <= end }.map(\.term)).count
            if held > most { (first, most) = (find.words.lowerBound, held) }
        }
        // What stands near the end is shown with the words before it rather than alone.
        let start = max(0, min(first - Self.lead, words.count - length))
        return (start..<min(words.count, start + length), most)
    }

    /// The words of a stretch with what stands between them.
    func excerpt(_ stretch: Range<Int>) -> [Passage.Piece] {
        let isFromStart = stretch.lowerBound == 0
        let isToEnd = stretch.upperBound == words.count
        let start = isFromStart ? text.startIndex : words[stretch.lowerBound].range.lowerBound
        let end = isToEnd ? text.endIndex : words[stretch.upperBound - 1].range.upperBound
        return (isFromStart ? [] : [.init("… ")]) + pieces(start..<end) + (isToEnd ? [] : [.init(" …")])
    }

    func pieces(_ range: Range<String.Index>) -> [Passage.Piece] {
        var pieces: [Passage.Piece] = []
        var at = range.lowerBound
        for find in finds {
            let letters = words[find.words.lowerBound].range.lowerBound..<words[find.words.upperBound - 1].range.upperBound
            guard letters.lowerBound >= range.lowerBound, letters.upperBound <= range.upperBound, letters.upperBound > at else { continue }
            // Two terms may find the same words, or a phrase may begin within another.
            let start = max(at, letters.lowerBound)
            if start > at { pieces.append(.init(String(text.unicodeScalars[at..<start]))) }
            pieces.append(.init(String(text.unicodeScalars[start..<letters.upperBound]), isFound: true))
            at = letters.upperBound
        }
        if at < range.upperBound { pieces.append(.init(String(text.unicodeScalars[at..<range.upperBound]))) }
        return pieces
    }

    /// Words shown before the first find.
    private static let lead = 6
}
