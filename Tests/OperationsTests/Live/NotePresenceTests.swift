import Domain
import Operations
import Storage
import Testing
import TestSupport

/// Who has a case before him.
@Suite(.eachEngine) struct NotePresenceTests {
    private func others(_ test: TestOffice, _ petition: Case, than account: Account) async throws -> [String] {
        let now = test.clock.now
        return try await test.office.read { try PresenceStore.others(in: petition.id, than: account.id, at: now, $0) }
            .map { "\($0.name) \($0.activity.rawValue)" }
    }

    @Test func writersComeFirstAndNobodySeesHimself() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        for (person, activity) in [(test.cast.lan, Presence.Activity.view), (test.cast.nga, .edit), (test.cast.nga, .edit)] {
            try await test.office.perform(NotePresence(code: petition.number.text, activity: activity), as: .staff(person))
        }
        #expect(try await others(test, petition, than: test.cast.mai) == ["Hoàng Thị Nga edit", "Nguyễn Thị Lan view"])
        #expect(try await others(test, petition, than: test.cast.nga) == ["Nguyễn Thị Lan view"])
    }

    @Test func theCaseDoesNotChangeByBeingLookedAt() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        try await test.office.perform(NotePresence(code: petition.number.text, activity: .edit), as: .staff(test.cast.nga))
        #expect(try await test.load(petition.id) == petition)
    }

    @Test func whoeverGivesNoSignFades() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        try await test.office.perform(NotePresence(code: petition.number.text, activity: .view), as: .staff(test.cast.nga))
        test.clock.advance(seconds: Presence.fading)
        #expect(try await others(test, petition, than: test.cast.lan).isEmpty)
    }

    @Test func whoeverLeavesIsGoneAtOnce() async throws {
        let test = try await TestOffice()
        let petition = try await test.assigned()
        for activity in [Presence.Activity.view, nil] {
            try await test.office.perform(NotePresence(code: petition.number.text, activity: activity), as: .staff(test.cast.nga))
        }
        #expect(try await others(test, petition, than: test.cast.lan).isEmpty)
    }

    @Test func whoeverMayNotSeeTheCaseIsNotThere() async throws {
        let test = try await TestOffice()
        let restricted = try await test.restricted()
        let led = try await test.assigned()
        for (person, petition) in [(test.cast.hung, restricted), (test.cast.tam, led)] {
            await #expect(throws: Refusal.notPermitted(.view)) {
                try await test.office.perform(NotePresence(code: petition.number.text, activity: .view), as: .staff(person))
            }
        }
        #expect(try await test.rows(in: "presence") == 0)
        try await test.office.perform(NotePresence(code: restricted.number.text, activity: .view), as: .staff(test.cast.mai))
        #expect(try await test.rows(in: "presence") == 1)
    }
}
