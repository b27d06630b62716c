import Domain
import Operations
import Storage
import Testing
import TestSupport

/// A visit ends with its minutes.
@Suite(.eachEngine) struct CloseVisitTests {
    @Test func minutesAreKeptAndStandInTheJournal() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let visit = try await test.visited(petition)
        let closed = try await test.office.perform(
            CloseVisit(visit: visit.id, minutes: TestOffice.minutes), as: .staff(test.cast.nga))
        #expect(try await test.office.read { try VisitStore.load(visit.id, $0) } == closed)
        guard case .noted(let note)? = try await test.events(of: petition).last else { throw Missing("a note") }
        #expect(note.kind == .field && note.text.contains("Nền đường lún 20 cm") && note.text.contains("Chủ đầu tư: Gia cố nền"))
    }

    @Test func minutesAreNeverWrittenOver() async throws {
        let test = try await TestOffice()
        let visit = try await test.visited(try await test.assigned())
        let first = try await test.office.perform(CloseVisit(visit: visit.id, minutes: TestOffice.minutes), as: .staff(test.cast.nga))
        var other = TestOffice.minutes
        other.findings = "Không thấy gì đáng kể."
        await #expect(throws: Refusal.isOver) {
            try await test.office.perform(CloseVisit(visit: visit.id, minutes: other), as: .staff(test.cast.quan))
        }
        #expect(try await test.office.read { try VisitStore.load(visit.id, $0) } == first)
    }

    @Test func minutesThatSayNothingAreRefused() async throws {
        let test = try await TestOffice()
        let visit = try await test.visited(try await test.assigned())
        var empty = TestOffice.minutes
        empty.findings = ""
        await #expect(throws: Refusal.invalid([Problem("findings", .missing)])) {
            try await test.office.perform(CloseVisit(visit: visit.id, minutes: empty), as: .staff(test.cast.nga))
        }
    }
}
