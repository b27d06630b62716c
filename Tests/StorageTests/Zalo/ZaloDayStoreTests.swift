import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// The figures of the account by day.
@Suite(.eachEngine) struct ZaloDayStoreTests {
    @Test func messagesAreCountedByTheDayOfTheCountryInAndOut() async throws {
        let test = try await TestOffice(at: "2026-08-03T23:59")
        try await test.zalo("Đường ngập", id: "m-1")
        test.clock.advance(minutes: 2)
        try await test.zalo("Vẫn ngập", id: "m-2")
        _ = try await test.submit()
        let wire = RecordingWire()
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        let petition = try await test.newest()
        let said = Inbound(
            channel: .zalo, externalID: "s-1", sender: "z-1", sentAt: test.clock.now, content: .said(Words("Đang xử lý"), officer: "79"))
        try await test.office.perform(ReceiveMessage(said), as: .sender)
        try await test.database.write { try ZaloDayStore.recount(since: test.clock.now.day.adding(-2), $0) }
        let days = try await test.office.read { try ZaloDayStore.newest(5, $0) }
        #expect(days.map(\.day) == [try #require(Day(2026, 8, 4)), try #require(Day(2026, 8, 3))])
        #expect(days.map(\.messagesIn) == [1, 1], "the form is no message here")
        #expect(days.map(\.messagesOut) == [wire.delivered.count + 1, 0])
        #expect(petition.channel == .zalo && wire.delivered.count > 0)
    }

    @Test func countingAgainCountsNothingTwiceAndKeepsWhatThePlatformSaid() async throws {
        let test = try await TestOffice()
        try await test.zalo("Đường ngập", id: "m-1")
        let today = test.clock.now.day
        try await test.database.write { tx in
            try ZaloDayStore.note(followers: 7, articles: ZaloArticles(count: 2, views: 30), on: today, tx)
            for _ in 0..<2 { try ZaloDayStore.recount(since: today, tx) }
            try ZaloDayStore.note(followers: 8, articles: nil, on: today, tx)
        }
        let day = try #require(try await test.office.read { try ZaloDayStore.newest(1, $0) }.first)
        #expect(day.day == today && day.followers == 8 && day.articles == 2 && day.articleViews == 30)
        #expect(day.messagesIn == 1 && day.messagesOut == 0)
        #expect(try await test.office.read { try ZaloDayStore.messages($0) }.came == 1)
    }
}
