import Database
import Domain
import Operations
import Simulators
import Storage
import Testing
import TestSupport

/// What can go wrong between the office and Zalo: each ends in the right state of the outbox, and recovers by itself.
@Suite(.eachEngine) struct ZaloTroubleTests {
    private func outbox(_ site: StorySite) async throws -> [String] {
        try await site.test.office.read { try $0.all("SELECT state FROM outbox ORDER BY id") { try $0["state"] } }
    }

    @Test func anOutageIsWaitedOut() async throws {
        try await StorySite.withZalo { site, platform async throws in
            await platform.trouble { $0.outage = true }
            try await site.test.zalo("Đường ngập", from: "70", id: "m-1")
            await site.couriers.workOnce()
            #expect(try await outbox(site) == ["waiting"])
            await platform.trouble { $0.outage = false }
            await platform.userSends(text: "Vẫn ngập", from: "70")
            site.test.clock.advance(minutes: 10)
            await site.couriers.workOnce()
            #expect(try await outbox(site).first == "sent")
        }
    }

    @Test func aRateLimitWaitsForTheNextMinute() async throws {
        try await StorySite.withZalo { site, platform async throws in
            await platform.trouble { $0.nextErrors = [-32] }
            await platform.userSends(text: "Đường ngập", from: "70")
            await site.couriers.workOnce()
            #expect(try await outbox(site) == ["waiting"])
            site.test.clock.advance(minutes: 2)
            await site.couriers.workOnce()
            #expect(try await outbox(site) == ["sent"])
        }
    }

    @Test func anExpiredTokenIsRenewedOnTheWay() async throws {
        try await StorySite.withZalo { site, platform async throws in
            await platform.expireAccessToken()
            await platform.userSends(text: "Đường ngập", from: "70")
            await site.couriers.workOnce()
            #expect(try await outbox(site) == ["sent"])
        }
    }

    @Test func aShutWindowOfANoticeFailsAndTheNextWordOpensItAgain() async throws {
        try await StorySite.withZalo { site, platform async throws in
            await platform.userSends(text: "Đường ngập", from: "70")
            await platform.moveClock(hours: 24 * 8)
            await site.couriers.workOnce()
            #expect(try await outbox(site) == ["failed"])
            await platform.userSends(text: "Có ai xem chưa", from: "70")
            try await site.test.office.perform(
                TryAgain(try await site.test.office.read { try #require(try OutboxQueries.failures(before: nil, limit: 1, $0).first).id }),
                as: .staff(site.test.cast.lan))
            await site.couriers.workOnce()
            #expect(try await outbox(site) == ["sent"])
        }
    }

    @Test func receiptsAndTheWordsOfStaffArriveOnTheCase() async throws {
        try await StorySite.withZalo { site, platform async throws in
            await platform.userSends(text: "Đường ngập", from: "70")
            await site.couriers.workOnce()
            let sent = try #require(await platform.received(by: "70").last)
            await platform.userReceives(sent.id, "70")
            await platform.userSees("70", [sent.id])
            await platform.staffSends(.text("Chúng tôi đang cử người xuống"), to: "70", admin: "79")
            await site.couriers.workOnce()
            let petition = try await site.test.newest(of: "70")
            let entry = try #require(try await site.test.office.read { try OutboxStore.of(petition.id, $0).first })
            #expect(entry.arrivedAt != nil && entry.seenAt != nil)
            let messages = try await site.test.office.read { try MessageStore.of(petition.id, $0) }
            #expect(messages.map(\.text) == ["Đường ngập", "Chúng tôi đang cử người xuống"])
            #expect(messages.last?.direction == .outbound && messages.last?.author?.isEmpty == false)
            let page = try await site.staff("lan").open("/app/ho-so/\(petition.number.text)")
            #expect(page.text.contains("đã xem") && page.text.contains("Nhắn miễn phí đến"))
        }
    }

    @Test func whatIsSaidInAGroupStaysWithItAndBecomesACaseInOneStep() async throws {
        try await StorySite.withZalo { site, platform async throws in
            let group = try #require(await platform.makesGroup(name: "Nhóm doanh nghiệp", members: ["70"]))
            _ = await platform.userSends(.text("Điện chập chờn cả tuần"), from: "70", inGroup: group.id)
            await site.couriers.workOnce()
            #expect(try await site.test.rows(in: "petition") == 0)
            let known = try #require(try await site.test.office.read { try ChatGroupStore.find(group.id, $0) })
            let line = try #require(try await site.test.office.read { try ChatGroupTalkStore.newest(of: known.id, limit: 5, $0).first })
            let opened = try await site.test.office.perform(OpenFromGroup(known.id, message: line.message), as: .staff(site.test.cast.lan))
            #expect(opened.channel == .zaloGroup && opened.title.contains("Điện chập chờn"))
            await #expect(throws: Refusal.isOver) {
                try await site.test.office.perform(OpenFromGroup(known.id, message: line.message), as: .staff(site.test.cast.lan))
            }
        }
    }

    @Test func whoAsksToBeForgottenBecomesATaskOnce() async throws {
        try await StorySite.withZalo { site, platform async throws in
            await platform.userSends(text: "Đường ngập", from: "70")
            await platform.userWithdraws("70")
            await site.couriers.workOnce()
            #expect(try await site.test.rows(in: "reply_task") == 1)
            #expect(try await site.test.rows(in: "petition") == 1, "nothing is deleted by itself")
        }
    }
}
