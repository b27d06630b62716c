import Domain
import Operations
import Storage
import Testing
import TestSupport

/// Entries come in once, whatever the line does.
@Suite(.eachEngine, .timeLimit(.minutes(3))) struct AddVisitEntryTests {
    private let key = "0123456789abcdef"

    private func entries(_ test: TestOffice, _ visit: FieldVisit) async throws -> [VisitEntry] {
        try await test.office.read { try VisitStore.entries(of: visit.id, $0) }
    }

    @Test func bothTimesAreKept() async throws {
        let test = try await TestOffice()
        let visit = try await test.visited(try await test.assigned())
        let added = try await test.office.perform(AddVisitEntry(visit: visit.id, entry: test.entry(key)), as: .staff(test.cast.nga))
        #expect(try await entries(test, visit) == [added])
        #expect(added.takenAt == test.clock.now.adding(minutes: -30) && added.receivedAt == test.clock.now)
        #expect(added.authorName == "Hoàng Thị Nga")
    }

    @Test func theSameKeyTwiceIsOneEntryAndTheFirstStays() async throws {
        let test = try await TestOffice()
        let visit = try await test.visited(try await test.assigned())
        let nga = Actor.staff(test.cast.nga)
        let first = try await test.office.perform(AddVisitEntry(visit: visit.id, entry: test.entry(key)), as: nga)
        let again = try await test.office.perform(AddVisitEntry(visit: visit.id, entry: test.entry(key, "khác")), as: nga)
        #expect(again == first)
        #expect(try await entries(test, visit) == [first])
    }

    @Test func theSameKeyFromTwentyAtOnceIsOneEntry() async throws {
        let test = try await TestOffice()
        let visit = try await test.visited(try await test.assigned())
        let (office, draft, nga) = (test.office, test.entry(key, photo: Samples.png), Actor.staff(test.cast.nga))
        let ids = try await withThrowingTaskGroup(of: ID<VisitEntry>.self) { group in
            for _ in 0..<20 { group.addTask { try await office.perform(AddVisitEntry(visit: visit.id, entry: draft), as: nga).id } }
            return try await group.reduce(into: Set<ID<VisitEntry>>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await test.rows(in: "visit_entry") == 1)
    }

    @Test func aPhotoComesBackAsItWas() async throws {
        let test = try await TestOffice()
        let visit = try await test.visited(try await test.assigned())
        let entry = try await test.office.perform(
            AddVisitEntry(visit: visit.id, entry: test.entry(key, "", photo: Samples.png)), as: .staff(test.cast.nga))
        let found = try await test.office.read { try VisitStore.photo(of: entry.id, in: visit.id, $0) }
        #expect(found?.bytes == Samples.png && found?.photo.contentType == "image/png")
    }

    @Test func theCaseDoesNotChangeByAnEntry() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        let visit = try await test.visited(petition)
        let before = try await test.load(petition.id)
        try await test.office.perform(AddVisitEntry(visit: visit.id, entry: test.entry(key)), as: .staff(test.cast.nga))
        #expect(try await test.load(petition.id) == before)
    }

    @Test func whatComesAWeekAfterTheMinutesIsRefusedButNotWhatIsThereAlready() async throws {
        let test = try await TestOffice()
        let visit = try await test.visited(try await test.assigned())
        let nga = Actor.staff(test.cast.nga)
        _ = try await test.office.perform(CloseVisit(visit: visit.id, minutes: TestOffice.minutes), as: nga)
        test.clock.advance(days: 6)
        let late = try await test.office.perform(AddVisitEntry(visit: visit.id, entry: test.entry(key)), as: nga)
        test.clock.advance(days: 2)
        #expect(try await test.office.perform(AddVisitEntry(visit: visit.id, entry: test.entry(key)), as: nga) == late)
        await #expect(throws: Refusal.isOver) {
            try await test.office.perform(AddVisitEntry(visit: visit.id, entry: test.entry("another-key-0001")), as: nga)
        }
    }

    @Test func whoeverMayNotWriteIntoTheCaseAddsNothing() async throws {
        let test = try await TestOffice()
        let visit = try await test.visited(try await test.assigned())
        await #expect(throws: Refusal.notPermitted(VisitRights.write)) {
            try await test.office.perform(AddVisitEntry(visit: visit.id, entry: test.entry(key)), as: .staff(test.cast.tam))
        }
        #expect(try await test.rows(in: "visit_entry") == 0)
    }
}
