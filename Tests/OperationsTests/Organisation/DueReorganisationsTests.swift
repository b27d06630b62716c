import Domain
import Operations
import Storage
import TestSupport
import Testing

/// The clock carries plans out when their day has come.
@Suite struct DueReorganisationsTests {
    @Test func aPlanWaitsForItsDayAndIsThenCarriedOutWithoutAnybody() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let plan = ReorganisationPlan(
            title: "Nhập Ban vào Sở", document: Decision(number: "7/QĐ", date: try day("2026-08-01")),
            steps: [.merge(from: ["bql-kcn"], into: "so-cong-thuong")])
        let prepared = try await test.office.perform(
            PrepareReorganisation(plan: plan, on: try day("2026-08-10")), as: .staff(test.cast.admin))
        try await look(test)
        #expect(try await test.load(petition.id).lead == test.ground.parkBoard.id, "not before its day")
        test.clock.set(try moment("2026-08-10T00:05"))
        try await look(test)
        let moved = try await test.load(petition.id)
        #expect(moved.lead == test.ground.industry.id)
        #expect(moved.clock.due == petition.clock.due)
        #expect(try await test.office.read { try ReorganisationStore.load(prepared.id, $0) }?.state == .carriedOut)
    }

    /// One look at the calendar, as a server takes it at its start: it is over when the clock begins to wait for the next.
    private func look(_ test: TestOffice) async throws {
        let (waits, wait) = AsyncStream<Void>.makeStream()
        let (silence, speech) = AsyncStream<Void>.makeStream()
        let due = DueReorganisations(office: test.office) { _ in
            wait.yield()
            for await _ in silence {}
        }
        let task = Task { await due.run() }
        for await _ in waits { break }
        task.cancel()
        await task.value
        speech.finish()
    }
}
