import Testing

@testable import Domain

struct InstantTests {
    @Test func midnightInVietnamIsSeventeenHoursUTC() throws {
        let before = try #require(Instant(iso: "2026-11-20T16:59:59Z"))
        let after = try #require(Instant(iso: "2026-11-20T17:00:00Z"))
        #expect(before.day == Day(2026, 11, 20))
        #expect(after.day == Day(2026, 11, 21))
        #expect(after.secondOfDay == 0)
    }

    @Test func momentsBefore1970HaveTheirDay() {
        #expect(Instant(milliseconds: -7 * 3_600_000 - 1).day == Day(1969, 12, 31))
        #expect(Instant(milliseconds: -7 * 3_600_000 - 1).secondOfDay == 86_399)
    }

    @Test func additionAndDifferenceAgree() {
        let start = Instant(milliseconds: 0)
        #expect(start.adding(hours: 2).adding(minutes: 3).adding(seconds: 4).seconds(since: start) == 7384)
        #expect(start.seconds(since: start.adding(minutes: 1)) == -60)
    }
}
