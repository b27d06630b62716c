import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// What the provider tells back of messages to a sender.
@Suite(.eachEngine) struct EchoTests {
    private func opened() async throws -> (test: TestOffice, petition: Case, text: String) {
        let test = try await TestOffice()
        try await test.zalo("Đường bị lún", id: "m-1")
        return (test, try await test.newest(), try #require(try await test.outbox().first))
    }

    private func hear(_ content: Inbound.Content, id: String, in test: TestOffice) async throws {
        let inbound = Inbound(channel: .zalo, externalID: id, sender: "z-1", sentAt: test.clock.now, content: content)
        try await test.office.perform(ReceiveMessage(inbound), as: .sender)
    }

    private func entries(_ test: TestOffice, _ petition: Case) async throws -> [OutboxEntry] {
        try await test.office.read { try OutboxStore.of(petition.id, $0) }
    }

    @Test func aMessageWhoseAnswerWasLostIsKnownByItsEchoAndNotSentTwice() async throws {
        let (test, petition, text) = try await opened()
        let wire = RecordingWire()
        wire.answer(.retry(after: 0, reason: "không trả lời"))
        let couriers = Couriers(office: test.office, wires: [wire], pause: { _ in })
        await couriers.workOnce()
        try await hear(.said(Words(text), officer: ""), id: "e-1", in: test)
        test.clock.advance(hours: 1)
        await couriers.workOnce()
        #expect(wire.delivered.count == 1)
        #expect(try await entries(test, petition).map(\.state) == [.sent])
        #expect(try await test.rows(in: "message") == 1, "an echo of ours is no message")
    }

    @Test func aFileUnderWayIsKnownByAnEchoWithAFileAndNotByWords() async throws {
        let (test, petition, _) = try await opened()
        let wire = RecordingWire()
        let couriers = Couriers(office: test.office, wires: [wire], pause: { _ in })
        await couriers.workOnce()
        let file = Outgoing(
            id: id(7), channel: .zalo, recipient: "z-1", text: "", files: [id(8)])
        try await test.database.write { tx in
            try OutboxStore.insert(file, contact: petition.contact, petition: petition.id, at: test.clock.now, tx)
            try OutboxStore.postpone(file.id, until: test.clock.now.adding(hours: 1), reason: "không trả lời", tx)
        }
        try await hear(.said(Words("Chúc mừng năm mới"), officer: ""), id: "e-1", in: test)
        #expect(try await entries(test, petition).map(\.state).contains(.waiting))
        let picture = Words("", files: [.remote(RemoteFile(address: "https://f1.zdn.vn/a.jpg"))])
        try await hear(.said(picture, officer: ""), id: "e-2", in: test)
        #expect(try await entries(test, petition).map(\.state) == [.sent, .sent])
    }

    @Test func whatStaffTypedInTheProvidersChatJoinsTheConversationOnce() async throws {
        let (test, petition, _) = try await opened()
        test.clock.advance(seconds: 1)
        for _ in 1...2 { try await hear(.said(Words("Chào anh, xin anh gửi ảnh."), officer: "cán bộ 7"), id: "e-2", in: test) }
        let messages = try await test.office.read { try MessageStore.of(petition.id, $0) }
        #expect(messages.map(\.text) == ["Đường bị lún", "Chào anh, xin anh gửi ảnh."])
        #expect(messages.last?.direction == .outbound && messages.last?.author == "cán bộ 7")
        #expect(try await test.rows(in: "petition") == 1)
    }

    @Test func arrivedAndSeenAreNotedAtTheirFirstTime() async throws {
        let (test, petition, _) = try await opened()
        let wire = RecordingWire()
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        let first = test.clock.now
        try await hear(.receipt(Receipt(.arrived, messages: ["r-1"])), id: "a-1", in: test)
        test.clock.advance(minutes: 5)
        try await hear(.receipt(Receipt(.seen, messages: ["r-1", "r-2"])), id: "s-1", in: test)
        try await hear(.receipt(Receipt(.arrived, messages: ["r-1"])), id: "a-2", in: test)
        let entry = try #require(try await entries(test, petition).first)
        #expect(entry.arrivedAt == first && entry.seenAt == test.clock.now)
    }

    @Test func whoTellsWhoHeIsKeepsWhatHeSaidBefore() async throws {
        let (test, petition, _) = try await opened()
        var person = Contact.Person()
        person.name = "Trần Văn Bình"
        person.phone = "0912 345 678"
        try await hear(.told(person), id: "i-1", in: test)
        var more = Contact.Person()
        more.address = "Lô CN-02"
        try await hear(.told(more), id: "i-2", in: test)
        let contact = try #require(try await test.office.read { try ContactStore.load(petition.contact, $0) })
        #expect(contact.person.name == "Trần Văn Bình" && contact.person.address == "Lô CN-02")
        #expect(contact.person.phoneKey == "+84912345678")
    }
}
