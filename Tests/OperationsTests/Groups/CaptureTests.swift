import Database
import Domain
import Operations
import Storage
import Testing
import TestSupport

/// What is taken down from ordinary groups.
@Suite(.eachEngine) struct CaptureTests {
    private func group(_ test: TestOffice) async throws -> ID<ChatGroup> {
        try await test.office.perform(
            TendGroup(nil, GroupEntry(name: "Nhóm KCN", kind: .ordinary, keeper: test.cast.lan.id)), as: .staff(test.cast.lan)).id
    }

    @Test func eachLineBecomesACaseOfItsSpeaker() async throws {
        let test = try await TestOffice()
        let now = test.clock.now
        let lines = [
            Capture(who: "An", at: now.adding(hours: -2), text: "Đường vào xưởng ngập"), Capture(who: "Bình", at: now, text: "Điện chập chờn"),
        ]
        let opened = try await test.office.perform(CaptureCases(try await group(test), lines: lines, files: []), as: .staff(test.cast.lan))
        #expect(opened.map(\.channel) == [.zaloGroup, .zaloGroup])
        let contact = try await test.office.read { try ContactStore.load(opened[0].contact, $0) }
        #expect(contact?.person.name == "An" && contact?.address == nil)
    }

    @Test func whatLiesTooFarBackOrAheadIsRefused() async throws {
        let test = try await TestOffice()
        let id = try await group(test)
        for at in [test.clock.now.adding(hours: 1), test.clock.now.adding(hours: -24 * 61)] {
            let verb = CaptureCases(id, lines: [Capture(who: "An", at: at, text: "Đường ngập")], files: [])
            await #expect(throws: Refusal.invalid([Problem("at0", .tooFar(60))])) {
                try await test.office.perform(verb, as: .staff(test.cast.lan))
            }
        }
    }

    @Test func linesJoinACaseAsANote() async throws {
        let test = try await TestOffice()
        let petition = try await test.submit("Đường ngập nặng ở cổng")
        let lines = [Capture(who: "An", at: test.clock.now, text: "Hôm nay vẫn ngập")]
        let verb = CaptureNote(try await group(test), number: petition.number.text, lines: lines, files: [])
        _ = try await test.office.perform(verb, as: .staff(test.cast.lan))
        let last = try await test.events(of: petition).last
        guard case .noted(let note)? = last else {
            Issue.record("no note: \(String(describing: last))")
            return
        }
        #expect(note.text.contains("Hôm nay vẫn ngập") && note.text.contains("Nhóm KCN"))
    }

    @Test func onlyWhoLooksAfterAGroupChangesIt() async throws {
        let test = try await TestOffice()
        let id = try await group(test)
        await #expect(throws: Refusal.notPermitted(.administer)) {
            try await test.office.perform(TendGroup(id, GroupEntry(name: "Khác", kind: .ordinary)), as: .staff(test.cast.duc))
        }
    }

    @Test func aPostCallsNobodyAndFitsOneMessage() async throws {
        let test = try await TestOffice()
        let entry = GroupEntry(name: "GMF", kind: .owned, externalID: "g1", keeper: test.cast.lan.id)
        let owned = try await test.office.perform(TendGroup(nil, entry), as: .staff(test.cast.lan))
        let text = "Gửi [@g1]. " + String(repeating: "Câu này dài. ", count: 300)
        try await test.office.perform(PostToGroup(owned.id, text: text), as: .staff(test.cast.lan))
        let sent = try #require(try await test.outbox().first)
        #expect(!sent.contains("[@") && sent.utf16.count <= 2000)
    }
}
