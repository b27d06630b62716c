/// All cues, by the letters of their first syllable.
enum TriageCues {
    static let all: [String: [TriageCue]] = index(kinds + fields + sites + neutral)

    /// The names of parks and clusters.
    static func places(_ catalogue: Catalogue) -> [TriageCue] {
        catalogue.places.filter { $0.site != .outside }.map { place in
            let words = place.name.wordsInPlace.map { String(place.name.unicodeScalars[$0.range]) }
            return TriageCue(meaning: .site(place.site), weight: 6, syllables: words.map { TriageSyllable($0) })
        }
    }

    /// The field of what fits no other.
    static let otherField = FieldCode("khac")

    /// What denies the words behind it.
    static let denials: [TriageSyllable] = ["không", "ko", "k", "kg", "hông", "chẳng", "chưa", "đừng", "khỏi"].map { TriageSyllable($0) }

    private static func index(_ cues: [TriageCue]) -> [String: [TriageCue]] {
        Dictionary(grouping: cues.filter { !$0.syllables.isEmpty }) { $0.syllables[0].letters }
    }

    private static let sites =
        TriageCue.read(.site(.park), "4 khu công nghiệp, kcn, khu chế xuất, khu cn")
        + TriageCue.read(.site(.cluster), "4 cụm công nghiệp, ccn, cụm cn")
        + TriageCue.read(.site(.outside), "5 ngoài khu công nghiệp, ngoài kcn, ngoài cụm công nghiệp, ngoài khu")
}

extension [String: [TriageCue]] {
    static func + (all: Self, more: [TriageCue]) -> Self {
        var sum = all
        for cue in more { if let first = cue.syllables.first { sum[first.letters, default: []].append(cue) } }
        return sum
    }
}
