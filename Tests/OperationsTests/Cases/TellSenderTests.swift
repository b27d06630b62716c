import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// An officer writes to the sender.
@Suite(.eachEngine) struct TellSenderTests {
    @Test func wordsAndFilesGoOutOnTheSendersChannelAndTheClockRunsOn() async throws {
        let test = try await TestOffice()
        try await test.zalo("Đường bị lún", id: "m-1")
        let petition = try await test.newest()
        test.clock.advance(minutes: 1)
        let map = UploadedFile(name: "so-do.pdf", bytes: Samples.pdf, recognised: .pdf)
        let told = try await test.office.perform(
            TellSender(petition: petition.id, version: petition.version, text: "Đội sửa chữa đến lúc 14 giờ.", files: [map]),
            as: .staff(test.cast.lan))
        #expect(told.clock == petition.clock && told.state == petition.state)
        let wire = RecordingWire()
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        // The acknowledgement, the words, the file: a chat carries one file a message.
        #expect(wire.delivered.count == 3)
        #expect(wire.delivered.contains { $0.text.contains("Đội sửa chữa đến lúc 14 giờ.") && $0.weight == .reply })
        #expect(wire.delivered.contains { $0.files.count == 1 && $0.text.isEmpty })
        #expect(try await test.events(of: told).last == .told(Telling(text: "Đội sửa chữa đến lúc 14 giờ.", files: ["so-do.pdf"])))
    }

    @Test func whoUsedTheFormReadsItOnThePageOfHisCase() async throws {
        let test = try await TestOffice()
        let petition = try await test.submit("Xin hướng dẫn thủ tục gia hạn giấy phép.")
        let told = try await test.office.perform(
            TellSender(petition: petition.id, version: petition.version, text: "Mời Quý vị đến bộ phận một cửa."), as: .staff(test.cast.lan))
        #expect(try await test.rows(in: "outbox") == 0)
        #expect(try await test.office.read { try ReplyTaskStore.of(told.id, $0) }.isEmpty)
    }

    @Test func emptyWordsAreRefusedAndNothingGoesOut() async throws {
        let test = try await TestOffice()
        let petition = try await test.submit("Xin hướng dẫn thủ tục gia hạn giấy phép.")
        await #expect(throws: Refusal.self) {
            try await test.office.perform(TellSender(petition: petition.id, version: petition.version, text: ""), as: .staff(test.cast.lan))
        }
        #expect(try await test.load(petition.id) == petition)
    }
}
