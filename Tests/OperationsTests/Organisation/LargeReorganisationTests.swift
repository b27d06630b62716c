import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// All districts abolished, the communes of two provinces merged, their departments merged: nothing is lost (issue of July 2025).
@Suite(.eachEngine) struct LargeReorganisationTests {
    private struct Open: Equatable {
        var number: String
        var due: Instant
        var lead: ID<Domain.Unit>
    }

    private func open(_ test: TestOffice) async throws -> [Open] {
        try await test.office.read { tx in
            try tx.all("SELECT number, due_at, lead FROM petition WHERE is_open = 1 ORDER BY number") {
                Open(number: try $0["number"], due: try $0["due_at"], lead: try $0["lead"])
            }
        }
    }

    /// The cases of each unit of then, at the end of a week.
    private func stock(of week: Week, _ test: TestOffice) async throws -> [String] {
        try await test.office.read { tx in
            try tx.all(
                """
                SELECT l.unit, count(*) AS n FROM lead_span l JOIN stand s ON s.petition = l.petition
                WHERE l.from_at < \(week.end) AND l.until_at >= \(week.end) AND s.counts_as = 'open' AND s.from_at < \(week.end)
                  AND s.until_at >= \(week.end)
                GROUP BY l.unit ORDER BY l.unit
                """
            ) { row -> String in "\(try row["unit"] as String): \(try row["n"] as Int)" }
        }
    }

    @Test func everyOpenCaseHasALivingOwnerAndItsDueDate() async throws {
        let test = try await TestOffice(at: "2026-08-03T09:00")
        let provinces = TwoProvinces(beginning: Day(number: 19_000), communes: 24, districts: 4, departments: 6)
        try await provinces.settle(1_500, in: test)
        let before = try await open(test)
        let week = Week.containing(test.clock.now)
        test.clock.advance(days: 14)
        let (figures, stock) = (try await self.figures(week, test), try await self.stock(of: week, test))
        let day = test.clock.now.day
        let prepared = try await test.office.perform(PrepareReorganisation(plan: provinces.plan, on: day), as: .staff(test.cast.admin))
        let counts = try await test.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .staff(test.cast.admin))
        let after = try await open(test)
        #expect(after.map(\.number) == before.map(\.number))
        #expect(after.map(\.due) == before.map(\.due))
        let register = try await test.office.read { try OrganisationStore.register($0) }
        #expect(after.filter { !register.isOpen($0.lead, on: day) }.isEmpty)
        #expect(counts.cases == zip(before, after).filter { $0.lead != $1.lead }.count && counts.unclear == 0)
        #expect(counts.cases > 1_200)
        #expect(register.faults().isEmpty)
        #expect(register.living(on: day).filter { $0.level == .district }.isEmpty)
        #expect(try await self.figures(week, test) == figures, "the figures of a past week stay")
        #expect(try await self.stock(of: week, test) == stock, "and by the units of then as well")
    }

    private func figures(_ week: Week, _ test: TestOffice) async throws -> WeeklyReport.Figures {
        try await test.office.read { try WeeklyReportQueries.figures(of: test.ground.team, in: week, $0) }
    }

    @Test func aRefusalInTheMiddleLeavesEverythingAsItWas() async throws {
        let test = try await TestOffice()
        let provinces = TwoProvinces(beginning: Day(number: 19_000), communes: 6, districts: 2, departments: 2)
        try await provinces.settle(100, in: test)
        let prepared = try await test.office.perform(
            PrepareReorganisation(plan: provinces.plan, on: test.clock.now.day), as: .staff(test.cast.admin))
        let before = try await open(test)
        // The last write of the carrying out fails: a disk, a constraint, a crash.
        try await test.database.write { tx in
            try tx.run("CREATE UNIQUE INDEX carried_out_never ON reorganisation (state)")
            try tx.run(
                """
                INSERT INTO reorganisation (id, on_day, state, plan, prepared_at)
                SELECT '00000000000000000000000000', on_day, 'carriedOut', plan, prepared_at FROM reorganisation
                """)
        }
        await #expect(throws: (any Error).self) {
            try await test.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .staff(test.cast.admin))
        }
        #expect(try await open(test) == before)
        let register = try await test.office.read { try OrganisationStore.register($0) }
        #expect(register.successions.isEmpty)
        #expect(try await test.office.read { try ReorganisationStore.load(prepared.id, $0) }?.state == .prepared)
    }
}
