import Foundation
import Hummingbird
@testable import Simulators
import Testing

/// Template messages by phone and by user id (brief zalo.md §9).
struct ZaloNoticeTests {
    private static let data = #""template_data":{"ten":"An","ma":"A1","han":"21/11"}"#
    private static func notice(phone: String = "84900000001", template: String = "300001", data: String = data, tracking: String = "t1") -> String {
        #"{"phone":"\#(phone)","template_id":"\#(template)",\#(data),"tracking_id":"\#(tracking)"}"#
    }

    @Test func aNoticeArrivesByPhoneAndIsAcknowledged() async throws {
        try await withAll { platform, receiver, zalo async throws in
            await platform.citizen("70", name: "An")
            await platform.user("70", hasPhone: "84900000001")
            let answer = try await zalo.post("/message/template", Self.notice(phone: "+84900000001"))
            let data = try #require(answer["data"] as? [String: Any])
            #expect((data["quota"] as? [String: String])?["remainingQuota"] == "499")
            let line = try #require(await platform.received(by: "70").last)
            #expect(line.attachments == [.template(id: "300001", text: "Tổ công tác đã tiếp nhận phản ánh của An. Mã tra cứu: A1. Hạn trả lời: 21/11.")])
            await receiver.wait(for: "user_received_message")
            let receipt = try #require(receiver.all("user_received_message").last)
            #expect(receipt.header("X-ZEvent-Server") == "ZNS" && receipt.id(of: "recipient") == "84900000001")
            #expect(receipt.message["msg_id"] as? String == data["msg_id"] as? String && receipt.message["tracking_id"] as? String == "t1")
        }
    }

    @Test(arguments: [
        (notice(phone: "0900000001"), -108), (notice(phone: "84900000009"), -118), (notice(template: "9"), -109), (notice(template: "300003"), -131),
        (notice(data: #""template_data":{"ten":"An","ma":"A1"}"#), -1122), (notice(data: #""template_data":"x""#), -112),
        (notice(data: #""template_data":{"ten":"An","ma":"\#(String(repeating: "1", count: 31))","han":"x"}"#), -1121),
        (notice(tracking: String(repeating: "t", count: 49)), -132), ("{", -121),
    ])
    func whatIsWrongWithANoticeIsSaidInNumbersOfItsOwn(_ body: String, _ error: Int) async throws {
        try await withRouter { platform, zalo async throws in
            await platform.phone("84900000009", hasZalo: false)
            #expect(try await zalo.call(.post, "/message/template", body).error == error)
        }
    }

    @Test func anExpiredTokenIsMinus124OnThisHost() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.expireAccessToken()
            #expect(try await zalo.call(.post, "/message/template", Self.notice()).error == -124)
            #expect(try await zalo.call(.get, "/template/all?offset=0&limit=10").error == -124)
        }
    }

    @Test func theNoticesOfADayAreCounted() async throws {
        try await withRouter({ $0.templatesPerDay = 1 }) { platform, zalo async throws in
            let first = try await zalo.call(.post, "/message/template", Self.notice())
            #expect(try await zalo.call(.post, "/message/template", Self.notice()).error == -144)
            #expect(try await zalo.call(.get, "/message/quota").data["remainingQuota"] as? String == "0")
            let id = first.data["msg_id"] as? String ?? ""
            #expect(try await zalo.call(.get, "/message/status?message_id=\(id)").data["status"] as? Int == 1)
            #expect(try await zalo.call(.get, "/message/status?message_id=none").data["status"] as? Int == -1)
            await platform.moveClock(hours: 24)
            await platform.seedTokens(access: "AT", refresh: "RT")
            #expect(try await zalo.call(.post, "/message/template", Self.notice(), token: "AT").error == 0)
        }
    }

    @Test func aPhoneCanBeNamedByItsDigest() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.user("70", hasPhone: "84900000001")
            let digest = ZaloNotices.digest("84900000001")
            let body = #"{"hash_phone":"\#(digest)","template_id":"300001",\#(Self.data),"tracking_id":"t1"}"#
            #expect(try await zalo.call(.post, "/message/template/hashphone", body).error == 0)
            #expect(await platform.received(by: "70").count == 1)
        }
    }

    @Test func templatesAreListedAndDescribed() async throws {
        try await withRouter { _, zalo async throws in
            let all = try await zalo.call(.get, "/template/all?offset=0&limit=10")
            #expect(all.rows.count == 3 && (all.json["metadata"] as? [String: Int])?["total"] == 3)
            #expect(try await zalo.call(.get, "/template/all?offset=0&limit=10&status=2").rows.map { $0["templateId"] as? String } == ["300003"])
            let one = try await zalo.call(.get, "/template/info/v2?template_id=300001").data
            let names = (one["listParams"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
            #expect(names == ["ten", "ma", "han"])
            #expect(try await zalo.call(.get, "/template/sample-data?template_id=300001").data["ma"] != nil)
            #expect(try await zalo.call(.get, "/quality").data["oaCurrentQuality"] as? String == "HIGH")
            #expect(try await zalo.call(.get, "/template/info/v2?template_id=9").error == -109)
        }
    }

    @Test func aTemplateReachesAUserWhomNothingElseReaches() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.citizen("70")
            #expect(try await zalo.send("a").error == -232)
            let body = #"{"user_id":"70","template_id":"300001",\#(Self.data)}"#
            let answer = try await zalo.call(.post, "/v3.0/oa/message/template", body)
            #expect(answer.error == 0 && (answer.data["quota"] as? [String: Any])?["remain"] as? Int == 4821)
            #expect(try await zalo.call(.post, "/v3.0/oa/message/template", #"{"user_id":"70","template_id":"9"}"#).error == -201)
            #expect(try await zalo.call(.post, "/v3.0/oa/message/template", #"{"user_id":"99","template_id":"300001"}"#).error == -201)
        }
    }

    @Test func whatThePlatformDecidesAboutTemplatesIsTold() async throws {
        try await withReceiver { platform, receiver async throws in
            await platform.template("300003", becomes: .enabled)
            let status = try #require(receiver.deliveries.last)
            #expect(status.event == "change_template_status" && status.header("X-ZEvent-Server") == "ZNS")
            #expect((status.json["status"] as? [String: String]) == ["prev_status": "PENDING_REVIEW", "new_status": "ENABLE"])
            await platform.template("300003", hasQuality: "LOW")
            #expect(receiver.deliveries.last?.json["app_id"] == nil)
            await platform.templatesPerDay(100)
            #expect(receiver.deliveries.last?.json["oaId"] as? String == platform.settings.oaID)
            await platform.userRates(4, note: "Tốt", messageID: "z1", tracking: "t1")
            #expect(receiver.deliveries.last?.message["rate"] as? Int == 4)
        }
    }
}
