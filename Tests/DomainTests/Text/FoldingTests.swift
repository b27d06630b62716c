import Foundation
import Testing

@testable import Domain

struct FoldingTests {
    @Test(arguments: [
        ("  Công  ty ĐÔNG Á ", "cong ty dong a"), ("Thuế GTGT", "thue gtgt"), ("PHƯỜNG Kinh Bắc", "phuong kinh bac"),
        ("đ\u{303}ường", "duong"), ("e\u{302}\u{323}", "e"), ("İstanbul", "istanbul"), ("a\nb\u{A0}c", "a b c"), ("", ""), ("  ", ""),
    ])
    func foldingLeavesBaseLetters(text: String, folded: String) {
        #expect(text.folded.unicodeScalars.elementsEqual(folded.unicodeScalars))
    }

    @Test func namesSortByBaseLettersAndThenByMarks() {
        let names = ["Zương", "Đức", "Ánh", "Anh", "Bình", "Dũng", "Ân"]
        let sorted = names.sorted { $0.sortKey.utf8.lexicographicallyPrecedes($1.sortKey.utf8) }
        #expect(sorted == ["Ân", "Anh", "Ánh", "Bình", "Đức", "Dũng", "Zương"])
    }

    @Test func aShorterNameComesBeforeItsContinuation() {
        #expect("An".sortKey < "An Bình".sortKey)
    }
}

/// The looked-up letters against the rule itself, over everything that can be written.
struct FoldedLettersTests {
    /// The rule as it is written down, on a whole text at a time.
    private func rule(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            if scalar == "đ" || scalar == "Đ" {
                folded.append("d")
            } else {
                folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark })
            }
        }
        return String(folded)
    }

    @Test func everyCodePointFoldsByTheRule() {
        for value in UInt32(0x21)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace else { continue }
            let text = "a\(scalar)b"
            #expect(text.folded.unicodeScalars.elementsEqual(rule(text).unicodeScalars), "U+\(String(value, radix: 16))")
        }
    }

    @Test func whiteSpaceOfAnyKindIsOneSpace() {
        for value in UInt32(0)...0x3000 {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isWhitespace else { continue }
            #expect("a\(scalar)\(scalar)b\(scalar)".folded == "a b")
        }
    }
}
