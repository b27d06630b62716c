import Domain
import Testing

/// Task forces, their members and regulations.
@Suite struct TeamTests {
    private func team(_ key: String, _ level: Unit.Level = .province, from day: Day = Units.beginning, ended: Day? = nil) -> Team {
        let minutes = Team.HandOver(received: 0, closed: 0, open: [], restricted: 0)
        return Team(
            id: Scene.id(UInt8(key.utf8.reduce(0) { ($0 + Int($1)) % 200 })), key: key, name: "Tổ \(key)", level: level, numberPrefix: "BN",
            foundingDecision: "Quyết định 429", validFrom: day, standingUnit: Units.id(1),
            end: ended.map { Team.End(last: $0, decision: nil, reason: "Hoàn thành nhiệm vụ", heir: nil, minutes: minutes) })
    }

    private func member(_ post: TeamMember.Post, from: Day? = nil, to: Day? = nil) -> TeamMember {
        TeamMember(name: "Nguyễn Văn An", post: post, unit: Units.id(2), office: "", duty: "", validFrom: from, validTo: to)
    }

    @Test func theHighestAndOldestStandingTeamTakesIn() {
        let day = Units.merger
        let teams = [team("xa", .commune), team("moi", from: day.adding(1)), team("cu", ended: day.adding(-1)), team("tinh-b", from: day), team("tinh-a", from: day)]
        #expect(Team.takingIn(teams, on: day)?.key == "tinh-a")
        #expect(Team.takingIn([team("xa", .commune)], on: day)?.key == "xa")
        #expect(Team.takingIn([team("cu", ended: day.adding(-1))], on: day) == nil)
    }

    @Test func aTeamHasOneHeadAtATime() throws {
        let first = member(.head, to: Units.merger)
        #expect(throws: Refusal.invalid([Problem("post", .held)])) {
            try member(.head, from: Units.merger).check(beside: [first], from: Units.beginning)
        }
        try member(.head, from: Units.merger.adding(1)).check(beside: [first], from: Units.beginning)
        try member(.member, from: Units.merger).check(beside: [first, member(.member)], from: Units.beginning)
    }

    @Test func aMembershipDoesNotEndBeforeItBegins() {
        #expect(throws: Refusal.invalid([Problem("to", .endsBeforeBegin)])) {
            try member(.member, from: Units.merger, to: Units.merger.adding(-1)).check(beside: [], from: Units.beginning)
        }
    }

    @Test func aRegulationHoldsUntilTheNext() {
        let document = Units.document
        let first = Regulation(id: Scene.id(1), document: document, validFrom: Units.beginning)
        let second = Regulation(id: Scene.id(2), document: document, validFrom: Units.merger)
        #expect(Regulation.inForce([second, first], on: Units.merger.adding(-1)) == first)
        #expect(Regulation.inForce([second, first], on: Units.merger) == second)
        #expect(Regulation.inForce([first], on: Units.beginning.adding(-1)) == nil)
    }

    @Test func aRegulationSetsWhatMakesSense() {
        var regulation = Regulation(id: Scene.id(1), document: Units.document, validFrom: Units.beginning)
        regulation.parameters = Regulation.Parameters(resolveDays: 0, reportWeekday: 7, reportHour: 24, transferLimit: -1)
        #expect(
            throws: Refusal.invalid(["resolveDays", "reportWeekday", "reportHour", "transferLimit"].map { Problem($0, .unknownCode) })
        ) { try regulation.check() }
    }

    @Test func aStandInEndsAndRestsOnADocument() throws {
        var mandate = Mandate(
            id: Scene.id(1), account: Scene.id(2), authority: Authority(role: .approver, unit: Units.id(2), standsInFor: "Trần Văn Bình"),
            validFrom: Units.merger)
        #expect(throws: Refusal.invalid([Problem("to", .missing), Problem("document", .missing)])) { try mandate.check() }
        mandate.validTo = Units.merger.adding(-1)
        mandate.document = Units.document
        #expect(throws: Refusal.invalid([Problem("to", .endsBeforeBegin)])) { try mandate.check() }
        mandate.validTo = Units.merger.adding(30)
        try mandate.check()
        #expect(mandate.isInForce(on: Units.merger.adding(30)) && !mandate.isInForce(on: Units.merger.adding(31)))
        #expect(!mandate.isInForce(on: Units.merger.adding(-1)))
    }
}
