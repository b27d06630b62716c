import Foundation
import Hummingbird
@testable import Simulators
import Testing

/// The bodies of what is delivered, by kind (brief zalo.md §2.5).
struct ZaloEventTests {
    private static let kinds: [(kind: String, content: ZaloContent, type: String?, members: Set<String>)] = [
        ("text", .text("Chào"), nil, []), ("image", .picture([0xFF, 0xD8, 0xFF], caption: "Ảnh cống"), "image", ["thumbnail", "url"]),
        ("gif", .gif(Array("GIF89a".utf8)), "gif", ["thumbnail", "url"]),
        ("file", .file([1, 2], name: "Đơn.docx"), "file", ["size", "name", "checksum", "type", "url"]),
        ("audio", .audio([1]), "audio", ["url"]), ("video", .video([1], description: "Phim"), "video", ["url", "thumbnail", "description"]),
        ("sticker", .sticker(id: "46"), "sticker", ["url", "id"]),
        ("link", .link(url: "https://a.example/b", description: "Tin"), "link", ["thumbnail", "description", "url"]),
        ("location", .location(latitude: "21.1", longitude: "106.0"), "location", ["coordinates"]),
        ("business_card", .card(name: "Bình", phone: "84900000000"), "link", ["description"]),
    ]

    @Test(arguments: kinds)
    func everyKindOfMessageHasItsPayload(_ kind: String, _ content: ZaloContent, _ type: String?, _ members: Set<String>) async throws {
        try await withReceiver { platform, receiver async throws in
            let sent = await platform.userSends(content, from: "70")
            let delivery = try #require(receiver.deliveries.last)
            #expect(delivery.event == "user_send_" + kind && delivery.message["msg_id"] as? String == sent.messageID)
            #expect(delivery.id(of: "sender") == "70" && delivery.id(of: "recipient") == platform.settings.oaID)
            #expect(delivery.attachment["type"] as? String == type)
            #expect(members.isSubset(of: Set(delivery.payload.keys)))
        }
    }

    @Test func aBusinessCardIsALinkWithJSONInItsDescription() async throws {
        try await withReceiver { platform, receiver async throws in
            await platform.userSends(.card(name: "Bình \"giám đốc\"", phone: "84900000000"), from: "70")
            let description = try #require(receiver.deliveries.last?.payload["description"] as? String)
            let card = try JSONSerialization.jsonObject(with: Data(description.utf8)) as? [String: String]
            #expect(card?["phone"] == "84900000000" && card?["caption"] == "Bình \"giám đốc\"")
        }
    }

    @Test func anAnswerToALineNamesIt() async throws {
        try await withReceiver { platform, receiver async throws in
            let first = await platform.userSends(text: "a", from: "70").messageID
            await platform.userSends(text: "b", from: "70", quoting: first)
            #expect(receiver.deliveries.last?.message["quote_msg_id"] as? String == first)
        }
    }

    @Test func aPressedButtonComesAsAText() async throws {
        try await withAll { platform, receiver, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            let button = #"{"title":"Đã xong","type":"oa.query.hide","payload":"XONG"}"#
            let message = #"{"text":"Xong chưa?","attachment":{"type":"template","payload":{"buttons":[\#(button)]}}}"#
            _ = try await zalo.post("/v3.0/oa/message/cs", #"{"recipient":{"user_id":"70"},"message":\#(message)}"#)
            let line = try #require(await platform.received(by: "70").last)
            #expect(await platform.userPresses(button: 1, of: line.id, from: "70") == nil)
            await platform.userPresses(button: 0, of: line.id, from: "70")
            #expect(receiver.all("user_send_text").last?.message["text"] as? String == "XONG")
        }
    }

    @Test func openingTheChatOpensTheWindow() async throws {
        try await withReceiver { platform, receiver async throws in
            await platform.userOpensChat("70")
            let event = try #require(receiver.deliveries.last)
            #expect(event.event == "user_click_chatnow" && event.json["user_id"] as? String == "70")
            #expect(event.json["oa_id"] as? String == platform.settings.oaID)
            #expect(await platform.known("70")?.lastInteraction != nil)
        }
    }

    @Test func whoTellsOfHimselfDoesSoInTheShapeOfTheYear() async throws {
        try await withReceiver { platform, receiver async throws in
            let details = ZaloDetails(name: "Bình", phone: "84900000001", address: "Số 1", ward: "Phường Đông", city: "Tỉnh X")
            await platform.userTells(details, from: "70")
            let new = try #require(receiver.deliveries.last?.json["info"] as? [String: Any])
            #expect(new["phone"] as? String == "84900000001")
            #expect((new["full_address"] as? [String: String])?["user_ward"] == "Phường Đông")
            await platform.trouble { $0.tellsInOldShape = true }
            await platform.userTells(details, from: "70")
            let old = try #require(receiver.deliveries.last?.json["info"] as? [String: Any])
            #expect(old["phone"] as? Int == 84_900_000_001 && old["ward"] as? String == "Phường Đông")
            #expect(receiver.deliveries.last?.event == "user_submit_info")
        }
    }

    @Test func staffTypingInTheChatAreNamedInTheEcho() async throws {
        try await withReceiver { platform, receiver async throws in
            let sent = await platform.staffSends(.text("Chúng tôi đang xem"), to: "70", admin: "79")
            #expect(sent.answer == .status(200))
            let echo = try #require(receiver.deliveries.last)
            #expect(echo.event == "oa_send_text" && echo.message["msg_id"] as? String == sent.messageID)
            #expect((echo.json["sender"] as? [String: String]) == ["id": platform.settings.oaID, "admin_id": "79"])
            await platform.staffSends(.file([1], name: "tra-loi.pdf"), to: "70")
            #expect(receiver.deliveries.last?.event == "oa_send_file")
            #expect(await platform.received(by: "70").map(\.admin) == ["79", platform.settings.admins[0].id])
        }
    }

    @Test func receiptsNameWhatArrivedAndWhatWasRead() async throws {
        try await withAll { platform, receiver, zalo async throws in
            await platform.user("70", isOnMobile: true)
            await platform.userSends(text: "a", from: "70")
            _ = try await zalo.post("/v3.0/oa/message/cs", #"{"recipient":{"user_id":"70"},"message":{"text":"b"}}"#)
            await receiver.wait(for: "user_received_message")
            let id = try #require(await platform.received(by: "70").first?.id)
            #expect(receiver.all("user_received_message").last?.message["msg_id"] as? String == id)
            #expect(receiver.all("user_seen_message").isEmpty)
            await platform.userSees("70")
            let seen = try #require(receiver.deliveries.last)
            #expect(seen.message["msg_ids"] as? [String] == [id])
            #expect(seen.id(of: "sender") == platform.settings.oaID && seen.id(of: "recipient") == "70")
            #expect(await platform.userSees("70") == .nowhere)
        }
    }

    @Test func whoWithdrawsAsksForHisDataToBeDeleted() async throws {
        try await withReceiver { platform, receiver async throws in
            await platform.userWithdraws("70")
            let event = try #require(receiver.deliveries.last)
            #expect(event.event == "user_withdraw" && event.json["user_id"] as? String == "70")
        }
    }

    @Test func aVisitorOfAWebPageHasAConversationAndNoAccount() async throws {
        try await withAll { platform, receiver, zalo async throws in
            let visitor = await platform.newVisitor()
            let conversation = try #require(visitor.anonymousConversation)
            await platform.userSends(text: "Cho hỏi", from: visitor.id)
            let event = try #require(receiver.deliveries.last)
            #expect(event.event == "anonymous_send_text" && event.message["conversation_id"] as? String == conversation)
            let recipient = #"{"anonymous_id":"\#(visitor.id)","conversation_id":"\#(conversation)"}"#
            let answer = try await zalo.post("/v2.0/oa/message", #"{"recipient":\#(recipient),"message":{"text":"Xin chào"}}"#)
            #expect((answer["data"] as? [String: Any])?["conversation_id"] as? String == conversation)
            await receiver.wait(for: "oa_send_anonymous_text")
            let wrong = try await zalo.post("/v3.0/oa/message/cs", #"{"recipient":{"user_id":"\#(visitor.id)"},"message":{"text":"b"}}"#)
            #expect(wrong["error"] as? Int == -201)
        }
    }

    @Test func theConsolesFilterLetsOnlyMarkedTextsThrough() async throws {
        try await withReceiver { platform, receiver async throws in
            await platform.trouble { $0.filtersSyntax = true }
            #expect(await platform.userSends(text: "Chào", from: "70").answer == .nowhere)
            #expect(await platform.userSends(text: "#kiennghi ngập", from: "70").answer == .status(200))
        }
    }

    @Test func afterTheLastRepetitionTheWebhookIsOffUntilItsAddressIsSaved() async throws {
        try await withReceiver({ $0.retryLadder = [] }) { platform, receiver async throws in
            let address = await platform.world.webhookURL
            await platform.setWebhook("http://127.0.0.1:9/hook")
            #expect(await platform.userFollows("70") == .noConnection)
            #expect(await platform.isWebhookDisabled)
            #expect(await platform.setWebhook(address) == .status(200))
            #expect(await platform.userFollows("70") == .status(200))
        }
    }
}
