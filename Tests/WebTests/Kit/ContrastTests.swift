import Testing

@testable import Web

/// The colours of the style sheet, as it is served: words stand out at least 4.5 : 1 (WCAG 2.1, 1.4.3), edges of inputs 3 : 1
/// (1.4.11), in the light scheme and in the dark one.
@Suite struct ContrastTests {
    private static let pairs: [(String, String, Double)] =
        ["ink", "quiet", "action", "late", "soon", "done"].flatMap { ink in ["paper", "ground"].map { (ink, $0, 4.5) } }
        + ["late", "soon", "done"].map { ($0, $0 + "-wash", 4.5) }
        + ["late-wash", "soon-wash", "done-wash", "plain-wash"].map { ("ink", $0, 4.5) }
        + [("action", "plain-wash", 4.5), ("on-action", "action", 4.5), ("on-action", "action-deep", 4.5), ("on-focus", "focus", 4.5)]
        + [("paper", "late", 4.5), ("edge", "paper", 3), ("edge", "ground", 3)]

    @Test(arguments: ["light", "dark"]) func wordsStandOut(scheme: String) throws {
        let tokens = try tokens(scheme)
        for (ink, ground, least) in Self.pairs {
            let words = try #require(tokens[ink], "no token \(ink)")
            let paper = try #require(tokens[ground], "no token \(ground)")
            #expect(contrast(words, paper) >= least, "\(ink) on \(ground), \(scheme)")
        }
    }

    /// `--name: #rrggbb` of the first `:root` (light) or of the second (dark), as brightness by WCAG's formula.
    private func tokens(_ scheme: String) throws -> [String: Double] {
        let sheet = String(decoding: try #require(Assets.embedded.file(.base)).bytes, as: UTF8.self)
        let blocks = sheet.split(separator: ":root {").dropFirst().map { $0.prefix { $0 != "}" } }
        let block = try #require(scheme == "light" ? blocks.first : blocks.dropFirst().first)
        var tokens: [String: Double] = [:]
        for declaration in block.split(separator: ";") {
            let sides = declaration.split(separator: ":")
            guard sides.count == 2, let hash = sides[1].firstIndex(of: "#"), let colour = UInt32(sides[1][hash...].dropFirst(), radix: 16)
            else { continue }
            tokens[String(sides[0].drop { $0 != "-" }.dropFirst(2))] = brightness(colour)
        }
        return tokens
    }

    private func brightness(_ colour: UInt32) -> Double {
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(colour >> UInt32(shift) & 255) / 255
            return part <= 0.03928 ? part / 12.92 : power((part + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// To the 2.4th: squared, times the fifth root of its square (by Newton's steps, to need no library).
    private func power(_ base: Double) -> Double {
        let square = base * base
        var root = 1.0
        for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
        return square * root
    }

    private func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }
}
