import Domain
import Testing

/// Until when a visit takes entries.
@Suite struct FieldVisitTests {
    @Test func whatLayOnADeviceIsTakenForAWeekAfterTheMinutes() {
        let end = Instant(milliseconds: 1_800_000_000_000)
        let person = ID<Account>(at: end, chance: [1])
        let plan = VisitPlan(day: end.day, minuteOfDay: 0, place: "Cổng", purpose: "Xem", team: [])
        var visit = FieldVisit(
            id: ID(at: end, chance: [2]), petition: ID(at: end, chance: [3]), plan: plan, plannedBy: person, plannedByName: "Nga", plannedAt: end)
        #expect(visit.takesEntries(at: end.adding(hours: 24 * 400)))
        let minutes = VisitMinutes(present: "", findings: "", agreements: [], result: .notMet)
        visit.ending = FieldVisit.Ending(minutes: minutes, by: person, byName: "Nga", at: end)
        #expect(visit.takesEntries(at: end.adding(hours: 24 * 7)))
        #expect(!visit.takesEntries(at: end.adding(hours: 24 * 7).adding(seconds: 1)))
    }
}
