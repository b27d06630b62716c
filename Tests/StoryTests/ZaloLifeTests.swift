import Database
import Domain
import Operations
import Simulators
import Testing
import TestSupport

/// A petition that came by Zalo: one line is enough, and the answer comes back into the same chat.
@Suite(.eachEngine) struct ZaloLifeTests {
    @Test func aLineOnZaloBecomesACaseAndIsAnsweredInTheChat() async throws {
        try await StorySite.withZalo { site, platform async throws in
            let citizen = "7000000000000000001"
            await #expect(platform.userSends(text: "Đường trước cổng nhà máy ngập, công nhân không vào được", from: citizen).answer == .status(200))
            await site.couriers.workOnce()
            let petition = try await site.test.newest(of: citizen)
            let first = await platform.received(by: citizen)
            #expect(first.count == 1)
            #expect(first.last?.text.contains(petition.lookupCode.grouped) == true)
            #expect(first.last?.text.contains(petition.clock.due.day.vietnamese) == true)

            try await aPictureJoins(site, platform, citizen)
            let code = petition.lookupCode.text
            try await site.screen(code, by: try await site.staff("lan"))
            try await site.diagnoseAndAssign(code, by: try await site.staff("duc"))
            try await site.answer(code, by: try await site.staff("nga"))
            try await site.take("phe-duyet", of: code, by: try await site.staff("quan"), [:], button: "approve")
            await site.couriers.workOnce()
            let answer = await platform.received(by: citizen).last?.text ?? ""
            #expect(answer.contains("Mặt đường được sửa xong trong tuần này."))
            #expect(answer.contains("https://donghanh.example/tra-cuu/\(code)"))

            site.test.clock.advance(days: 1)
            await platform.userSends(text: "2 chưa xong, nước vẫn ngập", from: citizen)
            await site.couriers.workOnce()
            let reopened = try await site.test.newest(of: citizen)
            #expect(reopened.id == petition.id)
            #expect(reopened.state == .escalated, "it climbs to the next level by itself")
            #expect(await platform.received(by: citizen).last?.text.contains("được xem xét lại") == true)
            #expect(try await site.test.rows(in: "petition") == 1)
        }
    }

    private func aPictureJoins(_ site: StorySite, _ platform: ZaloPlatform, _ citizen: String) async throws {
        await platform.userSends(picture: Samples.png, from: citizen)
        await site.couriers.workOnce()
        let petition = try await site.test.newest(of: citizen)
        #expect(try await site.test.rows(in: "petition") == 1)
        let lan = try await site.staff("lan")
        let page = try await lan.open("/app/ho-so/\(petition.number.text)")
        let link = page.all("a").first { ($0["href"] ?? "").hasPrefix("/tep/") }
        #expect(try await lan.get(link?["href"] ?? "/").body == Samples.png)
    }

    @Test func theSameDeliveryAgainChangesNothing() async throws {
        try await StorySite.withZalo { site, platform async throws in
            await platform.trouble { $0.duplicates = true }
            await platform.userSends(text: "Điện chập chờn cả tuần nay", from: "71")
            await site.couriers.workOnce()
            #expect(try await site.test.rows(in: "petition") == 1)
            #expect(try await site.test.rows(in: "message") == 1)
            #expect(await platform.received(by: "71").count == 1)
        }
    }

    @Test func aFollowerIsGreetedOnceAndOpensNoCase() async throws {
        try await StorySite.withZalo { site, platform async throws in
            await platform.userFollows("72")
            await site.couriers.workOnce()
            #expect(await platform.received(by: "72").count == 1)
            #expect(try await site.test.rows(in: "petition") == 0)
        }
    }

    @Test func theConsolesProbesGet200AndAreNotKept() async throws {
        try await StorySite.withZalo { site, platform async throws in
            #expect(await platform.consoleTest() == .status(200))
            #expect(try await site.test.rows(in: "hook_delivery") == 0)
        }
    }

    @Test func whatComesInWhileTheRefreshTokenIsWorthlessWaitsAndGoesOutLater() async throws {
        try await StorySite.withZalo { site, platform async throws in
            await platform.expireAccessToken()
            await platform.revokeGrant()
            await platform.userSends(text: "Máy bơm tiêu úng hỏng từ hôm qua", from: "73")
            await site.couriers.workOnce()
            #expect(try await site.test.rows(in: "petition") == 1)
            #expect(await platform.received(by: "73").isEmpty)
            #expect(try await site.test.number("SELECT count(*) AS n FROM outbox WHERE state = 'waiting'") == 1)
        }
    }
}
