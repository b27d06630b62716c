import Domain
import Testing

@Suite struct SearchTermTests {
    @Test(arguments: [
        ("Sụt lún", ["sut", "lun"]), ("  -- ", []), ("bd-2026", ["bd", "2026"]), ("ĐẤT đai", ["dat", "dai"]), ("su\u{323}t", ["sut"]),
        ("a\u{301}\u{301}", ["a"]), ("“Hải–Nam”", ["hai", "nam"]), ("x_y", ["x", "y"]), ("Ω²", ["ω²"]),
    ])
    func wordsAreFoldedAndCut(text: String, words: [String]) {
        #expect(text.searchWords == words)
    }

    @Test func aWordLiesWhereItsLettersStand() {
        let text = "Sụt, LU\u{301}N!"
        #expect(text.wordsInPlace.map { String(text[$0.range]) } == ["Sụt", "LU\u{301}N"])
    }

    @Test func aWordIsAtMostTwoHundredScalarsLong() {
        #expect(String(repeating: "đ", count: 500).searchWords == [String(repeating: "d", count: 200)])
    }

    @Test func whatStandsBetweenQuotesIsARow() {
        let terms = SearchTerm.read("chậm \"Đất đai\" sụt")
        #expect(terms.map(\.words) == [["cham"], ["dat", "dai"], ["sut"]])
        #expect(terms.map(\.isBeginning) == [false, false, true])
    }

    @Test func aClosedQuoteEndsItsLastWord() {
        #expect(SearchTerm.read("“sụt lún”").map(\.isBeginning) == [false])
        #expect(SearchTerm.read("\"sụt lú").map(\.isBeginning) == [true])
    }

    @Test func twelveWordsCount() {
        #expect(SearchTerm.read(String(repeating: "a ", count: 40)).count == 12)
    }
}
