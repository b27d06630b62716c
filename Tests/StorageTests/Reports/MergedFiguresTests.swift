import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Merged cases in the weekly figures: both are received, both are done, one is late.
@Suite(.eachEngine) struct MergedFiguresTests {
    private func figures(_ test: TestOffice, _ week: Week) async throws -> WeeklyReport.Figures {
        try await test.database.read { [team = test.ground.team] in try WeeklyReportQueries.figures(of: team, in: week, $0) }
    }

    @Test func bothAreReceivedBothAreDoneAndLateOnce() async throws {
        let test = try await TestOffice()
        let first = Week.containing(test.clock.now)
        let (main, duplicate) = try await test.mergedTwins()
        let came = try await figures(test, first)
        #expect(came.received == 2 && came.open == 2 && came.openOverdue == 0)
        test.clock.advance(days: 30)
        let late = Week.containing(test.clock.now)
        test.clock.set(late.end.adding(seconds: 60))
        let overdue = try await figures(test, late)
        #expect(overdue.open == 2 && overdue.openOverdue == 1)
        _ = try await test.answered(try await test.load(main.id))
        let done = try await figures(test, late.next)
        #expect(done.done == 2 && done.open == 0 && done.doneInTime == 0)
        #expect(try await figures(test, late) == overdue, "what is past stays as it was")
        #expect(try await test.load(duplicate.id).state == .answered)
    }

    @Test func whatPartsAgainIsLateForItself() async throws {
        let test = try await TestOffice()
        let (_, duplicate) = try await test.mergedTwins()
        _ = try await test.separated(duplicate)
        test.clock.advance(days: 30)
        let late = Week.containing(test.clock.now)
        test.clock.set(late.end.adding(seconds: 60))
        #expect(try await figures(test, late).openOverdue == 2)
    }

    @Test func theUnitThatAnswersIsCreditedWithBoth() async throws {
        let test = try await TestOffice()
        let (main, _) = try await test.mergedTwins()
        _ = try await test.answered(main)
        let week = Week.containing(test.clock.now)
        test.clock.set(week.end)
        let led = try await test.number(
            "SELECT count(*) AS n FROM lead_span WHERE unit = \(test.ground.parkBoard.id) AND until_at > \(test.clock.now)")
        #expect(led == 2)
    }
}
