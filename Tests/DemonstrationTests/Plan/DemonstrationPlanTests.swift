import Domain
import Testing

@testable import Demonstration

@Suite struct DemonstrationPlanTests {
    static let cast = Result { try Cast.shipped() }
    static let calendar = Result {
        try CalendarFile(try #require(ShippedFile.bytes("calendar/vietnam.json"))).calendar()
    }
    /// A Thursday afternoon, a Saturday, a Monday before the offices open, and the day behind a holiday.
    static let moments = ["2026-11-19T15:20", "2026-11-21T13:00", "2026-11-16T07:10", "2026-09-03T10:00", "2027-01-04T00:00"]

    private func plan(_ moment: String) throws -> (plan: DemonstrationPlan, now: Instant) {
        let now = try #require(Instant(iso: moment))
        return (DemonstrationPlan(cast: try Self.cast.get(), calendar: try Self.calendar.get(), now: now), now)
    }

    @Test func theSameMomentGivesTheSamePlan() throws {
        #expect(try plan(Self.moments[0]).plan == plan(Self.moments[0]).plan)
    }

    @Test(arguments: moments) func thereAreAtLeast320CasesWithinTwelveWeeks(moment: String) throws {
        let (plan, now) = try plan(moment)
        #expect(plan.cases.count >= 320)
        #expect(plan.cases.allSatisfy { $0.arrivesAt.day >= now.day.adding(-83) && $0.arrivesAt <= now })
        #expect(plan.cases.contains { $0.arrivesAt.day == now.day })
    }

    @Test(arguments: moments) func everythingHappensInOrderAndNotAfterNow(moment: String) throws {
        let (plan, now) = try plan(moment)
        #expect(zip(plan.cases, plan.cases.dropFirst()).allSatisfy { $0.arrivesAt <= $1.arrivesAt })
        for planned in plan.cases {
            let times = [planned.arrivesAt] + planned.steps.map(\.at)
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 }, "\(planned.petition)")
            #expect(times.allSatisfy { $0 <= now })
        }
    }

    @Test(arguments: moments) func theRulesAllowEveryStepAndEveryStateOccurs(moment: String) throws {
        let (plan, now) = try plan(moment)
        let replay = Replay(cast: try Self.cast.get(), calendar: try Self.calendar.get())
        let lived = try plan.cases.map(replay.live)
        let states = Set(lived.map(\.state))
        #expect(CaseState.allCases.filter { !states.contains($0) } == [])
        #expect(lived.contains { $0.clock.isPaused })
        #expect(lived.contains { $0.state.isOpen && $0.clock.isLate(at: now) })
        #expect(lived.contains { $0.rating?.satisfied == true })
        #expect(
            lived.contains { $0.state == .answered && $0.work.level == .deputy }, "who was not content was heard again and answered")
        let tomorrow = try Self.calendar.get().workday(onOrAfter: now.day.adding(1))
        #expect(lived.contains { $0.state.isOpen && $0.clock.due.day == tomorrow })
    }

    @Test(arguments: moments) func thirtySendersHaveOneTroubleAndGetOneAnswer(moment: String) throws {
        let (plan, now) = try plan(moment)
        let large = try #require(plan.causes.first { $0.cases.count >= 30 })
        #expect(large.cases.allSatisfy { $0.arrivesAt < large.opensAt } && Set(large.cases.map(\.channel)) == [.form, .zalo])
        #expect(Set(large.cases.map(\.sender)).count == large.cases.count, "nobody twice")
        for cause in plan.causes {
            let times = [cause.opensAt, cause.draftsAt] + (cause.approvesAt.map { [$0] } ?? [])
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 } && times.allSatisfy { $0 <= now }, "\(cause.key)")
            #expect(cause.cases.flatMap(\.steps).allSatisfy { $0.at <= now })
        }
    }

    @Test(arguments: moments) func aboutSixInSevenAreAnsweredInTime(moment: String) throws {
        let plan = try plan(moment).plan
        let replay = Replay(cast: try Self.cast.get(), calendar: try Self.calendar.get())
        let answered = try plan.cases.map(replay.live).filter { $0.state == .answered }
        let inTime = answered.count { petition in petition.answeredAt.map { $0 <= petition.clock.due } ?? false }
        #expect((0.78...0.93).contains(Double(inTime) / Double(answered.count)))
    }

    @Test(arguments: moments) func weeksAreUnevenAndNoneIsEmpty(moment: String) throws {
        let (plan, now) = try plan(moment)
        let weeks = Dictionary(grouping: plan.cases) { (now.day.number - $0.arrivesAt.day.number) / 7 }.mapValues(\.count)
        #expect(weeks.count == 12)
        #expect(weeks.values.allSatisfy { (5...55).contains($0) })
        #expect(Set(weeks.values).count > 4)
    }

    @Test(arguments: moments) func fewComeOnWeekends(moment: String) throws {
        let plan = try plan(moment).plan
        let weekend = plan.cases.count { $0.arrivesAt.day.weekday >= .saturday }
        #expect(Double(weekend) / Double(plan.cases.count) < 0.15)
    }

    @Test func nobodyReadsTheSameWordsMoreThanThreeTimes() throws {
        let plan = try plan(Self.moments[0]).plan
        let often = Dictionary(grouping: plan.cases, by: \.petition).values.map(\.count).max() ?? 0
        #expect(often <= 3)
        #expect(Set(plan.cases.map(\.text)).count > plan.cases.count / 2)
    }

    @Test func officersWorkInOfficeHoursExceptForEmergencies() throws {
        let plan = try plan(Self.moments[1]).plan
        let calendar = try Self.calendar.get()
        for planned in plan.cases where planned.classification.kind != .emergency {
            for step in planned.steps where step.actor != .sender {
                #expect(calendar.isOpen(at: step.at), "\(planned.petition) \(step.at.iso)")
            }
        }
    }

    @Test func noPlaceholderIsLeftAnywhere() throws {
        for planned in try plan(Self.moments[0]).plan.cases {
            #expect(!String(describing: planned).contains("{"), "\(planned.petition)")
        }
    }
}
