import Hummingbird
@testable import Simulators
import Testing

struct ZaloPeopleTests {
    @Test func whatAPersonToldCanBeReadBackChangedAndForgotten() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.citizen("70", name: "An")
            await platform.userTells(ZaloDetails(name: "Nguyễn Văn An", phone: "84900000001", address: "Số 1"), from: "70")
            func shared() async throws -> [String: Any] {
                try await zalo.ask("/v3.0/oa/user/detail", #"{"user_id":"70"}"#).data["shared_info"] as? [String: Any] ?? [:]
            }
            #expect(try await shared()["phone"] as? String == "84900000001")
            let update = #"{"user_id":"70","user_alias":"Công ty A","user_external_id":"DN-1","shared_info":{"phone":"84900000002"}}"#
            #expect(try await zalo.call(.post, "/v3.0/oa/user/update", update).error == 0)
            let detail = try await zalo.ask("/v3.0/oa/user/detail", #"{"user_id":"70"}"#).data
            #expect(detail["user_alias"] as? String == "Công ty A" && detail["user_external_id"] as? String == "DN-1")
            #expect(try await shared()["phone"] as? String == "84900000002")
            #expect(try await zalo.call(.post, "/v2.0/oa/deletefollowerinfo", #"{"user_id":"70"}"#).error == 0)
            #expect(try await shared().isEmpty)
        }
    }

    @Test func tagsAreMadeByUsingThem() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.citizen("70")
            // The id as a number, as the documentation shows it.
            #expect(try await zalo.call(.post, "/v2.0/oa/tag/tagfollower", #"{"user_id":70,"tag_name":"Thuế"}"#).error == 0)
            #expect(try await zalo.call(.get, "/v2.0/oa/tag/gettagsofoa").json["data"] as? [String] == ["Thuế"])
            #expect(try await zalo.ask("/v3.0/oa/user/getlist", #"{"offset":0,"count":5,"tag_name":"Thuế"}"#).data["total"] as? Int == 1)
            #expect(try await zalo.call(.post, "/v2.0/oa/tag/rmfollowerfromtag", #"{"user_id":"70","tag_name":"Thuế"}"#).error == 0)
            #expect(try await zalo.call(.post, "/v2.0/oa/tag/rmfollowerfromtag", #"{"user_id":"70","tag_name":"Thuế"}"#).error == -201)
            let gone = try await zalo.call(.post, "/v2.0/oa/tag/rmtag", #"{"tag_name":"Thuế"}"#)
            #expect(gone.error == 0 && gone.json["data"] == nil)
            #expect(try await zalo.call(.get, "/v2.0/oa/tag/gettagsofoa").json["data"] as? [String] == [])
        }
    }

    @Test func peopleCanBeListedByTheirLastInteraction() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            await platform.moveClock(hours: 24 * 10)
            await platform.seedTokens(access: "AT", refresh: "RT")
            await platform.userSends(text: "b", from: "71")
            for (period, expected) in [("TODAY", 1), ("L7D", 1), ("L30D", 2), ("YESTERDAY", 0)] {
                let query = #"data=%7B%22offset%22:0,%22count%22:50,%22last_interaction_period%22:%22\#(period)%22%7D"#
                let list = try await zalo.call(.get, "/v3.0/oa/user/getlist?" + query, token: "AT")
                #expect(list.data["total"] as? Int == expected, "\(period)")
            }
        }
    }

    @Test(arguments: [#"{"offset":0,"count":51}"#, #"{"offset":9952,"count":1}"#]) func listsHaveLimits(_ query: String) async throws {
        try await withRouter { _, zalo async throws in
            #expect(try await zalo.ask("/v3.0/oa/user/getlist", query).error == -210)
        }
    }

    @Test func theQuotaIsToldOfAPersonAndOfTheAccount() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            let person = try await zalo.call(.post, "/v3.0/oa/quota/message", #"{"user_id":"70"}"#).data
            let last = try #require(await platform.known("70")?.lastInteraction)
            #expect(person["last_interaction"] as? String == String(last))
            #expect((person["cs_reply"] as? [String: Int])?["remain"] == 8)
            let account = try await zalo.call(.post, "/v3.0/oa/quota/message", #"{"quota_owner":"OA","product_type":"cs"}"#)
            #expect(account.rows.first?["remain"] as? Int == 500)
            #expect(try await zalo.call(.post, "/v3.0/oa/quota/message", "{}").error == -201)
        }
    }

    @Test func theHistoryGivesTenLinesNewestFirst() async throws {
        try await withRouter { platform, zalo async throws in
            for number in 1...12 { await platform.userSends(text: "dòng \(number)", from: number % 2 == 0 ? "70" : "71") }
            _ = try await zalo.send("trả lời")
            let recent = try await zalo.ask("/v2.0/oa/listrecentchat", #"{"offset":0,"count":10}"#)
            #expect(recent.rows.count == 10 && recent.rows.first?["src"] as? Int == 0)
            #expect(recent.rows.first?["to_id"] as? String == "70" && recent.rows.first?["from_id"] as? String == platform.settings.oaID)
            #expect(recent.rows[1]["message"] as? String == "dòng 12" && recent.rows[1]["time"] is Int)
            let one = try await zalo.ask("/v2.0/oa/conversation", #"{"user_id":71,"offset":5,"count":10}"#)
            #expect(one.rows.compactMap { $0["message"] as? String } == ["dòng 1"])
            #expect(try await zalo.ask("/v2.0/oa/listrecentchat", #"{"offset":0,"count":11}"#).error == -210)
            await platform.userSends(.picture([0xFF, 0xD8, 0xFF]), from: "70")
            let picture = try await zalo.ask("/v2.0/oa/listrecentchat", #"{"offset":0,"count":1}"#).rows.first
            #expect(picture?["type"] as? String == "photo" && (picture?["url"] as? String)?.contains("/media/") == true)
        }
    }

    @Test func iconsCanBePutOnAPersonsLineAndAreToldBack() async throws {
        try await withRouter { platform, zalo async throws in
            let line = await platform.userSends(text: "a", from: "70").messageID
            func react(_ icon: String, _ id: String) async throws -> Int? {
                let action = #"{"react_icon":"\#(icon)","react_message_id":"\#(id)"}"#
                return try await zalo.call(.post, "/v2.0/oa/message", #"{"recipient":{"user_id":"70"},"sender_action":\#(action)}"#).error
            }
            #expect(try await react("/-strong", line) == 0)
            #expect(try await react("/-fire", line) == -201)
            #expect(try await react("/-heart", "none") == -201)
            #expect(await platform.known("70")?.messages.first?.reactions == ["/-strong"])
            for _ in 1..<50 { #expect(try await react("/-heart", line) == 0) }
            #expect(try await react("/-heart", line) == -210)
        }
    }

    @Test func theOldWayOfWritingIsShutForPersons() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            #expect(try await zalo.call(.post, "/v2.0/oa/message", #"{"recipient":{"user_id":"70"},"message":{"text":"b"}}"#).error == -240)
            #expect(try await zalo.call(.post, "/v3.0/oa/message/transaction", "{}").error == -209)
        }
    }
}
