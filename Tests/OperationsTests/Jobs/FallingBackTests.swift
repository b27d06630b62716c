import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// What must reach a sender takes the next way when one is closed, at last a person's.
@Suite(.eachEngine) struct FallingBackTests {
    private func asked(_ means: DeliveryRoute.Means) async throws -> (test: TestOffice, office: Office, petition: Case) {
        let test = try await TestOffice()
        let office = Office(
            database: test.database, world: test.office.world, settings: OfficeSettings(baseURL: test.office.settings.baseURL, means: means),
            passwords: test.office.passwords, log: test.office.log)
        try await test.zalo("Đường bị lún", id: "m-1")
        await Couriers(office: office, wires: [RecordingWire()], pause: { _ in }).workOnce()
        let petition = try await test.newest()
        var told = Contact.Person()
        told.phone = "0912 345 678"
        told.email = "lan@vidu.vn"
        let sender = try #require(try await office.read { try ContactStore.load(petition.contact, $0)?.address })
        let inbound = Inbound(channel: .zalo, externalID: "i-1", sender: sender, sentAt: test.clock.now, content: .told(told))
        try await office.perform(ReceiveMessage(inbound), as: .sender)
        let staff = Actor.staff(test.cast.lan)
        test.clock.advance(seconds: 1)
        let step = AskSender(petition: petition.id, version: petition.version, question: "Xin gửi ảnh vị trí sụt lún.")
        return (test, office, try await office.perform(step, as: staff))
    }

    private func outbox(_ test: TestOffice, _ petition: Case) async throws -> [OutboxEntry] {
        try await test.office.read { try OutboxStore.of(petition.id, $0) }.sorted { $0.id < $1.id }
    }

    private func tasks(_ test: TestOffice, _ petition: Case) async throws -> [ReplyTask] {
        try await test.office.read { try ReplyTaskStore.of(petition.id, $0) }
    }

    @Test func aShutWindowGoesOnByTemplateThenByMailThenByTelephone() async throws {
        let (test, office, petition) = try await asked(.init(mail: true, templates: true))
        let (zalo, mail) = (RecordingWire(.zalo), RecordingWire(.mail))
        zalo.answer(.shut(reason: "quá 7 ngày"))
        mail.answer(.giveUp(reason: "không có hộp thư"))
        let couriers = Couriers(office: office, wires: [zalo, mail], pause: { _ in })
        for _ in 1...4 {
            test.clock.advance(seconds: 1)
            await couriers.workOnce()
        }
        let question = try await outbox(test, petition).suffix(4)
        #expect(question.map(\.channel) == [.zalo, .zalo, .zalo, .mail])
        #expect(question.map(\.state) == [.replaced, .replaced, .replaced, .replaced])
        let task = try #require(try await tasks(test, petition).first)
        #expect(task.text.contains("ảnh vị trí sụt lún"), "who calls reads out the question, not that there is one")
        #expect(mail.delivered.first?.text.contains("ảnh vị trí sụt lún") == true)
        #expect(task.kind == .call && task.reason == "không có hộp thư" && task.done == nil)
        #expect(mail.delivered.first?.subject.contains(petition.number.text) == true)
        #expect(!(mail.delivered.first?.text.contains("0912") ?? true))
    }

    @Test func aQuestionThatHasBeenAnsweredCallsForNoTelephoneAnyMore() async throws {
        let test = try await TestOffice()
        let petition = try await test.submit("Xin hướng dẫn thủ tục gia hạn giấy phép.")
        test.clock.advance(minutes: 5)
        let asked = try await test.office.perform(
            AskSender(petition: petition.id, version: petition.version, question: "Xin gửi bản chụp giấy phép cũ."),
            as: .staff(test.cast.lan))
        #expect(try await tasks(test, asked).map { $0.done == nil } == [true])
        test.clock.advance(minutes: 5)
        let arranged = try await test.office.perform(
            ArrangeCallBack(petition: petition.id, text: "Báo lịch làm việc với Sở.", dueAt: nil, account: nil), as: .staff(test.cast.lan))
        _ = try await test.office.perform(SupplyByCode(code: asked.lookupCode, text: "Đã gửi bản chụp.", files: []), as: .sender)
        let task = try #require(try await tasks(test, asked).first)
        #expect(task.done?.at == test.clock.now && task.done?.reached == false)
        let other = try #require(try await tasks(test, asked).first { $0.id == arranged.id })
        #expect(other.done == nil, "what an officer promised is still to be done")
    }

    @Test func wordsOfProgressThatCannotArriveStayFailedForAPersonToSee() async throws {
        let test = try await TestOffice()
        let wire = RecordingWire()
        wire.answer(.shut(reason: "đã chặn"))
        try await test.zalo("Đường bị lún", id: "m-1")
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        let petition = try await test.newest()
        #expect(try await outbox(test, petition).map(\.state) == [.failed])
        #expect(try await tasks(test, petition).isEmpty)
        let health = try await test.office.read { try ChannelHealthStore.load(.zalo, $0) }
        #expect(health?.failedAt == nil, "one closed chat is no illness of the channel")
    }

    /// An officer's words with two files, in a chat.
    private func told(_ mail: Bool) async throws -> (test: TestOffice, office: Office, petition: Case) {
        let (test, office, petition) = try await asked(.init(mail: mail, templates: true))
        let files = ["so-do.pdf", "bien-ban.pdf"].map { UploadedFile(name: $0, bytes: Samples.pdf, recognised: .pdf) }
        test.clock.advance(seconds: 1)
        let step = TellSender(petition: petition.id, version: petition.version, text: "Xin xem hai tệp kèm theo.", files: files)
        return (test, office, try await office.perform(step, as: .staff(test.cast.lan)))
    }

    @Test func wordsWithFilesTakeOneWayTogetherWhenTheChatIsShut() async throws {
        let (test, office, petition) = try await told(true)
        let (zalo, mail) = (RecordingWire(.zalo), RecordingWire(.mail))
        zalo.answer(.shut(reason: "quá 7 ngày"))
        let couriers = Couriers(office: office, wires: [zalo, mail], pause: { _ in })
        for _ in 1...8 {
            test.clock.advance(seconds: 10)
            await couriers.workOnce()
        }
        let templates = try await test.number("SELECT count(*) AS n FROM outbox WHERE content <> '{\"text\":{}}' AND weight = 'reply'")
        #expect(templates == 2, "one to his id and one to his telephone, for the words alone")
        let letters = mail.delivered.filter { $0.text.contains("hai tệp kèm theo") }
        #expect(letters.count == 1 && letters.first?.files.count == 2)
        #expect(mail.delivered.allSatisfy { !$0.text.isEmpty })
        #expect(try await tasks(test, petition).allSatisfy { !$0.text.isEmpty })
    }

    @Test func aFileThatTheChatRefusesIsSaidToStandOnThePageOfItsCase() async throws {
        let (test, office, petition) = try await told(false)
        let words = try await outbox(test, petition).filter { !$0.text.isEmpty }.map(\.id)
        try await test.database.write { tx in
            for id in words { try OutboxStore.markSent(id, receipt: "r-\(id.text)", at: test.clock.now, tx) }
        }
        let zalo = RecordingWire(.zalo)
        zalo.answer(.giveUp(reason: "loại tệp không được nhận"))
        test.clock.advance(seconds: 10)
        await Couriers(office: office, wires: [zalo], pause: { _ in }).workOnce()
        let after = try await outbox(test, petition)
        #expect(after.filter { $0.text.contains("so-do.pdf") || $0.text.contains("bien-ban.pdf") }.count == 2)
        #expect(after.filter { $0.text.isEmpty }.allSatisfy { $0.state == .replaced })
    }

    @Test func aFailureIsSettledOnceByAnOfficerOrTriedAgain() async throws {
        let test = try await TestOffice()
        let wire = RecordingWire()
        wire.answer(.giveUp(reason: "lỗi"))
        try await test.zalo("Đường bị lún", id: "m-1")
        let couriers = Couriers(office: test.office, wires: [wire], pause: { _ in })
        await couriers.workOnce()
        let failure = try #require(try await test.office.read { try OutboxQueries.failures(before: nil, limit: 10, $0) }.first)
        let staff = Actor.staff(test.cast.lan)
        try await test.office.perform(TryAgain(failure.id), as: staff)
        await couriers.workOnce()
        #expect(wire.delivered.count == 2)
        try await test.office.perform(HandleFailure(failure.id), as: staff)
        #expect(try await test.office.read { try OutboxQueries.failures(before: nil, limit: 10, $0) }.isEmpty)
        await #expect(throws: Refusal.noSuch(.outgoing)) { try await test.office.perform(HandleFailure(failure.id), as: staff) }
        await #expect(throws: Refusal.noSuch(.outgoing)) { try await test.office.perform(TryAgain(failure.id), as: staff) }
    }

    @Test func aDeadProviderIsNotAskedForEveryLetter() async throws {
        let test = try await TestOffice()
        let wire = RecordingWire()
        wire.answer(.retry(after: 0, reason: "không kết nối được"))
        for number in 1...10 { try await test.zalo("Đường bị lún", from: "z-\(number)", id: "m-\(number)") }
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        #expect(wire.delivered.count == 3)
        wire.answer(.delivered(receipt: "r"))
        test.clock.advance(seconds: 60)
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        #expect(try await test.number("SELECT count(*) AS n FROM outbox WHERE state = 'sent'") == 10)
    }
}
