import Domain
import Testing

/// Terms of texts, and how alike two of them are.
@Suite struct LikenessTests {
    private let weights = LikenessWeights(total: 1000, frequency: ["mat duong": 200, "sut lun": 20, "xe tai": 400])

    @Test(arguments: [
        ("Đường vào bị SỤT LÚN", "duong vao bi sut lun"), ("sụt lún mặt đường", "sut lun mat duong"), ("Hoá đơn", "hóa đơn"),
        ("su\u{323}t lu\u{301}n", "sụt lún"),
    ])
    func accentsAndCapitalsMakeNoDifference(a: String, b: String) {
        #expect(!Likeness.terms(of: a).isEmpty)
        #expect(Likeness.terms(of: a) == Likeness.terms(of: b))
    }

    @Test func aTermIsTwoSyllablesOfOneSentence() {
        #expect(Likeness.terms(of: "Mặt đường lún. Xe tải kẹt") == ["mat duong", "duong lun", "xe tai", "tai ket"])
    }

    @Test(arguments: ["Kính gửi Tổ công tác", "Xin cảm ơn", "và của các", "", "a", "12 34 5.678", "kính đề nghị xem xét giải quyết"])
    func whatEveryLetterSaysIsNoTerm(text: String) {
        let told = Likeness.terms(of: text).filter { !["gui to", "de nghi", "nghi xem", "xet giai"].contains($0) }
        #expect(told == [])
    }

    @Test func thereAreNeverTooManyAndTheRepeatedOnesComeFirst() {
        let letters = "abcdefghijklmnopqrst".map(String.init)
        let syllables = letters.prefix(10).flatMap { first in letters.map { "b\(first)\($0)" } }
        let terms = Likeness.terms(of: syllables.joined(separator: " ") + ". Trạm biến áp; trạm biến áp")
        #expect(terms.count == Likeness.mostTerms && Set(terms).count == terms.count)
        #expect(terms.prefix(2) == ["tram bien", "bien ap"])
    }

    @Test func theScoreIsOneForTheSameAndNothingForStrangers() {
        let terms = ["mat duong", "sut lun"]
        #expect(abs(Likeness.score(terms, terms, weights) - 1) < 1e-9)
        #expect(Likeness.score(terms, ["xe tai"], weights) == 0)
        #expect(Likeness.score(terms, [], weights) == 0)
    }

    @Test func theScoreIsTheSameFromBothSides() {
        let (a, b) = (["mat duong", "sut lun", "xe tai"], ["sut lun", "cat dien"])
        #expect(Likeness.score(a, b, weights) == Likeness.score(b, a, weights))
    }

    @Test func aRareTermInCommonSaysMoreThanACommonOne() {
        let question = ["sut lun", "xe tai"]
        #expect(Likeness.score(question, ["sut lun", "be tong"], weights) > Likeness.score(question, ["xe tai", "be tong"], weights))
    }

    @Test func termsAreShownAsTheyAreWrittenWithNeighboursJoined() {
        let text = "Mặt đường sụt lún, xe tải không vào được. MẶT ĐƯỜNG SỤT LÚN thêm."
        #expect(Likeness.spelled(["mat duong", "duong sut", "sut lun", "xe tai"], in: text) == ["Mặt đường sụt lún", "xe tải"])
        #expect(Likeness.spelled(["cat dien"], in: text) == [])
    }

    @Test(arguments: [
        ("Mặt đường lún. Xe tải kẹt", "Đường lún, xe tải kẹt cả ngày"), ("Mặt đường lún", "Mặt đường lún"), ("Mặt đường lún", "Trạm biến áp"),
        ("a", "a"),
    ])
    func withoutCommonAndRareTermsTheirNumberDecides(a: String, b: String) {
        let (first, second) = (Likeness.terms(of: a), Likeness.terms(of: b))
        let weighed = Likeness.score(first, second, LikenessWeights(total: 0, frequency: [:]))
        #expect(abs(Likeness.score(Set(first), Set(second)) - weighed) < 1e-9)
    }
}
