import Domain
import Testing

@Suite struct DecisionTests {
    @Test func whatIsCitedIsReadAgain() throws {
        let decision = Units.document
        let read = try #require(Decision(cited: decision.cited))
        #expect(read.number == decision.number && read.date == decision.date)
    }

    @Test(arguments: ["", "12/QĐ-UBND", "ngày 5/3/2026", "12/QĐ-UBND ngày", "12/QĐ-UBND ngày 31/2/2026", "12/QĐ-UBND ngày 5/3/2026 của tỉnh"])
    func anythingElseIsNot(text: String) {
        #expect(Decision(cited: text) == nil)
    }

    @Test func aNumberMayHaveSpacesAndTheWordForDay() throws {
        #expect(Decision(cited: "Quyết định 12 ngày lễ ngày 5/3/2026")?.number == "Quyết định 12 ngày lễ")
    }
}
