import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Which case a mail belongs to, and which mails are answered.
@Suite(.eachEngine) struct MailThreadTests {
    private func mail(_ words: Words, id: String, from sender: String = "lan@vidu.vn", in test: TestOffice) async throws -> ID<Case>? {
        let inbound = Inbound(channel: .mail, externalID: id, sender: sender, sentAt: test.clock.now, content: .message(words))
        return try await test.office.perform(ReceiveMessage(inbound), as: .sender)
    }

    @Test func aMailOpensACaseUnderItsSubjectAndIsAcknowledgedInItsThread() async throws {
        let test = try await TestOffice()
        let id = try await mail(Words("Kính gửi Tổ công tác…", subject: "Vướng mắc hoàn thuế"), id: "<1@vidu.vn>", in: test)
        let petition = try await test.load(try #require(id))
        #expect(petition.title == "Vướng mắc hoàn thuế" && petition.channel == .mail)
        let wire = RecordingWire(.mail)
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        let letter = try #require(wire.delivered.first)
        #expect(letter.recipient == "lan@vidu.vn" && letter.answers == ["<1@vidu.vn>"])
        #expect(letter.subject.contains(petition.number.text))
    }

    @Test func anAnswerToOurMailJoinsItsCaseAndAnotherMailIsANewMatter() async throws {
        let test = try await TestOffice()
        let wire = RecordingWire(.mail)
        wire.answer(.delivered(receipt: "<ours@donghanh>"))
        let first = try await mail(Words("Một", subject: "Một"), id: "<1@vidu.vn>", in: test)
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        #expect(try await mail(Words("Thêm", answers: ["<ours@donghanh>"]), id: "<2@vidu.vn>", in: test) == first)
        #expect(try await mail(Words("Lại thêm", answers: ["<x@y>", "<1@vidu.vn>"]), id: "<3@vidu.vn>", in: test) == first)
        #expect(try await mail(Words("Việc khác", subject: "Hai"), id: "<4@vidu.vn>", in: test) != first)
    }

    @Test func aCaseNumberInTheSubjectCountsForItsOwnSenderOnly() async throws {
        let test = try await TestOffice()
        let first = try #require(try await mail(Words("Một", subject: "Một"), id: "<1@vidu.vn>", in: test))
        let petition = try await test.load(first)
        let tagged = Words("Thêm", subject: "Re", tag: petition.number.text)
        #expect(try await mail(tagged, id: "<2@vidu.vn>", in: test) == first)
        #expect(try await mail(tagged, id: "<3@xau.vn>", from: "la@xau.vn", in: test) != first)
        let coded = Words("Kế toán của công ty", tag: petition.lookupCode.text)
        #expect(try await mail(coded, id: "<4@vidu.vn>", from: "ketoan@vidu.vn", in: test) == first)
    }

    @Test func mailsOfOneIdThatSayDifferentThingsAreDifferentMails() async throws {
        let test = try await TestOffice()
        let first = try await mail(Words("Bản quét 1", subject: "Scan"), id: "<scan@may.vn>", in: test)
        #expect(try await mail(Words("Bản quét 1", subject: "Scan"), id: "<scan@may.vn>", in: test) == nil)
        let second = try await mail(Words("Bản quét 2", subject: "Scan"), id: "<scan@may.vn>", in: test)
        let third = try await mail(Words("Bản quét 1", subject: "Scan"), id: "<scan@may.vn>", from: "khac@vidu.vn", in: test)
        #expect(Set([first, second, third].compactMap { $0 }).count == 3)
        #expect(try await mail(Words("Bản quét 2", subject: "Scan"), id: "<scan@may.vn>", in: test) == nil)
    }

    @Test func aMachineThatDoesNotSayThatItIsOneIsThankedThreeTimesAnHour() async throws {
        let test = try await TestOffice()
        for turn in 1...6 { _ = try await mail(Words("Cảm ơn Quý khách \(turn)", subject: "Đã nhận"), id: "<\(turn)@may.vn>", in: test) }
        #expect(try await test.rows(in: "outbox") == 3)
        #expect(try await test.rows(in: "petition") == 6, "what it wrote is kept all the same")
        test.clock.advance(hours: 2)
        _ = try await mail(Words("Cảm ơn Quý khách", subject: "Đã nhận"), id: "<7@may.vn>", in: test)
        #expect(try await test.rows(in: "outbox") == 4)
    }

    @Test func aGuessedNumberFromAMailboxWithoutAnAddressJoinsNobodysCase() async throws {
        let test = try await TestOffice()
        try await test.zalo("Đường bị lún", id: "m-1")
        let petition = try await test.newest()
        let tagged = Words("Thêm", subject: "Re", tag: petition.number.text)
        #expect(try await mail(tagged, id: "<1@x>", from: "quản-trị@máy", in: test) != petition.id)
    }

    @Test func aReportOfNoMailOfOursIsReadByAPerson() async throws {
        let test = try await TestOffice()
        let wire = RecordingWire(.mail)
        let bounce = Bounce(messages: ["<la@xau.vn>"], recipient: nil, isPermanent: true, reason: "không có hộp thư")
        let inbound = Inbound(channel: .mail, externalID: "<b@x>", sender: "", sentAt: test.clock.now, content: .bounce(bounce))
        wire.lay([inbound], under: "thư báo lỗi")
        let door = HookDoor(office: test.office, wires: [wire])
        _ = try await door.take(HookDelivery(bytes: Array("thư báo lỗi".utf8), headers: [:]), on: .mail)
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        #expect(try await test.office.read { try UnreadableQueries.waiting(before: nil, limit: 9, $0) }.count == 1)
    }

    @Test func theNameOnAMailDoesNotDisplaceWhatIsKnownOfHim() async throws {
        let test = try await TestOffice()
        _ = try await mail(Words("Một", subject: "Một"), id: "<1@vidu.vn>", in: test)
        for (turn, name) in ["Nghiêm Thị Lan", "PHONG KE TOAN"].enumerated() {
            var told = Contact.Person()
            told.name = name
            let inbound = Inbound(
                channel: .mail, externalID: "<\(turn)@vidu.vn>#from", sender: "lan@vidu.vn", sentAt: test.clock.now, content: .told(told))
            try await test.office.perform(ReceiveMessage(inbound), as: .sender)
        }
        let kept = try await test.office.read { try ContactStore.find(.mail, address: "lan@vidu.vn", $0) }
        #expect(kept?.person.name == "Nghiêm Thị Lan")
    }

    @Test func aMachineIsNeverAnsweredAndAnswersNoQuestion() async throws {
        let test = try await TestOffice()
        _ = try await mail(Words("Tôi đang nghỉ phép", subject: "Trả lời tự động", isAutomatic: true), id: "<1@vidu.vn>", in: test)
        #expect(try await test.rows(in: "outbox") == 0)
        #expect(try await test.rows(in: "petition") == 1)
    }

    @Test(arguments: [["<question@donghanh>"], []]) func aMailThatCameBackTakesTheNextWay(named: [String]) async throws {
        let test = try await TestOffice()
        let wire = RecordingWire(.mail)
        wire.answer(.delivered(receipt: "<ours@donghanh>"))
        let id = try #require(try await mail(Words("Một", subject: "Một"), id: "<1@vidu.vn>", in: test))
        let petition = try await test.load(id)
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        let staff = Actor.staff(test.cast.lan)
        test.clock.advance(minutes: 1)
        try await test.office.perform(AskSender(petition: id, version: petition.version, question: "Xin gửi tờ khai."), as: staff)
        wire.answer(.delivered(receipt: "<question@donghanh>"))
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        let bounce = Bounce(messages: named, recipient: "lan@vidu.vn", isPermanent: true, reason: "Hộp thư không tồn tại.")
        let back = Inbound(channel: .mail, externalID: "<b@vidu.vn>", sender: "", sentAt: test.clock.now, content: .bounce(bounce))
        // The relay and the last host report the same.
        for _ in 1...2 { try await test.office.perform(ReceiveMessage(back), as: .sender) }
        let tasks = try await test.office.read { try ReplyTaskStore.of(id, $0) }
        #expect(tasks.count == 1)
        #expect(try await test.office.read { try ChannelHealthStore.load(.mail, $0) }?.failedAt == nil, "one closed mailbox is no illness")
        let task = try #require(tasks.first)
        #expect(task.kind == .letter && task.reason == "Hộp thư không tồn tại.")
    }
}
