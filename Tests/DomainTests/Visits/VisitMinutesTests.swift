import Domain
import Testing

/// What minutes must say before they are signed.
@Suite struct VisitMinutesTests {
    private let today = Day(number: 20_000)

    private func fields(_ result: VisitMinutes.Result, _ agreements: [VisitMinutes.Agreement] = [], present: String = "Bà Nga") -> [String] {
        VisitMinutes(present: present, findings: "Nền đường lún 20 cm.", agreements: agreements, result: result).problems(on: today)
            .map(\.field)
    }

    @Test func whatWasSettledNeedsNoAgreement() { #expect(fields(.settledOnSite).isEmpty) }

    @Test func whatWasAgreedNamesSomebodyAndADay() {
        #expect(fields(.agreed) == ["who0"])
        #expect(fields(.agreed, [.init(who: "Chủ đầu tư", what: "Vá đường")]) == ["by0"])
        #expect(fields(.agreed, [.init(who: "Chủ đầu tư", what: "Vá đường", by: today)]).isEmpty)
        #expect(fields(.needsDecision, [.init(who: "Chủ đầu tư", what: "Vá đường", by: today.adding(-1))]) == ["by0"])
    }

    @Test func whereNobodyWasMetNobodyIsPresent() {
        #expect(fields(.notMet, present: "").isEmpty)
        #expect(fields(.settledOnSite, present: "") == ["present"])
    }
}
