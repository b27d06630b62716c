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
