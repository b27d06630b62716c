import Foundation

/// Which words can be syllables of Vietnamese. By this old charsets are told apart, for each of them reads any bytes as some letters.
enum VietnameseSpelling {
    /// Words that are looked at; more would say the same.
    private static let most = 500
    /// Words without which nothing is clear.
    private static let least = 4

    /// Of the words that are not plain ASCII: which share can be spelled, between 0 and 1; `nil` when they are too few.
    static func share(of text: String) -> Double? {
        var (words, syllables) = (0, 0)
        for run in text.unicodeScalars.split(whereSeparator: { isBetweenWords($0) }) {
            guard let word = bare(run) else { continue }
            words += 1
            if isSyllable(word) { syllables += 1 }
            if words == most { break }
        }
        return words < least ? nil : Double(syllables) / Double(words)
    }

    private static func isBetweenWords(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? !scalar.properties.isAlphabetic : scalar.properties.isWhitespace
    }

    /// The word in small letters without the signs around it; `nil` for one of ASCII letters alone.
    private static func bare(_ run: Substring.UnicodeScalarView) -> String? {
        let signs = "“”‘’„‚–—…•«»".unicodeScalars
        var inner = run.drop { signs.contains($0) }
        while let last = inner.last, signs.contains(last) { inner = inner.dropLast() }
        return inner.allSatisfy(\.isASCII) ? nil : String(Substring(inner)).lowercased()
    }

    private static func isSyllable(_ word: String) -> Bool {
        var letters = String.UnicodeScalarView()
        var tone: Unicode.Scalar?
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
            if !tones.contains(scalar) {
                letters.append(scalar)
            } else if tone == nil {
                tone = scalar
            } else {
                return false
            }
        }
        let plain = String(letters).precomposedStringWithCanonicalMapping
        return onsets.contains { onset in
            guard plain.utf8.starts(with: onset.utf8) else { return false }
            let rhyme = String(Substring(plain.utf8.dropFirst(onset.utf8.count)))
            guard rhymes.contains(rhyme) else { return false }
            // Those that end in a stop have one of two tones.
            return tone == "\u{301}" || tone == "\u{323}" || !["c", "p", "t", "ch"].contains { rhyme.hasSuffix($0) }
        }
    }

    /// Grave, acute, tilde, hook, dot.
    private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    private static let onsets = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t",
        "th", "tr", "v", "x",
    ]

    /// Vowels and what ends them, without tones.
    private static let rhymes = Set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot \
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut \
        uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu \
        y ych yêm yên yêng yêt yêu yn ynh yp yt
        """.split(separator: " ").map(String.init))
}
