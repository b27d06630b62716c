import Testing

@testable import Domain

struct CaseNumberTests {
    @Test func aNumberIsPrintedWithSevenDigits() {
        #expect(CaseNumber(prefix: "BN", year: 2026, serial: 1234)?.text == "BN-2026-0001234")
    }

    @Test(arguments: ["BN-2026-0001234", " bn-2026-0001234 ", "Bn-2026-0001234"])
    func smallLettersAndSpacesAreForgiven(typed: String) {
        #expect(CaseNumber(typed) == CaseNumber(prefix: "BN", year: 2026, serial: 1234))
    }

    @Test(arguments: [
        "", "B-2026-0001234", "ABCDEFG-2026-0001234", "BN-26-0001234", "BN-2026-1234", "BN-2026-0000000", "BN-2026-00012345", "BN20260001234",
        "BN-2026-0001234-1", "BÔ-2026-0001234", "BN-2026-000123x",
    ])
    func otherTextIsNoNumber(typed: String) {
        #expect(CaseNumber(typed) == nil)
    }

    @Test func serialsEndAtSevenDigits() {
        #expect(CaseNumber(prefix: "BN", year: 2026, serial: 9_999_999) != nil)
        #expect(CaseNumber(prefix: "BN", year: 2026, serial: 10_000_000) == nil)
    }

    @Test func numbersSortByYearAndSerial() throws {
        let old = try #require(CaseNumber("BN-2025-0000009"))
        let new = try #require(CaseNumber("BN-2026-0000001"))
        #expect(old < new)
    }
}
