import Domain
import Testing

/// Due dates under a changed calendar.
@Suite struct RecomputingTests {
    private static func closure(on day: Day) -> Rules {
        let storm = SpecialDay(date: day, kind: .localClosure, name: "bão", source: "Công điện 01")
        return Rules(calendar: Scene.rules.calendar.changed(by: .keep(storm)), profiles: [.national], routing: [])
    }

    @Test func aDayOffInsideTheCountMovesTheDateAndKeepsTheFirstPromise() throws {
        var petition = Scene.petition(.handling)
        let before = petition.clock
        let event = try #require(petition.recompute(Self.closure(on: Scene.monday.day.adding(2)), reason: "Bão số 3."))
        petition.apply(event, at: Scene.monday.adding(minutes: 5))
        #expect(event == .recomputed(reason: "Bão số 3.", due: petition.clock.due))
        #expect(petition.clock.due.day == before.due.day.adding(1), "a Tuesday instead of a Monday")
        #expect(petition.clock.originalDue == before.originalDue && petition.clock.begun == before.begun)
        #expect(petition.recompute(Self.closure(on: Scene.monday.day.adding(2)), reason: "Bão số 3.") == nil, "once is enough")
    }

    @Test(arguments: [-3, 0, 30]) func aDayOutsideTheCountMovesNothing(days: Int) {
        #expect(Scene.petition(.handling).recompute(Self.closure(on: Scene.monday.day.adding(days)), reason: "Bão.") == nil)
    }

    @Test func aClosedCaseKeepsItsDate() {
        #expect(Scene.petition(.answered).recompute(Self.closure(on: Scene.monday.day.adding(2)), reason: "Bão.") == nil)
    }

    @Test(arguments: CaseLifeTests.seeds) func onlyCasesWhoseCountTouchesTheDayMove(seed: UInt64) throws {
        for act in try CaseLifeTests.life(seed: seed, steps: 120).acts where act.after.state.isOpen {
            let clock = act.after.clock
            for day in stride(from: Scene.monday.day.number - 7, to: act.at.day.number + 30, by: 5).map({ Day(number: $0) }) {
                let touched = act.after.receivedAt.day <= day && (clock.due.day >= day || !clock.pauses.isEmpty)
                if !touched { #expect(clock.recomputed(Self.closure(on: day).calendar) == nil, "\(day.iso) after \(act.event.verb)") }
            }
        }
    }
}
