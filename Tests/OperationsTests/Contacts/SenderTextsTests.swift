import Domain
import Operations
import TestSupport
import Testing

/// What senders are told fits their channel: 2,000 UTF-16 units, whatever an officer wrote.
@Suite(.eachEngine) struct SenderTextsTests {
    private func office() async throws -> (TestOffice, Case) {
        let office = try await TestOffice()
        try await office.zalo("Đường bị lún", id: "m-1")
        return (office, try await office.newest())
    }

    private func told(_ office: TestOffice, _ petition: Case) async throws -> String {
        let text = try #require(try await office.outbox().last)
        #expect(text.utf16.count <= 2000)
        #expect(text.contains(petition.lookupCode.grouped) && text.contains("/tra-cuu/\(petition.lookupCode.text)"))
        return text
    }

    @Test func aLongRefusalFits() async throws {
        let (office, petition) = try await office()
        let reason = String(repeating: "Nội dung này thuộc thẩm quyền khác. ", count: 55)
        _ = try await office.office.perform(
            DeclineCase(petition: petition.id, version: petition.version, reason: reason), as: .staff(office.cast.lan))
        #expect(try await told(office, petition).contains("kiến nghị lại tại"))
    }

    @Test func aLongQuestionFits() async throws {
        let (office, petition) = try await office()
        let question = String(repeating: "𝐀𝐁 ", count: 500)
        _ = try await office.office.perform(
            AskSender(petition: petition.id, version: petition.version, question: question), as: .staff(office.cast.lan))
        #expect(try await told(office, petition).contains("Thời hạn tạm dừng"))
    }

    @Test func aLongAnswerFitsAndSaysHowToReply() async throws {
        let (office, petition) = try await office()
        let assigned = try await office.assigned(try await office.screened(petition))
        var content = office.answer()
        content.conclusion = String(repeating: "Mặt đường sẽ được sửa. ", count: 80)
        content.legalBasis = String(repeating: "Quyết định 2290. ", count: 100)
        let waiting = try await office.office.perform(
            SubmitAnswer(petition: assigned.id, version: assigned.version, content: content), as: .staff(office.cast.nga))
        _ = try await office.office.perform(ApproveAnswer(petition: waiting.id, version: waiting.version), as: .staff(office.cast.quan))
        #expect(try await told(office, petition).hasSuffix("Nhắn 1 nếu hài lòng, nhắn 2 kèm lý do nếu chưa hài lòng."))
    }

    @Test func nothingPersonalGoesOut() async throws {
        let (office, petition) = try await office()
        _ = try await office.answered(try await office.assigned(try await office.screened(petition)))
        for text in try await office.outbox() {
            for name in ["Nga", "Quân", "Lan", "Đức", "0912"] { #expect(!text.contains(name), "\(name)") }
        }
    }
}
