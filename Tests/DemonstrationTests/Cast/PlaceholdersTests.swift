import Testing

@testable import Demonstration

@Suite struct PlaceholdersTests {
    @Test func knownNamesAreFilledAndOthersStay() {
        let placeholders = Placeholders(values: [.firm: "Công ty Sao Mai", .lot: "CN-07"])
        #expect(placeholders.fill("{firm} ở lô {lot}, {firm} {khác}") == "Công ty Sao Mai ở lô CN-07, Công ty Sao Mai {khác}")
    }

    @Test func theNamesOfATextAreFound() {
        #expect(Placeholders.names(in: "a {firm} b {park}, c } { d") == ["firm", "park"])
    }
}
