import Hummingbird
@testable import Simulators
import Testing

/// Windows, quotas, limits and mishaps of the API.
struct ZaloWindowTests {
    @Test func withTheOldRuleEightMessagesAreFreeUntilTheNextInteraction() async throws {
        try await withRouter({ $0.freeReplies = 2 }) { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            func quota() async throws -> [String] {
                let quota = try await zalo.send("b").data["quota"] as? [String: Any]
                return [quota?["quota_type"] as? String ?? "", quota?["remain"] as? String ?? ""]
            }
            #expect(try await quota() == ["reply", "1"])
            #expect(try await quota() == ["reply", "0"])
            #expect(try await quota() == ["sub_quota", "499"])
            await platform.userOpensChat("70")
            #expect(try await quota() == ["reply", "1"])
        }
    }

    @Test func whatIsNotFreeIsRefusedWhenNothingIsLeftToPayFrom() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            await platform.trouble { $0.isOutOfQuota = true }
            #expect(try await zalo.send("trong 48 giờ").error == 0)
            await platform.moveClock(hours: 49)
            let pair = ("AT-tay", "RT-tay")
            await platform.seedTokens(access: pair.0, refresh: pair.1)
            #expect(try await zalo.send("sau 48 giờ", token: pair.0).error == -211)
        }
    }

    @Test func whoBlocksTheAccountGetsNothing() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            await platform.userBlocks("70")
            #expect(try await zalo.send("b").error == -244)
            #expect(await platform.received(by: "70").isEmpty)
        }
    }

    @Test func theLimitOfCallsCanBeMovedWhileItRuns() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.moveClock(seconds: 60 - Int(platform.now / 1000 % 60))
            await platform.limitCalls(perMinute: 1)
            #expect(try await zalo.call(.get, "/v2.0/oa/getoa").error == 0)
            #expect(try await zalo.call(.get, "/v2.0/oa/getoa").error == -32)
            // Articles are counted apart.
            #expect(try await zalo.call(.get, "/v2.0/article/getslice?offset=0&limit=1&type=normal").error == 0)
            await platform.moveClock(seconds: 60)
            #expect(try await zalo.call(.get, "/v2.0/oa/getoa").error == 0)
        }
    }

    @Test func aPathCanBeMadeToFailByItself() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            _ = try await zalo.call(.post, "/_sim/trouble", #"{"failing_paths":"/v2.0/oa/getoa=-204"}"#)
            #expect(try await zalo.call(.get, "/v2.0/oa/getoa").error == -204)
            #expect(try await zalo.send("b").error == 0)
        }
    }

    @Test func anAnswerCanGetLostThoughTheMessageArrived() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            _ = try await zalo.call(.post, "/_sim/trouble", #"{"lost_answers":1}"#)
            #expect(try await zalo.send("b").status == 504)
            #expect(try await zalo.send("c").status == 200)
            #expect(await platform.received(by: "70").map(\.text) == ["b", "c"])
        }
    }

    @Test func anExpiredTokenCanBeToldInWords() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.trouble { $0.tellsExpiryInWords = true }
            await platform.expireAccessToken()
            let answer = try await zalo.call(.get, "/v2.0/oa/getoa")
            #expect(answer.error == -216 && (answer.json["message"] as? String)?.contains("expired") == true)
        }
    }

    @Test func theProofIsDemandedWhenSwitchedOn() async throws {
        #expect(hmac("access-token-for-tests", key: "app-secret-for-tests") == "7196be12396e82d498574863aab45f32c0f0c84c6d6d4038d19a0d78120bdf44")
        try await withRouter({ $0.needsProof = true }) { platform, zalo async throws in
            #expect(try await zalo.call(.get, "/v2.0/oa/getoa").error == -242)
            let proof = hmac(ZaloPlatformSettings.demonstrationAccessToken, key: platform.settings.appSecret)
            #expect(try await zalo.call(.get, "/v2.0/oa/getoa", headers: [("appsecret_proof", proof)]).error == 0)
        }
    }

    @Test func uploadsOfAMonthAreCountedByKind() async throws {
        try await withRouter({ $0.uploadsPerMonth = 1 }) { platform, zalo async throws in
            func upload(_ kind: String, _ bytes: String) async throws -> Int? {
                let body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n\(bytes)\r\n--b--\r\n"
                return try await zalo.call(
                    .post, "/v2.0/oa/upload/\(kind)", body, headers: [("Content-Type", "multipart/form-data; boundary=b")]
                ).error
            }
            #expect(try await upload("file", "%PDF-1.7") == 0)
            #expect(try await upload("gif", "GIF89a") == 0)
            #expect(try await upload("file", "%PDF-1.7") == -211)
            #expect(try await upload("image", "GIF89a") == -201)
        }
    }
}
