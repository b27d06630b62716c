import Channels
import Database
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import Simulators
import Storage
import Testing
import TestSupport

/// The account is granted to us, and what goes on around it by itself.
@Suite(.eachEngine) struct ZaloGrantStoryTests {
    private static let callback = "https://donghanh.example/zalo/ket-noi"
    private static let page = "/app/quan-tri/kenh/zalo"
    private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    private static let over = "đã dùng hoặc đã hết hạn"

    private func serving(
        isFixed: Bool = false, _ story: @escaping @Sendable (StorySite, ZaloPlatform) async throws -> Void
    ) async throws {
        try await StorySite.withZalo(platform: { platform in
            if isFixed { platform.consoleChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" }
        }, wire: { wire in
            wire.callback = Self.callback
            if isFixed { wire.fixedVerifier = Self.verifier }
        }, story)
    }

    /// Where an administrator of the account is sent to.
    private func invitation(_ site: StorySite, button: String = "grant") async throws -> String {
        let page = try await site.staff("quantri").fill(Self.page, button: button).page
        return try #require(page.all("a").compactMap { $0["href"] }.first { $0.contains("/v4/oa/permission") })
    }

    /// He agrees; where Zalo leads his browser back to, without our host.
    private func agreed(_ address: String, _ platform: ZaloPlatform) async throws -> String {
        let parts = try #require(URLComponents(string: address))
        return try await platform.application().test(.router) { client in
            try await client.execute(uri: "\(parts.path)?\(parts.percentEncodedQuery ?? "")", method: .get) { response in
                let back = try #require(response.headers[.location].flatMap { URLComponents(string: $0) })
                #expect(back.host == "donghanh.example")
                return "\(back.path)?\(back.percentEncodedQuery ?? "")"
            }
        }
    }

    @Test func aGrantServesOnce() async throws {
        try await serving { site, platform in
            let back = try await agreed(try await invitation(site), platform)
            #expect(try await site.visitor().open(back).text.contains("Đã kết nối"))
            #expect(await platform.mintedPairs == 1)
            #expect(try await site.visitor().open(back).text.contains(Self.over))
            #expect(await platform.mintedPairs == 1)
        }
    }

    @Test func aGrantIsGoodForTenMinutes() async throws {
        try await serving { site, platform in
            let back = try await agreed(try await invitation(site), platform)
            site.test.clock.advance(minutes: 10)
            #expect(try await site.visitor().open(back).text.contains(Self.over))
            #expect(await platform.mintedPairs == 0)
        }
    }

    @Test func anotherAccountIsNotTaken() async throws {
        try await serving { site, platform in
            let back = try await agreed(try await invitation(site), platform)
            let other = back.replacing("oa_id=\(platform.settings.oaID)", with: "oa_id=5599999999999999999")
            #expect(other != back)
            #expect(try await site.visitor().open(other).text.contains("5599999999999999999, không phải"))
            #expect(await platform.mintedPairs == 0)
        }
    }

    @Test func whoComesWithoutBeingSentIsNotHeard() async throws {
        try await serving { site, platform in
            let back = try await agreed(try await invitation(site), platform)
            let code = try #require(URLComponents(string: back)?.queryItems?.first { $0.name == "code" }?.value)
            let stranger = "/zalo/ket-noi?code=\(code)&oa_id=\(platform.settings.oaID)"
            #expect(try await site.visitor().open(stranger).text.contains(Self.over))
            #expect(try await site.visitor().open("\(stranger)&state=doan").text.contains(Self.over))
            #expect(await platform.mintedPairs == 0)
        }
    }

    @Test(arguments: ["", "&state=console"]) func aGrantMayBeginInTheConsoleWhereThatKeepsTheCodes(state: String) async throws {
        try await serving(isFixed: true) { site, platform in
            let console = "/v4/oa/permission?app_id=\(platform.settings.appID)&redirect_uri=\(Self.callback)\(state)"
            let back = try await agreed("http://127.0.0.1\(console)", platform)
            #expect(try await site.visitor().open(back).text.contains("Đã kết nối"))
            #expect(await platform.mintedPairs == 1)
        }
    }

    @Test func theFixedCodesServeAGrantThatWeBeginToo() async throws {
        try await serving(isFixed: true) { site, platform in
            let back = try await agreed(try await invitation(site, button: "grantFixed"), platform)
            #expect(try await site.visitor().open(back).text.contains("Đã kết nối"))
        }
    }

    @Test func whereNobodyHasGrantedYetThePageSaysSo() async throws {
        let withoutTokens: @Sendable (inout ZaloSettings) -> Void = { ($0.accessToken, $0.refreshToken) = ("", "") }
        try await StorySite.withZalo(wire: withoutTokens) { site, platform in
            await platform.userSends(text: "Máy bơm tiêu úng hỏng từ hôm qua", from: "73")
            await site.couriers.workOnce()
            let admin = try await site.staff("quantri")
            #expect(try await admin.open(Self.page).text.contains("Chưa được cấp quyền"))
            let settings = platform.settings
            let values: KeyValuePairs = ["accessToken": settings.accessToken, "refreshToken": settings.refreshToken]
            #expect(try await admin.fill(Self.page, values, button: "adopt").status == 200)
            await site.couriers.workOnce()
            #expect(await platform.received(by: "73").count == 1, "the letter that waited goes out at once")
        }
    }

    @Test func lettersThatWaitedForTheGrantGoOutWithIt() async throws {
        try await serving { site, platform in
            await platform.expireAccessToken()
            await platform.revokeGrant()
            await platform.userSends(text: "Máy bơm tiêu úng hỏng từ hôm qua", from: "73")
            await site.couriers.workOnce()
            site.test.clock.advance(hours: 3)
            await site.couriers.workOnce()
            #expect(await platform.received(by: "73").isEmpty)
            let back = try await agreed(try await invitation(site), platform)
            await site.couriers.workOnce()
            #expect(await platform.received(by: "73").isEmpty, "it waits out its pause")
            #expect(try await site.visitor().open(back).text.contains("Đã kết nối"))
            await site.couriers.workOnce()
            #expect(await platform.received(by: "73").count == 1)
        }
    }

    @Test func whatWasWrittenDuringAnOutageIsTakenInThoughNewWordsCameFirst() async throws {
        try await serving { site, platform in
            let rounds = ZaloRounds(office: site.test.office, account: try #require(site.zalo)) { _ in }
            func pass(hours: Int) async {
                site.test.clock.advance(hours: hours)
                await platform.moveClock(hours: hours)
            }
            await platform.moveClock(seconds: Int(site.test.clock.now.milliseconds / 1000) - Int(Date().timeIntervalSince1970))
            await rounds.minute()
            await pass(hours: 1)
            let port = try #require(site.client.port)
            await platform.setWebhook(nil)
            await platform.userSends(text: "Đường vào xưởng ngập", from: "71")
            await pass(hours: 5)
            await platform.setWebhook("http://localhost:\(port)/webhooks/zalo")
            await platform.userSends(text: "Điện chập chờn cả tuần", from: "72")
            await site.couriers.workOnce()
            #expect(try await site.test.rows(in: "petition") == 1)
            await rounds.minute()
            await site.couriers.workOnce()
            #expect(try await site.test.newest(of: "71").title.contains("ngập"))
            await pass(hours: 1)
            await rounds.minute()
            await site.couriers.workOnce()
            #expect(try await site.test.rows(in: "petition") == 2)
            #expect(try await site.test.rows(in: "message") == 2, "what was fetched is known when it is fetched again")
        }
    }
}
