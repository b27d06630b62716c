import Hummingbird
@testable import Simulators
import Testing

struct ZaloOAuthTests {
    private static let refresh = "grant_type=refresh_token&refresh_token="
    private static let first = ZaloPlatformSettings.demonstrationRefreshToken

    @Test func aRefreshTokenWorksOnceAndKillsTheOldAccessToken() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            let pair = try await zalo.oauth(Self.refresh + Self.first).json
            #expect(pair["expires_in"] as? String == "90000")
            #expect(try await zalo.oauth(Self.refresh + Self.first).error == -14014)
            #expect(try await zalo.send("cũ").error == -220)
            #expect(try await zalo.send("mới", token: pair["access_token"] as? String).error == 0)
            #expect(try await zalo.oauth(Self.refresh + (pair["refresh_token"] as? String ?? "")).json["access_token"] != nil)
        }
    }

    @Test func errorsHaveTheirOwnShapeWithStatus200() async throws {
        try await withRouter { _, zalo async throws in
            let wrong = try await zalo.oauth(Self.refresh + "nonsense")
            #expect(wrong.status == 200 && wrong.json["error_name"] as? String == "Invalid refresh token.")
            #expect(wrong.json["access_token"] == nil)
            #expect(try await zalo.oauth(Self.refresh + Self.first, secret: "no").error == -14004)
            #expect(try await zalo.oauth("grant_type=password").error == -14018)
            #expect(try await zalo.call(.post, "/v4/oa/access_token", "app_id=1", token: nil).error == -14002)
        }
    }

    @Test func aGrantLeadsToACodeThatIsGoodOnceAndOnlyForItsVerifier() async throws {
        try await withRouter { platform, zalo async throws in
            // RFC 7636's pair (brief §1.2).
            let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
            func granted() async throws -> String {
                let answer = try await zalo.call(
                    .get,
                    "/v4/oa/permission?app_id=\(platform.settings.appID)&redirect_uri=https%3A%2F%2Fa.example%2Fb"
                        + "&code_challenge=\(challenge)&state=s1",
                    token: nil)
                #expect(answer.status == 302)
                let query = formFields((answer.headers[.location] ?? "").split(separator: "?").last.map(String.init) ?? "")
                #expect(query["oa_id"] == platform.settings.oaID && query["state"] == "s1")
                return query["code"] ?? ""
            }
            func exchange(_ code: String, _ verifier: String) async throws -> Caller.Answer {
                try await zalo.oauth("grant_type=authorization_code&code=\(code)&code_verifier=\(verifier)")
            }
            let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
            let code = try await granted()
            #expect(try await exchange(code, verifier).json["access_token"] != nil)
            #expect(try await exchange(code, verifier).error == -14005)
            #expect(try await exchange(try await granted(), "x" + verifier).error == -14005)
            let late = try await granted()
            await platform.world.moveClock(seconds: 601)
            #expect(try await exchange(late, verifier).error == -14005)
        }
    }

    @Test func aWrongCallbackIsRefused() async throws {
        try await withRouter({ $0.callbackURL = "https://a.example/b" }) { platform, zalo async throws in
            let answer = try await zalo.call(
                .get, "/v4/oa/permission?app_id=\(platform.settings.appID)&redirect_uri=https%3A%2F%2Fevil.example", token: nil)
            #expect(answer.error == -14003)
        }
    }

    @Test func anAccessTokenLives25Hours() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            await platform.moveClock(hours: 24)
            let young = try await zalo.send("a")
            #expect(young.error == 0)
            await platform.moveClock(hours: 1)
            #expect(try await zalo.send("a").error == -220)
            #expect(try await zalo.send("a", token: "AT-unknown").error == -216)
            #expect(try await zalo.send("a", token: nil).error == -216)
        }
    }

    @Test func theAdministratorIsAskedWhenNotGrantedAtOnce() async throws {
        try await withRouter({ $0.grantsAtOnce = false }) { platform, zalo async throws in
            let query = "app_id=\(platform.settings.appID)&redirect_uri=https%3A%2F%2Fa.example%2Fb&state=%22%3E%3Cb"
            let page = try await zalo.call(.get, "/v4/oa/permission?" + query, token: nil)
            #expect(page.status == 200 && page.text.contains("Cho phép") && !page.text.contains("\"><b"))
            let granted = try await zalo.call(.post, "/v4/oa/permission", query + "&decision=grant", token: nil)
            #expect(granted.headers[.location]?.contains("code=") == true)
            let denied = try await zalo.call(.post, "/v4/oa/permission", query + "&decision=deny", token: nil)
            #expect(denied.headers[.location]?.contains("error_description=") == true && denied.headers[.location]?.contains("code=") == false)
        }
    }

    @Test func theConsolesPairHoldsWhereARequestBringsNone() async throws {
        let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        for (insists, own) in [(false, ""), (true, "&code_challenge=other")] {
            try await withRouter({ settings in
                settings.consoleChallenge = challenge
                settings.insistsOnConsolePair = insists
            }) { platform, zalo async throws in
                let query = "app_id=\(platform.settings.appID)&redirect_uri=https%3A%2F%2Fa.example%2Fb" + own
                func code() async throws -> String {
                    let answer = try await zalo.call(.get, "/v4/oa/permission?" + query, token: nil)
                    return formFields((answer.headers[.location] ?? "").split(separator: "?").last ?? "")["code"] ?? ""
                }
                let grant = "grant_type=authorization_code&code="
                let first = try await code()
                #expect(try await zalo.oauth(grant + first + "&code_verifier=wrong").error == -14005)
                let second = try await code()
                #expect(try await zalo.oauth(grant + second + "&code_verifier=\(verifier)").json["access_token"] != nil)
            }
        }
    }

    @Test func aRevokedGrantIsMadeGoodByGrantingAgain() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.expireAccessToken()
            await platform.revokeGrant()
            #expect(try await zalo.oauth(Self.refresh + Self.first).error == -14014)
            let query = "app_id=\(platform.settings.appID)&redirect_uri=https%3A%2F%2Fa.example%2Fb"
            let answer = try await zalo.call(.get, "/v4/oa/permission?" + query, token: nil)
            let code = formFields((answer.headers[.location] ?? "").split(separator: "?").last ?? "")["code"] ?? ""
            let pair = try await zalo.oauth("grant_type=authorization_code&code=\(code)").json
            #expect(try await zalo.call(.get, "/v2.0/oa/getoa", token: pair["access_token"] as? String).error == 0)
        }
    }
}
