import Foundation
import Hummingbird
@testable import Simulators
import Testing

struct ZaloGroupTests {
    private static let path = "/v3.0/oa/group"

    @Test func aGroupIsMadeFromAFreeAssetWithOneOfTheStaff() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userFollows("70")
            await platform.citizen("71")
            let admin = platform.settings.admins[0].id
            func create(_ asset: String, _ members: String) async throws -> Caller.Answer {
                let body = #"{"group_name":"Ban chỉ đạo","asset_id":"\#(asset)","member_user_ids":[\#(members)]}"#
                return try await zalo.call(.post, Self.path + "/creategroupwithoa", body)
            }
            #expect(try await create("GMF-9", "\"\(admin)\"").error == -201)
            #expect(try await create("GMF-1", "\"70\"").error == -201)
            #expect(try await create("GMF-1", "\"\(admin)\",\"71\"").error == -213)
            let made = try await create("GMF-1", "\"\(admin)\",\"70\"")
            #expect(made.data["total_member"] as? Int == 3 && made.data["status"] as? String == "enabled")
            #expect(try await create("GMF-1", "\"\(admin)\"").error == -238)
            let quota = try await zalo.call(.post, "/v3.0/oa/quota/group", #"{"quota_owner":"OA","product_type":"gmf100"}"#)
            #expect(quota.rows.map { $0["status"] as? String } == ["used", "available", "available"])
            #expect(quota.rows.first?["used_id"] as? String == made.data["group_id"] as? String)
        }
    }

    @Test func aReportIsPostedAndReadBack() async throws {
        try await withRouter { platform, zalo async throws in
            let group = try #require(await platform.makesGroup(name: "Tổ", members: ["70"]))
            let answer = try await post("Báo cáo tuần", to: group.id, zalo)
            #expect(answer.error == 0 && answer.data["group_id"] as? String == group.id)
            await platform.userSends(.text("Đã nhận"), from: "70", inGroup: group.id)
            let history = try await zalo.call(.get, Self.path + "/conversation?group_id=\(group.id)&offset=0&count=5")
            #expect(history.rows.compactMap { $0["message"] as? String } == ["Đã nhận", "Báo cáo tuần"])
            #expect(history.rows.first?["from_id"] as? String == "70" && history.rows.first?["src"] as? Int == 1)
            #expect(try await zalo.call(.get, Self.path + "/listrecentchat?offset=0&count=1").rows.count == 1)
        }
    }

    @Test func strangeAndDisabledGroupsCannotBeWrittenTo() async throws {
        try await withRouter { platform, zalo async throws in
            #expect(try await post("a", to: "g-personal", zalo).error == -403)
            let group = try #require(await platform.makesGroup(name: "Tổ"))
            await platform.group(group.id, isDisabled: true)
            #expect(try await post("a", to: group.id, zalo).error == -237)
            let renewed = try await zalo.call(.post, Self.path + "/updateasset", #"{"group_id":"\#(group.id)","asset_id":"GMF-2"}"#)
            #expect((renewed.data["asset_info"] as? [String: Any])?["asset_id"] as? String == "GMF-2")
            #expect(try await post("a", to: group.id, zalo).error == 0)
        }
    }

    @Test func aGroupWhoseAssetRanOutDissolvesAfter45Days() async throws {
        try await withRouter({ $0.groupAssets = [ZaloGroupAsset(id: "GMF-1", days: 10, renewsItself: false)] }) { platform, zalo async throws in
            let group = try #require(await platform.makesGroup(name: "Tổ"))
            await platform.moveClock(hours: 24 * 54)
            #expect(await platform.group(group.id) != nil)
            await platform.moveClock(hours: 24 * 2)
            #expect(await platform.group(group.id) == nil)
        }
    }

    @Test func buttonsAndQuestionsAreNotForGroups() async throws {
        try await withRouter { platform, zalo async throws in
            let group = try #require(await platform.makesGroup(name: "Tổ"))
            let message = #"{"text":"x","attachment":{"type":"template","payload":{"buttons":[{"title":"a","type":"oa.query.show","payload":"b"}]}}}"#
            let body = #"{"recipient":{"group_id":"\#(group.id)"},"message":\#(message)}"#
            #expect(try await zalo.call(.post, Self.path + "/message", body).error == -233)
        }
    }

    @Test func membersComeAndGo() async throws {
        try await withRouter { platform, zalo async throws in
            let group = try #require(await platform.makesGroup(name: "Tổ", members: ["70"]))
            for id in ["71", "72"] { await platform.userFollows(id) }
            func order(_ path: String, _ ids: String) async throws -> Int? {
                try await zalo.call(.post, Self.path + path, #"{"group_id":"\#(group.id)","member_user_ids":[\#(ids)]}"#).error
            }
            #expect(try await order("/invite", "\"71\"") == 0)
            #expect(try await order("/addadmins", "\"71\"") == 0)
            #expect(try await order("/addadmins", "\"72\"") == -201)
            #expect(try await order("/removemembers", "\"70\"") == 0)
            _ = try await zalo.call(.post, Self.path + "/updateinfo", #"{"group_id":"\#(group.id)","group_name":"Tổ mới","join_appr":true}"#)
            await platform.userJoins(group.id, "72")
            #expect(await platform.group(group.id)?.pending == ["72"])
            let pending = try await zalo.call(.get, Self.path + "/listpendinginvite?group_id=\(group.id)&offset=0&count=5")
            #expect((pending.data["members"] as? [[String: Any]])?.first?["user_id"] as? String == "72")
            #expect(try await order("/acceptpendinginvite", "\"72\"") == 0)
            let members = try await zalo.call(.get, Self.path + "/listmember?group_id=\(group.id)&offset=0&count=5").data["members"]
            let ids = (members as? [[String: Any]] ?? []).compactMap { $0["user_id"] as? String ?? $0["oa_id"] as? String }
            #expect(ids == [platform.settings.oaID, platform.settings.admins[0].id, "71", "72"])
            let whole = try await zalo.call(.get, Self.path + "/getgroup?group_id=\(group.id)").data
            #expect((whole["group_info"] as? [String: Any])?["name"] as? String == "Tổ mới")
            #expect((whole["group_setting"] as? [String: Any])?["join_appr"] as? Bool == true)
            #expect(try await zalo.call(.get, Self.path + "/getgroupsofoa?offset=0&count=5").data["total"] as? Int == 1)
            #expect(try await zalo.call(.post, Self.path + "/delete", #"{"group_id":"\#(group.id)"}"#).error == 0)
            #expect(try await zalo.call(.get, Self.path + "/getgroup?group_id=\(group.id)").error == -403)
        }
    }

    @Test func everythingInAGroupIsTold() async throws {
        try await withAll { platform, receiver, zalo async throws in
            let group = try #require(await platform.makesGroup(name: "Tổ", members: ["70"]))
            await platform.userSends(.text("Chào cả tổ"), from: "70", inGroup: group.id)
            let line = try #require(receiver.all("user_send_group_text").last)
            #expect(line.id(of: "sender") == "70" && line.id(of: "recipient") == group.id)
            #expect(line.json["oa_id"] as? String == platform.settings.oaID && line.message["text"] as? String == "Chào cả tổ")
            await platform.staffSends(.text("Cán bộ trả lời"), inGroup: group.id)
            let typed = try #require(receiver.all("oa_send_group_text").last)
            #expect((typed.json["sender"] as? [String: Any])?["admin_id"] as? String == platform.settings.admins[0].id)
            await platform.userLeaves(group.id, "70")
            #expect(receiver.all("user_out_group").count == 1 && receiver.all("create_group").count == 1)
            _ = try await zalo.post(Self.path + "/message", #"{"recipient":{"group_id":"\#(group.id)"},"message":{"text":"Thông báo"}}"#)
            await receiver.wait(for: "oa_send_group_text", 2)
            let echo = try #require(receiver.all("oa_send_group_text").last)
            #expect(echo.message["text"] as? String == "Thông báo" && (echo.json["sender"] as? [String: Any])?["admin_id"] == nil)
        }
    }

    private func post(_ text: String, to group: String, _ zalo: Caller) async throws -> Caller.Answer {
        try await zalo.call(.post, Self.path + "/message", #"{"recipient":{"group_id":"\#(group)"},"message":{"text":"\#(text)"}}"#)
    }
}
