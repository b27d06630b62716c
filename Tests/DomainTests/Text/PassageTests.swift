import Domain
import Testing

@Suite struct PassageTests {
    /// The passage with its finds between brackets.
    private func shown(_ passage: Passage) -> String {
        passage.pieces.map { $0.isFound ? "[\($0.text)]" : $0.text }.joined()
    }

    private func marked(_ text: String, _ query: String) -> String { shown(Passage(text, finding: SearchTerm.read(query))) }

    @Test(arguments: [
        ("Đường bị SỤT LÚN.", "sut lun", "Đường bị [SỤT] [LÚN]."),
        ("Đường bị sụt lún.", "\"sụt LÚN\"", "Đường bị [sụt lún]."),
        ("Thủ tục đất đai", "DAT", "Thủ tục [đất] đai"),
        ("Thành phố", "tha", "[Thành] phố"),
        ("Thành phố", "tha pho", "Thành [phố]"),
        ("su\u{323}t lu\u{301}n", "sụt lún", "[su\u{323}t] [lu\u{301}n]"),
        ("Sụt, sụt; sụt", "sụt", "[Sụt], [sụt]; [sụt]"),
        ("lún sụt", "\"sụt lún\"", "lún sụt"),
        ("<b>sụt</b> & lún", "sụt", "<b>[sụt]</b> & lún"),
        ("đường", "", "đường"), ("", "sụt", ""),
        ("sụt lún đất", "\"sụt lún\" \"lún đất\"", "[sụt lún][ đất]"),
    ])
    func foundWordsAreMarked(text: String, query: String, expected: String) {
        #expect(marked(text, query) == expected)
    }

    @Test(arguments: ["sụt lún", "không có", "\"đường bị\""])
    func thePiecesTogetherAreTheText(query: String) {
        let text = "Đường bị sụt lún,\nxe tải không vào được…  "
        #expect(Passage(text, finding: SearchTerm.read(query)).pieces.map(\.text).joined() == text)
    }

    private func best(_ texts: [String], _ query: String, length: Int = 8) -> String? {
        Passage.best(of: texts, finding: SearchTerm.read(query), length: length).map { shown($0.passage) }
    }

    private let long = "Một hai ba bốn năm sáu bảy tám chín mười, mười một. Mười hai sụt lún cuối cùng là hết."

    @Test func aLongTextIsCutAroundWhatWasFound() {
        #expect(best([long], "chín") == "… ba bốn năm sáu bảy tám [chín] mười …")
        #expect(best([long], "một") == "[Một] hai ba bốn năm sáu bảy tám …")
        #expect(best([long], "hết") == "… Mười hai sụt lún cuối cùng là [hết].")
    }

    @Test func theStretchWithMostTermsIsShown() {
        #expect(best(["sụt " + long], "sụt lún")?.contains("[sụt] [lún]") == true)
    }

    @Test func theTextWithMostTermsIsShown() {
        #expect(best(["Đường sụt.", "Đường sụt lún.", "Lún sụt."], "sut lun") == "Đường [sụt] [lún].")
    }

    @Test func withoutAFindTheBeginningIsShown() {
        #expect(best([long], "cầu") == "Một hai ba bốn năm sáu bảy tám …")
    }

    @Test func withoutWordsThereIsNothingToShow() {
        #expect(best(["", "—"], "cầu") == nil)
    }
}
