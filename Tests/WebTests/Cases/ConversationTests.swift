import Domain
import Operations
import Storage
import TestSupport
import Testing

/// What was said with a sender, as the page of his case shows it.
@Suite struct ConversationTests {
    @Test func aThreadOfMailsFoldsItsQuotationsAndSaysWhoElseWrote() async throws {
        try await SiteUnderTest.serving { site in
            func write(_ words: Words, _ id: String, from sender: String) async throws -> ID<Case>? {
                let inbound = Inbound(channel: .mail, externalID: id, sender: sender, sentAt: site.test.clock.now, content: .message(words))
                return try await site.test.office.perform(ReceiveMessage(inbound), as: .sender)
            }
            let id = try await write(Words("Xin hỏi giấy xác nhận.", subject: "Giấy xác nhận"), "<1@vidu.vn>", from: "ketoan@vidu.vn")
            site.test.clock.advance(minutes: 1)
            let away = Words(
                "Tôi đi vắng.", quoted: "Kính gửi quý vị <b>", subject: "Trả lời tự động", answers: ["<1@vidu.vn>"], isAutomatic: true)
            #expect(try await write(away, "<2@vidu.vn>", from: "giamdoc@vidu.vn") == id)
            let number = try await site.test.load(try #require(id)).number.text
            let page = try await site.staff("lan").open("/app/ho-so/\(number)")
            let messages = page.all("li").filter { $0["class"]?.hasPrefix("message in") == true }
            #expect(messages.count == 2)
            let second = try #require(messages.last)
            #expect(second.text.contains("Người khác: giamdoc@vidu.vn") && second.text.contains("Trả lời tự động"))
            let folded = second.all("details")
            #expect(folded.count == 1 && folded.first?["open"] == nil)
            #expect(folded.first?.text.contains("Kính gửi quý vị <b>") == true)
            #expect(messages.first?.text.contains("Người gửi") == true && messages.first?.all("details").isEmpty == true)
        }
    }
}
