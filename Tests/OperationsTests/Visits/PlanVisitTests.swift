import Domain
import Operations
import Storage
import Testing
import TestSupport

/// A visit is planned.
@Suite(.eachEngine) struct PlanVisitTests {
    @Test func aPlanIsKeptAndStandsInTheJournal() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let visit = try await test.visited(petition)
        let kept = try await test.office.read { try VisitStore.of(petition.id, $0) }
        #expect(kept == [visit])
        guard case .noted(let note)? = try await test.events(of: petition).last else { throw Missing("a note") }
        #expect(note.kind == .field)
        #expect(note.text.contains("10:00 03/08/2026") && note.text.contains("Cổng số 2") && note.text.contains("Ông Ba"))
    }

    @Test func aPlanMadeOfAnOldPageIsRefused() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        _ = try await test.visited(petition)
        await #expect(throws: Refusal.changedMeanwhile) { try await test.visited(petition) }
        #expect(try await test.rows(in: "visit") == 1)
    }

    @Test func whoeverMayNotWriteIntoTheCaseMayNotPlan() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let verb = PlanVisit(petition: petition.id, version: petition.version, plan: test.plan(petition))
        for person in [test.cast.tam, test.cast.admin] {
            await #expect(throws: Refusal.notPermitted(VisitRights.plan)) { try await test.office.perform(verb, as: .staff(person)) }
        }
    }

    @Test func aPlanForYesterdayIsRefused() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let plan = test.plan(petition, on: test.clock.now.day.adding(-1))
        await #expect(throws: Refusal.invalid([Problem("day", .dateInPast)])) {
            try await test.office.perform(PlanVisit(petition: petition.id, version: petition.version, plan: plan), as: .staff(test.cast.nga))
        }
    }
}
