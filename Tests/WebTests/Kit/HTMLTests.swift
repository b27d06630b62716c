import Testing

@testable import Web

@Suite struct HTMLTests {
    @Test func aHoleIsEscapedAndALiteralIsNot() {
        let name = "<b>\"Sao & Mai\"</b> 'x'"
        let html: HTML = "<p>\(name)</p>"
        #expect(html.string == "<p>&lt;b&gt;&quot;Sao &amp; Mai&quot;&lt;/b&gt; &#39;x&#39;</p>")
    }

    @Test func onlyMarkupGoesInAsItIs() {
        let inner: HTML = "<b>1</b>"
        let html: HTML = "<p>\(inner)\(each(1...2) { "<i>\($0)</i>" })\(when(false) { "x" })</p>"
        #expect(html.string == "<p><b>1</b><i>1</i><i>2</i></p>")
    }

    @Test func aMissingValueShowsTheOther() {
        let missing: String? = nil
        #expect(when(missing) { "\($0)" } else: { "chưa có" }.string == "chưa có")
        #expect(when("Lan" as String?) { "\($0)" }.string == "Lan")
    }

    @Test func anAbsentAttributeLeavesNothing() {
        let html: HTML = "<a\(attribute: "title", nil)\(attribute: "href", "/?a=1&b=\"")\(flag: "hidden", true)\(flag: "open", false)>"
        #expect(html.string == "<a href=\"/?a=1&amp;b=&quot;\" hidden>")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567"), (-12_345, "-12.345")])
    func largeFiguresAreGroupedByDots(value: Int, expected: String) {
        #expect(("\(grouped: value)" as HTML).string == expected)
    }

    @Test func textThatIsNotContiguousIsEscapedToo() {
        let whole = String(repeating: "đơn \"thư\" ", count: 3)
        #expect(("\(whole.dropFirst(2))" as HTML).string == "n &quot;thư&quot; đơn &quot;thư&quot; đơn &quot;thư&quot; ")
    }

    /// A combining mark behind a quote makes one `Character` of both; a template engine that looks for the quote by `Character`
    /// lets it through.
    @Test func noTextBreaksOutOfAnAttribute() {
        var random = SeededNumbers(seed: 20_261_121)
        for _ in 0..<3000 {
            let text = randomText(&random)
            let html: HTML = "<p title=\"\(text)\">"
            let inside = html.bytes.dropFirst("<p title=\"".utf8.count).dropLast(2)
            #expect(!inside.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "'") })
            #expect(unescaped(String(decoding: inside, as: UTF8.self)).unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }

    private func randomText(_ random: inout SeededNumbers) -> String {
        let dangerous: [Unicode.Scalar] = ["\"", "'", "<", ">", "&", "=", "/", " ", "\n"]
        let marks: [Unicode.Scalar] = ["\u{301}", "\u{323}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{1F3FB}", "\u{310}"]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<20, using: &random) {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: scalars.append(dangerous.randomElement(using: &random) ?? "\"")
            case 1: scalars.append(marks.randomElement(using: &random) ?? "\u{301}")
            default: scalars.append(Unicode.Scalar(UInt32.random(in: 1...0x2FFFF, using: &random)) ?? "ệ")
            }
        }
        return String(scalars)
    }

    /// By scalars, so that a mark behind an entity hides nothing.
    private func unescaped(_ text: String) -> String {
        let entities: [(String, Unicode.Scalar)] = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        var rest = Array(text.unicodeScalars)[...]
        var plain = String.UnicodeScalarView()
        while let scalar = rest.first {
            if let (entity, meant) = entities.first(where: { rest.starts(with: $0.0.unicodeScalars) }) {
                plain.append(meant)
                rest = rest.dropFirst(entity.unicodeScalars.count)
            } else {
                plain.append(scalar)
                rest = rest.dropFirst()
            }
        }
        return String(plain)
    }
}

/// The same numbers in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
