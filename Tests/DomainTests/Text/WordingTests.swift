import Testing

@testable import Domain

struct WordingTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567"), (-45_000, "-45.000"), (Int.min, "-9.223.372.036.854.775.808"),
    ])
    func thousandsArePartedByDots(value: Int, text: String) {
        #expect(Wording.number(value) == text)
    }

    @Test(arguments: [
        (1234.5, 1, "1.234,5"), (0.05, 1, "0,1"), (-0.25, 1, "-0,3"), (2, 2, "2,00"), (999.96, 1, "1.000,0"), (12.6, 0, "13"),
    ])
    func fractionsFollowAComma(value: Double, decimals: Int, text: String) {
        #expect(Wording.number(value, decimals: decimals) == text)
    }

    @Test(arguments: [Double.nan, .infinity, 1e300])
    func whatIsNoNumberHasNoWording(value: Double) {
        #expect(Wording.number(value, decimals: 1) == nil)
    }

    @Test(arguments: [(1, 8, 1, "12,5%"), (1, 3, 2, "33,33%"), (2, 3, 2, "66,67%"), (0, 5, 1, "0,0%"), (7, 7, 0, "100%"), (1, 200, 0, "1%")])
    func sharesAreRoundedHalfUp(part: Int, whole: Int, decimals: Int, text: String) {
        #expect(Wording.percent(part, of: whole, decimals: decimals) == text)
    }

    @Test func thereIsNoShareOfNothing() {
        #expect(Wording.percent(0, of: 0) == nil)
    }
}
