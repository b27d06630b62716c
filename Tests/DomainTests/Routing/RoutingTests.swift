import Domain
import Testing

/// Rules of routing: which one decides, and why the others did not.
@Suite struct RoutingTests {
    let today = Scene.monday.day

    private func rule(
        _ name: String, priority: Int = 10, from: Int = -100, to: Int? = nil, kinds: [Kind] = [], fields: [String] = [],
        areas: [String] = [], sites: [Site] = [], target: Unit = Scene.own
    ) -> RoutingRule {
        RoutingRule(
            id: name, text: "Quy tắc \(name)", priority: priority, validFrom: today.adding(from), validTo: to.map(today.adding),
            kinds: kinds, fields: fields.map { FieldCode($0) }, areas: areas.map { AreaCode($0) }, sites: sites, target: target.id)
    }

    private let parkRoad = RoutingQuestion(
        kind: .regulation, field: FieldCode("giao-thong"), area: AreaCode("ben-cat"), site: .park)

    private func decided(_ rules: [RoutingRule], _ question: RoutingQuestion? = nil) -> String? {
        Routing.decide(question ?? parkRoad, rules: rules, on: today).rule?.id
    }

    private func verdicts(_ rules: [RoutingRule], _ question: RoutingQuestion? = nil) -> [String] {
        Routing.decide(question ?? parkRoad, rules: rules, on: today).considered.map(\.verdict)
    }

    @Test func theRuleOfThePlaceDecides() {
        let rules = [rule("khu", sites: [.park]), rule("cum", sites: [.cluster], target: Scene.other)]
        #expect(decided(rules) == "khu")
        #expect(decided(rules, RoutingQuestion(site: .cluster)) == "cum")
    }

    @Test func whereNoRuleFitsNoneDecides() {
        let trace = Routing.decide(parkRoad, rules: [rule("cum", sites: [.cluster])], on: today)
        #expect(trace.rule == nil)
        #expect(trace.considered.map(\.isMatch) == [false])
        #expect(Routing.decide(parkRoad, rules: [], on: today).rule == nil)
    }

    @Test func theSmallerPriorityGoesFirst() {
        #expect(decided([rule("a", priority: 20), rule("b", priority: 10)]) == "b")
    }

    @Test func ofOnePriorityTheMoreSpecificGoesFirst() {
        #expect(decided([rule("a"), rule("b", sites: [.park]), rule("c", fields: ["giao-thong"], sites: [.park])]) == "c")
    }

    @Test func aTieIsSettledByTheName() {
        let tied = [rule("b", sites: [.park]), rule("a", sites: [.park]), rule("c", sites: [.park])]
        #expect(decided(tied) == "a")
        #expect(decided(tied.reversed()) == "a")
    }

    @Test func aRuleHoldsFromItsFirstDayToItsLast() {
        #expect(decided([rule("a", from: 0, to: 0)]) == "a")
        #expect(decided([rule("a", from: 1)]) == nil)
        #expect(decided([rule("a", to: -1)]) == nil)
    }

    @Test func everyRuleSaysWhy() {
        let rules = [
            rule("a", priority: 1, to: -1), rule("b", priority: 2, from: 1), rule("c", priority: 3, kinds: [.question]),
            rule("d", priority: 4, sites: [.outside]), rule("e", priority: 5, fields: ["thue"]),
            rule("f", priority: 6, areas: ["tan-uyen"]), rule("g", priority: 7, sites: [.park]), rule("h", priority: 8),
        ]
        #expect(
            verdicts(rules) == [
                "hết hiệu lực từ ngày 03/08/2026", "chưa có hiệu lực (từ 04/08/2026)", "khác loại nội dung", "khác nơi đặt doanh nghiệp",
                "khác lĩnh vực", "khác địa bàn", "khớp", "khớp, nhưng quy tắc đứng trước đã quyết định",
            ])
    }

    @Test func whatIsNotKnownYetIsNoMatch() {
        let rules = [rule("a", sites: [.park]), rule("b", fields: ["giao-thong"])]
        #expect(decided(rules, RoutingQuestion()) == nil)
        #expect(verdicts(rules, RoutingQuestion()) == ["chưa rõ nơi đặt doanh nghiệp", "chưa rõ lĩnh vực"])
    }

    @Test func oneConditionMayNameSeveralValues() {
        #expect(decided([rule("a", sites: [.cluster, .park])]) == "a")
    }
}
