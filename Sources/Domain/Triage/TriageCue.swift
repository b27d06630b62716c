import Foundation

/// Words that speak for something (dấu hiệu), as data: syllables as they are written with accents, and how strongly they speak.
struct TriageCue: Sendable {
    enum Meaning: Sendable, Equatable {
        case kind(Kind)
        case field(FieldCode)
        case site(Site)
        /// Speaks for nothing and keeps its syllables from being taken for something else (`trong nước` is no water).
        case nothing
    }

    var meaning: Meaning
    /// 1, a mere possibility, to 8, the word of the law.
    var weight: Int
    var syllables: [TriageSyllable]

    /// Weight from which a hint is as certain as hints are.
    static let certain = 6

    /// Reads cues from lines: a weight, a blank, then phrases with commas between them. `?` stands for a question mark, `$` for
    /// the end of the message.
    static func read(_ meaning: Meaning, _ lines: String) -> [TriageCue] {
        lines.split(separator: "\n").flatMap { line -> [TriageCue] in
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let weight = Int(parts[0]) else { return [] }
            return parts[1].split(separator: ",").map { phrase in
                TriageCue(meaning: meaning, weight: weight, syllables: phrase.split(separator: " ").map { TriageSyllable(String($0)) })
            }
        }
    }
}

/// A syllable told apart into its letters and its marks, so that `hoá` and `hóa` are the same and `thue` may be `thuế`.
struct TriageSyllable: Sendable, Hashable {
    /// Folded.
    var letters: String
    /// Marks in their order of code; hỏi and ngã count as one, since half of the country writes one for the other.
    var marks: [UInt32]

    init(_ written: String) {
        letters = written.folded
        var marks: [UInt32] = []
        for scalar in written.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "đ", "Đ": marks.append(scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? 0)
            case "\u{303}": marks.append(0x309)
            case _ where scalar.properties.generalCategory == .nonspacingMark: marks.append(scalar.value)
            default: break
            }
        }
        self.marks = marks.sorted()
    }

    var isBare: Bool { marks.isEmpty }
}

/// A cue that stands in a text.
struct TriageMatch {
    var cue: TriageCue
    /// The tokens that it covers.
    var tokens: Range<Int>
    var weight: Int
}

/// A message as cues are looked for in it.
struct TriageText {
    private struct Token {
        var syllable: TriageSyllable
        var range: Range<String.Index>
        /// Whether it is joined to the one before by nothing but space.
        var isJoined: Bool
    }

    private let text: String
    private var tokens: [Token] = []
    /// Whether the sender types accents; then a bare syllable is a bare syllable.
    private let hasMarks: Bool

    init(_ text: String) {
        self.text = text
        var at = text.startIndex
        for word in text.wordsInPlace {
            let gap = text.unicodeScalars[at..<word.range.lowerBound]
            if let mark = gap.firstIndex(of: "?") { tokens.append(Self.sign("?", mark..<text.unicodeScalars.index(after: mark))) }
            let isJoined = gap.allSatisfy { $0.properties.isWhitespace || $0 == "-" || $0 == "/" || $0 == "&" }
            tokens.append(
                Token(syllable: TriageSyllable(String(text.unicodeScalars[word.range])), range: word.range, isJoined: isJoined))
            at = word.range.upperBound
        }
        let rest = text.unicodeScalars[at...]
        if let mark = rest.firstIndex(of: "?") { tokens.append(Self.sign("?", mark..<text.unicodeScalars.index(after: mark))) }
        tokens.append(Self.sign("$", text.endIndex..<text.endIndex))
        let marked = tokens.count { !$0.syllable.isBare }
        hasMarks = marked * 5 >= tokens.count
    }

    private static func sign(_ sign: String, _ range: Range<String.Index>) -> Token {
        Token(syllable: TriageSyllable(sign), range: range, isJoined: true)
    }

    /// The cues that stand in the text; one within a longer one does not count, and neither does a kind that is denied.
    func matches(_ cues: [String: [TriageCue]]) -> [TriageMatch] {
        var found: [TriageMatch] = []
        for start in tokens.indices {
            for cue in cues[tokens[start].syllable.letters] ?? [] {
                if let weight = weight(of: cue, at: start) {
                    found.append(TriageMatch(cue: cue, tokens: start..<(start + cue.syllables.count), weight: weight))
                }
            }
        }
        return found.filter { match in
            let (start, end) = (match.tokens.lowerBound, match.tokens.upperBound)
            let isWithin = found.contains { other in
                other.tokens != match.tokens && other.tokens.lowerBound <= start && other.tokens.upperBound >= end
            }
            return !isWithin && !isDenied(match)
        }
    }

    /// The words that a match covers.
    func cue(_ match: TriageMatch) -> TriageHints.Cue {
        let range = tokens[match.tokens.lowerBound].range.lowerBound..<tokens[match.tokens.upperBound - 1].range.upperBound
        // The end of the message is no word.
        let last = tokens[match.tokens].last { !$0.range.isEmpty }?.range.upperBound ?? range.upperBound
        return TriageHints.Cue(words: String(text.unicodeScalars[range.lowerBound..<last]), range: range.lowerBound..<last)
    }

    /// `nil`: it does not stand there.
    private func weight(of cue: TriageCue, at start: Int) -> Int? {
        guard start + cue.syllables.count <= tokens.count else { return nil }
        var missingMarks = 0
        for (offset, wanted) in cue.syllables.enumerated() {
            let token = tokens[start + offset]
            guard token.syllable.letters == wanted.letters, offset == 0 || token.isJoined else { return nil }
            if token.syllable.marks == wanted.marks { continue }
            guard token.syllable.isBare else { return nil }
            missingMarks += 1
        }
        if missingMarks == 0 { return cue.weight }
        // A lone syllable without its accents may be another word; among words with accents it is.
        let isLone = cue.syllables.count { $0.letters != "?" && $0.letters != "$" } == 1
        if isLone { return hasMarks ? nil : max(1, cue.weight / 2) }
        // Three syllables in a row are hardly another word by chance.
        return hasMarks && missingMarks > 1 && cue.syllables.count < 3 ? nil : cue.weight
    }

    /// Whether the words before deny it ("không khiếu nại", "chưa muốn tố cáo"). Only kinds are denied: who has no electricity writes
    /// about electricity all the same.
    private func isDenied(_ match: TriageMatch) -> Bool {
        guard case .kind(let kind) = match.cue.meaning, kind != .question, kind != .regulation else { return false }
        var at = match.tokens.lowerBound
        for _ in 0..<Self.reachOfDenial {
            guard at > 0, tokens[at].isJoined else { return false }
            at -= 1
            if TriageCues.denials.contains(where: { tokens[at].syllable == $0 || (!hasMarks && tokens[at].syllable.letters == $0.letters) }) {
                return true
            }
        }
        return false
    }

    /// Syllables: "không khiếu nại hay tố cáo".
    private static let reachOfDenial = 4
}
