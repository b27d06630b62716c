import Foundation
import Testing

@testable import Domain

struct CleanTextTests {
    @Test func theTwoWaysToWriteALetterBecomeTheSameBytes() {
        let composed = CleanText("B\u{1EAF}c Ninh")
        let decomposed = CleanText("B\u{61}\u{306}\u{301}c Ninh")
        #expect(Array(composed.text.utf8) == Array(decomposed.text.utf8))
        #expect(decomposed.length == 8)
    }

    @Test(arguments: [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\u{2028}b\u{85}c", "a\nb\nc"), ("a\u{0}b\u{7}c\u{1B}[31m", "abc[31m"), ("a\tb\u{A0}c", "a b c"),
        ("\u{202E}gnp.exe", "gnp.exe"), ("a\u{200B}b\u{FEFF}c\u{AD}d", "abcd"), (" \n a \n ", "a"), ("\n\r\n ", ""),
    ])
    func whatCannotBeSeenIsTakenAway(raw: String, clean: String) {
        #expect(Array(CleanText(raw).text.unicodeScalars) == Array(clean.unicodeScalars))
    }

    @Test(arguments: [UInt32(0xFFFE), 0x1FFFF, 0xFDD0, 0xFFFC, 0xE000])
    func whatIsNoCharacterIsTakenAway(value: UInt32) throws {
        #expect(try CleanText("a\(#require(Unicode.Scalar(value)))b").text == "ab")
    }

    @Test(arguments: ["👨‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇻🇳", "½ m² – “đúng”"])
    func emojiAndTypographyStay(text: String) {
        #expect(CleanText(text).text.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func aMarkThatACharacterHidFromItsLetterIsJoinedToIt() {
        #expect(CleanText("a\u{200B}\u{301}").text.unicodeScalars.elementsEqual("\u{E1}".unicodeScalars))
    }

    @Test func cleaningTwiceChangesNothing() {
        var chance = Dice(2026)
        for _ in 0..<500 {
            var raw = String.UnicodeScalarView()
            for _ in 0..<12 { if let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x2100, using: &chance)) { raw.append(scalar) } }
            let once = CleanText(String(raw))
            #expect(CleanText(once.text).text.unicodeScalars.elementsEqual(once.text.unicodeScalars))
        }
    }

    @Test func lengthCountsScalarsAndNotCharacters() {
        #expect(CleanText("👨‍👩‍👧").length == 5)
        #expect(CleanText("q\u{301}").length == 2)
    }

    @Test func aLineHasNoBreaksAndSingleSpaces() {
        #expect(CleanText(line: "  Công ty\r\n\tSao   Mai ").text == "Công ty Sao Mai")
        #expect(CleanText(line: " \n ").isEmpty)
    }

    @Test func everyCodePointIsLeftComposed() {
        for value in UInt32(0x21)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = CleanText("a\(scalar)e").text
            #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars), "U+\(String(value, radix: 16))")
            let unseen = [.control, .privateUse, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
            #expect(!unseen || !text.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
        }
    }

    @Test func aLineWithUnusualSpacesHasSingleSpaces() {
        for space in ["\u{1680}", "\u{2003}", "\u{205F}", "\u{202F}", "\u{3000}", "  "] {
            #expect(CleanText(line: "a\(space)b").text == "a b")
        }
    }
}
