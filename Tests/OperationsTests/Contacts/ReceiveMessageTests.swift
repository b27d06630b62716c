import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Petitions in a line over Zalo.
@Suite(.eachEngine) struct ReceiveMessageTests {
    @Test func oneLineOpensACaseAndTheSenderGetsItsCode() async throws {
        let office = try await TestOffice()
        try await office.zalo("Đường vào KCN bị sụt lún", id: "m-1")
        let petition = try await office.newest()
        #expect(petition.title == "Đường vào KCN bị sụt lún")
        #expect(petition.channel == .zalo)
        let told = try await office.outbox()
        #expect(told.count == 1)
        #expect(told[0].contains(petition.lookupCode.grouped))
        #expect(told[0].contains("22/08/2026"))
    }

    @Test func theSameMessageTwiceChangesNothing() async throws {
        let office = try await TestOffice()
        try await office.zalo("Đường bị lún", id: "m-1")
        let before = try await office.newest()
        try await office.zalo("Đường bị lún", id: "m-1")
        #expect(try await office.newest() == before)
        #expect(try await office.rows(in: "message") == 1)
        #expect(try await office.rows(in: "outbox") == 1)
    }

    @Test func theSecondLineJoinsTheOpenCase() async throws {
        let office = try await TestOffice()
        try await office.zalo("Đường bị lún", id: "m-1")
        try await office.zalo("Ở cổng số 2", id: "m-2")
        #expect(try await office.rows(in: "petition") == 1)
        #expect(try await office.events(of: try await office.newest()).map(\.verb) == ["received", "wrote"])
    }

    @Test func twoSendersHaveTwoCases() async throws {
        let office = try await TestOffice()
        try await office.zalo("Đường bị lún", from: "z-1", id: "m-1")
        try await office.zalo("Mất điện", from: "z-2", id: "m-2")
        let (one, other) = (try await office.newest(of: "z-1"), try await office.newest(of: "z-2"))
        #expect(one.id != other.id && one.contact != other.contact)
    }

    @Test func aReplyInAPauseStartsTheClockAndGivesTheDaysBack() async throws {
        let office = try await TestOffice()
        try await office.zalo("Đường bị lún", id: "m-1")
        _ = try await office.asked(try await office.newest())
        office.clock.set(try moment("2026-08-05T08:00"))
        try await office.zalo("Ở cổng số 2", id: "m-2")
        let petition = try await office.newest()
        #expect(!petition.clock.isPaused)
        #expect(petition.clock.due.day == (try day("2026-08-25")))
        #expect(try await office.outbox().last?.contains("25/08/2026") == true)
    }

    @Test func aPictureWithoutWordsOpensACase() async throws {
        let office = try await TestOffice()
        try await office.zalo("", id: "m-1", files: [RemoteFile(address: "https://p.example/1")])
        let petition = try await office.newest()
        #expect(petition.title == "(Gửi tệp, không kèm lời)")
        let files = try await office.office.read { try AttachmentQueries.of(petition.id, $0) }
        #expect(files.map(\.state) == [.coming])
    }

    @Test func textIsCleanedAtTheDoor() async throws {
        let office = try await TestOffice()
        try await office.zalo("  Đươ\u{300}ng bị\u{202E} lún\r\n", id: "m-1")
        let petition = try await office.newest()
        let messages = try await office.office.read { try MessageStore.of(petition.id, $0) }
        #expect(Array(messages[0].text.unicodeScalars) == Array("Đường bị lún".unicodeScalars))
    }

    @Test func followingIsGreetedOnce() async throws {
        let office = try await TestOffice()
        for externalID in ["f-1", "f-2"] {
            let follow = Inbound(channel: .zalo, externalID: externalID, sender: "z-1", sentAt: office.clock.now, content: .follow)
            try await office.office.perform(ReceiveMessage(follow), as: .sender)
        }
        #expect(try await office.outbox().count == 1)
        #expect(try await office.rows(in: "petition") == 0)
        let leave = Inbound(channel: .zalo, externalID: "f-3", sender: "z-1", sentAt: office.clock.now, content: .unfollow)
        try await office.office.perform(ReceiveMessage(leave), as: .sender)
        #expect(try await office.office.read { try ContactStore.find(.zalo, address: "z-1", $0) }?.follows == false)
    }

    @Test func anEventThatSaysNothingOpensNothing() async throws {
        let office = try await TestOffice()
        let seen = Inbound(channel: .zalo, externalID: "s-1", sender: "z-1", sentAt: office.clock.now, content: .notice("user_seen_message"))
        try await office.office.perform(ReceiveMessage(seen), as: .sender)
        #expect(try await office.rows(in: "contact") == 0)
    }
}
