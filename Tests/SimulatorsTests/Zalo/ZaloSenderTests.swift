import Foundation
import Hummingbird
@testable import Simulators
import Testing

struct ZaloSenderTests {
    @Test func theWindowDecidesWhoMayBeWrittenTo() async throws {
        try await withRouter { platform, zalo in
            await platform.citizen("71")
            #expect(try await zalo.send("a", to: "71").error == -232)
            #expect(try await zalo.send("a", to: "unknown").error == -201)
            await platform.userFollows("71")
            let token = try await tokenAfter(hours: 0, platform, zalo)
            #expect(quota(try await zalo.send("a", to: "71", token: token)) == "reply")
            let later = try await tokenAfter(hours: 49, platform, zalo)
            #expect(quota(try await zalo.send("a", to: "71", token: later)) == "sub_quota")
            let tooLate = try await tokenAfter(hours: 24 * 5, platform, zalo)
            #expect(try await zalo.send("a", to: "71", token: tooLate).error == -230)
            #expect(await platform.received(by: "71").count == 2)
        }
    }

    @Test func aUsedUpPackageIsChargedWithoutAQuota() async throws {
        try await withRouter({ $0.packageQuota = 0 }) { platform, zalo in
            await platform.userSends(text: "a", from: "70")
            let token = try await tokenAfter(hours: 50, platform, zalo)
            let answer = try await zalo.send("a", token: token)
            #expect(answer.error == 0 && answer.data["quota"] == nil)
        }
    }

    @Test func anAnswerLooksLikeThePlatforms() async throws {
        try await withRouter { platform, zalo in
            await platform.userSends(text: "a", from: "70")
            let answer = try await zalo.send("Chào bạn")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/json;charset=utf-8")
            #expect(answer.text.hasPrefix(#"{"data":{"message_id":"#) && answer.text.hasSuffix(#""error":0,"message":"Success"}"#))
            #expect(answer.data["user_id"] as? String == "70")
        }
    }

    @Test func tooManyCallsInAMinuteAreRefusedUntilTheNext() async throws {
        try await withRouter({ $0.callsPerMinute = 2 }) { platform, zalo in
            await platform.userSends(text: "a", from: "70")
            // From the beginning of a minute, so that the three calls fall into the same one.
            await platform.world.moveClock(seconds: 60 - platform.now / 1000 % 60)
            #expect(try await zalo.send("1").error == 0)
            let second = try await zalo.send("2")
            #expect(second.headers.first { $0.name.canonicalName == "x-ratelimit-remain" }?.value == "0")
            #expect(try await zalo.send("3").error == -32)
            await platform.world.moveClock(seconds: 60)
            #expect(try await zalo.send("4").error == 0)
        }
    }

    @Test(arguments: [
        (#"{"text":"\#(String(repeating: "a", count: 2001))"}"#, -210),
        (#"{"text":""}"#, -201),
        (#"{"attachment":{"type":"file","payload":{"token":"none"}}}"#, -201),
        (#"{"attachment":{"type":"hologram","payload":{}}}"#, -233),
        (#"{"attachment":{"type":"template","payload":{"template_type":"list"}}}"#, -233),
        (media(#"{"media_type":"image","attachment_id":"A","url":"u"}"#), -201),
        (media(#"{"media_type":"image"}"#), -201),
        (media(#"{"media_type":"image","url":"https://a.example/b.png"}"#), 0),
        (#"{"text":"x","attachment":{"type":"template","payload":{"buttons":[{},{},{},{},{},{}]}}}"#, -210),
        (#"{"text":"x","attachment":{"type":"template","payload":{"buttons":[{"title":"Gửi"}]}}}"#, -201),
        (#"{"attachment":{"type":"template","payload":{"template_type":"request_user_info","elements":[{"title":"t"}]}}}"#, -201),
    ])
    func messagesAreChecked(_ message: String, _ error: Int) async throws {
        try await withRouter { platform, zalo in
            await platform.userSends(text: "a", from: "70")
            let answer = try await zalo.call(.post, "/v3.0/oa/message/cs", #"{"recipient":{"user_id":"70"},"message":\#(message)}"#)
            #expect(answer.error == error)
        }
    }

    @Test(arguments: ["", "{", "[]", #"{"recipient":5}"#]) func oddBodiesAreRefused(_ body: String) async throws {
        try await withRouter { _, zalo in
            let answer = try await zalo.call(.post, "/v3.0/oa/message/cs", body)
            #expect(answer.error == -201)
        }
    }

    @Test func theOldMessageAPIIsShutAndUnknownOnesAreUnknown() async throws {
        try await withRouter { _, zalo in
            let old = try await zalo.call(.post, "/v2.0/oa/message", "{}")
            #expect(old.error == -240)
            #expect(try await zalo.call(.get, "/v3.0/oa/nothing").error == -209)
        }
    }

    @Test func anUploadCanBeSentForSevenDays() async throws {
        try await withRouter { platform, zalo in
            await platform.userSends(text: "a", from: "70")
            let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tra-loi.pdf\"\r\nContent-Type: application/pdf"
            let body = head + "\r\n\r\n%PDF-1.7\r\n--b--\r\n"
            let headers = [("Content-Type", "multipart/form-data; boundary=b")]
            let token = try await zalo.call(.post, "/v2.0/oa/upload/file", body, headers: headers).data["token"] as? String ?? ""
            let message = #"{"recipient":{"user_id":"70"},"message":{"attachment":{"type":"file","payload":{"token":"\#(token)"}}}}"#
            #expect(try await zalo.call(.post, "/v3.0/oa/message/cs", message).error == 0)
            guard case .file(let url, "tra-loi.pdf", 8) = await platform.received(by: "70").first?.attachments.first else {
                Issue.record("no file arrived")
                return
            }
            #expect(try await zalo.call(.get, String(url.dropFirst(await platform.world.baseURL.count)), token: nil).text == "%PDF-1.7")
            #expect(try await zalo.call(.post, "/v2.0/oa/upload/image", body, headers: headers).error == -201)
            let access = try await tokenAfter(hours: 24 * 7, platform, zalo)
            await platform.userSends(text: "b", from: "70")
            #expect(try await zalo.call(.post, "/v3.0/oa/message/cs", message, token: access).error == -100)
        }
    }

    @Test func peopleAndTheAccountCanBeAskedFor() async throws {
        try await withRouter { platform, zalo in
            await platform.citizen("70", name: "Nguyễn Văn An")
            await platform.userFollows("70")
            await platform.citizen("71")
            // As a client in use writes it: JSON with spaces, percent-encoded with `+`.
            let user = try await zalo.call(.get, "/v3.0/oa/user/detail?data=%7B%22user_id%22%3A+%2270%22%7D")
            #expect(user.data["display_name"] as? String == "Nguyễn Văn An" && user.data["user_is_follower"] as? Bool == true)
            #expect(try await zalo.call(.get, "/v3.0/oa/user/detail?data=%7B%22user_id%22%3A%2299%22%7D").error == -201)
            let query = "data=%7B%22offset%22%3A0%2C%22count%22%3A50%2C%22is_follower%22%3A%22true%22%7D"
            let list = try await zalo.call(.get, "/v3.0/oa/user/getlist?" + query)
            #expect(list.data["total"] as? Int == 1)
            #expect(try await zalo.call(.get, "/v2.0/oa/getoa").data["num_follower"] as? Int == 1)
        }
    }

    private static func media(_ element: String) -> String {
        #"{"attachment":{"type":"template","payload":{"template_type":"media","elements":[\#(element)]}}}"#
    }

    /// Moves the clock and renews the token, which may have died on the way.
    private func tokenAfter(hours: Int, _ platform: ZaloPlatform, _ zalo: Caller) async throws -> String? {
        await platform.moveClock(hours: hours)
        let answer = try await zalo.oauth("grant_type=refresh_token&refresh_token=\(await platform.tokens.refresh)")
        return answer.json["access_token"] as? String
    }

    private func quota(_ answer: Caller.Answer) -> String? { (answer.data["quota"] as? [String: Any])?["quota_type"] as? String }
}
