import Foundation

/// How alike two texts are (độ tương tự), told without any service outside: by the pairs of neighbouring syllables that they share.
/// Most Vietnamese words are two syllables long, so a pair says what a word says elsewhere; accents do not count, because half of
/// what comes over Zalo has none.
package enum Likeness {
    /// Terms that a text is known by, at most.
    package static let mostTerms = 40

    /// The terms of a text: folded pairs of syllables, without those that every letter has. Those that come more than once come first,
    /// then by their place; at most `mostTerms`. Equal texts have equal terms, whatever their accents and capitals.
    package static func terms(of text: String) -> [String] {
        var count: [String: Int] = [:]
        var order: [String] = []
        for pair in pairs(text.wordsInPlace, text) {
            if count[pair.term] == nil { order.append(pair.term) }
            count[pair.term, default: 0] += 1
        }
        let ranked = order.enumerated().sorted { a, b in
            let (first, second) = (count[a.element] ?? 0, count[b.element] ?? 0)
            return first == second ? a.offset < b.offset : first > second
        }
        return ranked.prefix(mostTerms).map(\.element)
    }

    /// From 0, nothing in common, to 1, the same terms: the cosine of the two, rare terms weighing more than common ones.
    package static func score(_ a: [String], _ b: [String], _ weights: LikenessWeights) -> Double {
        let (first, second) = (Set(a), Set(b))
        func square(_ terms: Set<String>) -> Double {
            // In a fixed order, so that the same question always has the same answer to the last digit.
            terms.sorted().reduce(0) { $0 + weights.weight($1) * weights.weight($1) }
        }
        let (one, other) = (square(first), square(second))
        guard one > 0, other > 0 else { return 0 }
        return min(1, square(first.intersection(second)) / (one * other).squareRoot())
    }

    /// The same where every term weighs as much as any other.
    package static func score(_ a: Set<String>, _ b: Set<String>) -> Double {
        if a.isEmpty || b.isEmpty { return 0 }
        return Double(a.intersection(b).count) / (Double(a.count) * Double(b.count)).squareRoot()
    }

    /// Terms as they are written in a text, neighbours joined: `mat duong` and `duong lun` become `mặt đường lún`. The longest first.
    package static func spelled(_ terms: [String], in text: String, most: Int = 6) -> [String] {
        let wanted = Set(terms)
        let words = text.wordsInPlace
        var runs: [ClosedRange<Int>] = []
        for pair in pairs(words, text) where wanted.contains(pair.term) {
            if let last = runs.last, last.upperBound >= pair.first {
                runs[runs.count - 1] = last.lowerBound...(pair.first + 1)
            } else {
                runs.append(pair.first...(pair.first + 1))
            }
        }
        var seen: Set<String> = []
        let phrases = runs.sorted { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }.compactMap { run -> String? in
            let written = String(text[words[run.lowerBound].range.lowerBound..<words[run.upperBound].range.upperBound])
            return seen.insert(written.folded).inserted ? written : nil
        }
        return Array(phrases.prefix(most))
    }

    /// The pairs of a text that say something, with the number of their first word.
    private static func pairs(_ words: [SearchWord], _ text: String) -> [(term: String, first: Int)] {
        guard words.count > 1 else { return [] }
        return (0..<(words.count - 1)).compactMap { first in
            let (one, two) = (words[first], words[first + 1])
            guard isJoined(text[one.range.upperBound..<two.range.lowerBound]) else { return nil }
            guard isSyllable(one.folded), isSyllable(two.folded) else { return nil }
            if empty.contains(one.folded), empty.contains(two.folded) { return nil }
            let term = one.folded + " " + two.folded
            return courtesies.contains(term) ? nil : (term, first)
        }
    }

    /// Nothing but space between them: a word does not run over the end of a sentence.
    private static func isJoined(_ gap: Substring) -> Bool { gap.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// Letters, and not more of them than a syllable or an abbreviation has: numbers and addresses tell nothing of the matter.
    private static func isSyllable(_ word: String) -> Bool {
        word.utf8.count <= 12 && word.utf8.allSatisfy { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

/// How much each term says: those in few cases more than those in many.
package struct LikenessWeights: Sendable, Equatable {
    /// Cases that are known by terms.
    package var total: Int
    /// In how many cases a term stands; one that is not there counts as standing in one.
    package var frequency: [String: Int]

    package init(total: Int, frequency: [String: Int]) {
        self.total = total
        self.frequency = frequency
    }

    /// ln(1 + total / frequency): above 0 even for a term that stands in all of them.
    package func weight(_ term: String) -> Double {
        let cases = max(1, frequency[term] ?? 1)
        return log(1 + Double(max(total, cases)) / Double(cases))
    }
}
