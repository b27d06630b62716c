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
        let id = try await group(test)
        let opened = try await test.office.perform(CaptureCases(id, lines: lines, files: []), as: .staff(test.cast.lan))
        #expect(opened.map(\.channel) == [.zaloGroup, .zaloGroup])
        let contact = try await test.office.read { try ContactStore.load(opened[0].contact, $0) }
        #expect(contact?.person.name == "An" && contact?.address == nil)
        let shown = try await test.office.read { try ChatGroupTalkStore.newest(of: id, limit: 10, $0) }
        #expect(shown.map(\.who) == ["Bình", "An"] && shown.map(\.number) == opened.reversed().map(\.number))
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

    /// A line with a picture in a group that the account owns.
    private func lineWithPicture(_ test: TestOffice) async throws -> (group: ID<ChatGroup>, line: GroupLine) {
        test.clock.advance(minutes: 1)
        let picture = RemoteFile(address: "https://f.zdn.vn/anh.jpg", name: nil, size: nil)
        let inbound = Inbound(
            channel: .zaloGroup, externalID: "g-m-1", sender: "70", sentAt: test.clock.now,
            content: .group(GroupNews(group: "g-1", .message(Words("Ngập ở đây", files: [.remote(picture)])))))
        try await test.office.perform(ReceiveMessage(inbound), as: .sender)
        return try await test.office.read { tx in
            let group = try #require(try ChatGroupStore.find("g-1", tx))
            return (group.id, try #require(try ChatGroupTalkStore.newest(of: group.id, limit: 1, tx).first))
        }
    }

    @Test func theFilesOfALineGoWithItIntoTheCaseThatItIsNotedIn() async throws {
        let test = try await TestOffice()
        let petition = try await test.submit("Đường ngập nặng ở cổng")
        let (group, line) = try await lineWithPicture(test)
        #expect(line.files == 1)
        let verb = NoteFromGroup(group, message: line.message, number: petition.number.text)
        _ = try await test.office.perform(verb, as: .staff(test.cast.lan))
        let messages = try await test.office.read { try MessageStore.of(petition.id, $0) }
        #expect(messages.count == 2 && messages.last?.text.contains("nhóm Zalo") == true)
        let carried = try await test.number("SELECT count(*) AS n FROM attachment WHERE message = \(messages.last?.id)")
        #expect(carried == 1)
    }

    @Test func wordsThatBecameACaseAreSeenByWhoMayOpenIt() async throws {
        let test = try await TestOffice()
        let (group, line) = try await lineWithPicture(test)
        #expect(line.seen(by: .staff(test.cast.nga)) == line)
        let opened = try await test.office.perform(OpenFromGroup(group, message: line.message), as: .staff(test.cast.lan))
        let taken = try await test.office.read { try #require(try ChatGroupTalkStore.newest(of: group, limit: 1, $0).first) }
        #expect(taken.seen(by: .staff(test.cast.lan)).number == opened.number)
        let closed = taken.seen(by: .staff(test.cast.nga))
        #expect(closed.who.isEmpty && closed.text.isEmpty && closed.files == 0 && closed.number == nil && closed.subject != nil)
        var restricted = taken
        restricted.subject?.isRestricted = true
        #expect(restricted.seen(by: .staff(test.cast.lan)).text.isEmpty)
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
