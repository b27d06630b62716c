import Domain
import Testing

/// What makes a plan.
@Suite struct VisitPlanTests {
    private let today = Day(number: 20_000)

    private func plan(_ change: (inout VisitPlan) -> Void = { _ in }) -> VisitPlan {
        var plan = VisitPlan(
            day: today, minuteOfDay: 510, place: "Cổng số 2", purpose: "Xem đoạn đường lún.", team: [VisitPlan.Member(name: "Nga")])
        change(&plan)
        return plan
    }

    @Test func aPlanForTodayHolds() {
        #expect(plan().problems(on: today).isEmpty)
        #expect(plan().startsAt.hourAndMinute == "08:30" && plan().startsAt.day == today)
    }

    @Test func whatIsMissingIsNamed() {
        func fields(_ change: (inout VisitPlan) -> Void) -> [String] { plan(change).problems(on: today).map(\.field) }
        #expect(fields { $0.day = $0.day.adding(-1) } == ["day"])
        #expect(fields { $0.minuteOfDay = 1440 } == ["hour"])
        #expect(fields { $0.place = "" } == ["place"])
        #expect(fields { $0.purpose = "" } == ["purpose"])
        #expect(fields { $0.team = [] } == ["members"])
        #expect(fields { $0.team = Array(repeating: VisitPlan.Member(name: "Nga"), count: VisitPlan.mostMembers + 1) } == ["members"])
    }
}
