import Foundation
import Hummingbird
@testable import Simulators
import Testing

struct ZaloArticleTests {
    private static let body =
        #"{"type":"normal","title":"Kết quả tuần","author":"Tổ công tác","cover":{"cover_type":"photo","photo_url":"https://a.example/b.png","#
        + #""status":"show"},"description":"Tuần 47","body":[{"type":"text","content":"Nội dung"}],"status":"show","comment":"show"}"#

    @Test func anArticleIsReadyAWhileAfterItWasWritten() async throws {
        try await withRouter({ $0.articleSeconds = 60 }) { platform, zalo async throws in
            let token = try await zalo.call(.post, "/v2.0/article/create", Self.body).data["token"] as? String ?? ""
            func verify() async throws -> Caller.Answer { try await zalo.call(.post, "/v2.0/article/verify", #"{"token":"\#(token)"}"#) }
            #expect(try await verify().error == -214)
            await platform.moveClock(seconds: 61)
            let id = try #require(try await verify().data["id"] as? String)
            let detail = try await zalo.call(.get, "/v2.0/article/getdetail?id=\(id)").data
            #expect(detail["title"] as? String == "Kết quả tuần" && detail["author"] as? String == "Tổ công tác")
        }
    }

    @Test func viewsAreCountedAndListed() async throws {
        try await withRouter { platform, zalo async throws in
            _ = try await zalo.call(.post, "/v2.0/article/create", Self.body)
            let id = try #require(await platform.articles.first?.id)
            _ = try await zalo.call(.get, "/_sim/articles/\(id)", token: nil)
            await platform.reads(article: id, times: 4)
            let slice = try await zalo.call(.get, "/v2.0/article/getslice?offset=0&limit=5&type=normal").data
            let row = try #require((slice["medias"] as? [[String: Any]])?.first)
            #expect(row["total_view"] as? Int == 5 && row["status"] as? String == "show" && slice["total"] as? Int == 1)
        }
    }

    @Test func anArticleCanBeChangedAndRemoved() async throws {
        try await withRouter { platform, zalo async throws in
            _ = try await zalo.call(.post, "/v2.0/article/create", Self.body)
            let id = try #require(await platform.articles.first?.id)
            let changed = #"{"id":"\#(id)","# + Self.body.dropFirst().replacing("Kết quả tuần", with: "Đính chính")
            #expect(try await zalo.call(.post, "/v2.0/article/update", changed).data["token"] != nil)
            #expect(await platform.articles.map(\.title) == ["Đính chính"])
            #expect(try await zalo.call(.post, "/v2.0/article/remove", #"{"id":"\#(id)"}"#).error == 0)
            #expect(try await zalo.call(.get, "/v2.0/article/getdetail?id=\(id)").error == -201)
        }
    }

    @Test func articlesAreCheckedAndLimitedByTheMonth() async throws {
        try await withRouter({ $0.articlesPerMonth = 1 }) { _, zalo async throws in
            let long = Self.body.replacing("Kết quả tuần", with: String(repeating: "a", count: 151))
            #expect(try await zalo.call(.post, "/v2.0/article/create", long).error == -210)
            #expect(try await zalo.call(.post, "/v2.0/article/create", #"{"type":"normal","title":"a","author":"b"}"#).error == -201)
            #expect(try await zalo.call(.post, "/v2.0/article/create", Self.body).error == 0)
            #expect(try await zalo.call(.post, "/v2.0/article/create", Self.body).error == -223)
        }
    }

    @Test func aFilmIsConvertedBeforeItHasANumber() async throws {
        try await withRouter({ $0.articleSeconds = 60 }) { platform, zalo async throws in
            func prepare(_ bytes: String) async throws -> Caller.Answer {
                let body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n\r\n\(bytes)\r\n--b--\r\n"
                return try await zalo.call(
                    .post, "/v2.0/article/upload_video/preparevideo", body, headers: [("Content-Type", "multipart/form-data; boundary=b")])
            }
            #expect(try await prepare("%PDF-1.7").error == -201)
            let token = try #require(try await prepare("    ftypmp42").data["token"] as? String)
            let path = "/v2.0/article/upload_video/verify?token=\(token)"
            #expect(try await zalo.call(.get, path).data["status"] as? Int == 3)
            await platform.moveClock(seconds: 61)
            let ready = try await zalo.call(.get, "/v2.0/article/upload_video/verify", headers: [("token", token)]).data
            #expect(ready["status"] as? Int == 1 && (ready["video_id"] as? String)?.isEmpty == false)
        }
    }

    @Test func anArticleGoesToAllFollowersByDay() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userFollows("70")
            await platform.citizen("71")
            _ = try await zalo.call(.post, "/v2.0/article/create", Self.body)
            let id = try #require(await platform.articles.first?.id)
            let element = #"{"media_type":"article","attachment_id":"\#(id)"}"#
            let payload = #"{"template_type":"media","elements":[\#(element)]}"#
            let body = #"{"recipient":{"target":{"gender":"0"}},"message":{"attachment":{"type":"template","payload":\#(payload)}}}"#
            let hour = Int((await platform.now / 3_600_000 + 7) % 24)
            await platform.moveClock(hours: 24 + 9 - hour)
            await platform.seedTokens(access: "AT", refresh: "RT")
            #expect(try await zalo.call(.post, "/v2.0/oa/message", body, token: "AT").error == 0)
            #expect(await platform.received(by: "70").map(\.kind) == ["link"])
            #expect(await platform.received(by: "71").isEmpty)
            await platform.moveClock(hours: 14)
            #expect(try await zalo.call(.post, "/v2.0/oa/message", body, token: "AT").error == -234)
        }
    }

    @Test func aLivelyAccountHasTheFiguresOfTheSeed() async throws {
        try await withRouter({ $0.past = .lively }) { platform, zalo async throws in
            await platform.world.fill()
            #expect(try await zalo.call(.get, "/v2.0/oa/getoa").data["num_follower"] as? Int == 7300)
            let medias = try await zalo.call(.get, "/v2.0/article/getslice?offset=0&limit=10&type=normal").data["medias"] as? [[String: Any]]
            #expect((medias ?? []).compactMap { $0["total_view"] as? Int }.reduce(0, +) == 40_000)
            let last = try await zalo.ask("/v2.0/oa/listrecentchat", #"{"offset":2990,"count":10}"#)
            #expect(last.rows.count == 10 && last.rows.last?["message_id"] as? String == "p0")
            #expect(try await zalo.ask("/v2.0/oa/listrecentchat", #"{"offset":3000,"count":10}"#).rows.isEmpty)
            let list = try await zalo.ask("/v3.0/oa/user/getlist", #"{"offset":7250,"count":50,"is_follower":"true"}"#)
            #expect(list.data["total"] as? Int == 7300 && list.data["count"] as? Int == 50)
            #expect(try await zalo.call(.get, "/_sim/", token: nil).text.contains("7300 người quan tâm"))
        }
    }
}
