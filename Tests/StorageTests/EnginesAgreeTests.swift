import Database
import Domain
import Storage
import TestSupport
import Testing

/// One store, two engines: what is done is the same, whichever keeps it.
@Suite(.databases, .enabled(if: Engine.available.count > 1)) struct EnginesAgreeTests {
    @Test func twoThousandRandomStepsEndInTheSameRows() async throws {
        var ends: [[TableDigest]] = []
        for engine in Engine.available {
            var life = try await WeeklyLife(seed: 7, on: engine)
            while life.steps < 2_000 { try await life.live(until: Week.containing(life.office.clock.now).end.adding(hours: 1)) }
            ends.append(try await life.office.database.read { try TableDigest.all($0) })
        }
        #expect(ends[0] == ends[1])
        #expect(ends[0].contains { $0.table == "case_event" && $0.rows > 1_000 })
    }
}
