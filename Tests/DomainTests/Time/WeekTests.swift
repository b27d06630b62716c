import Testing

@testable import Domain

struct WeekTests {
    @Test func aReportingWeekRunsFromFridayNoonToFridayNoon() throws {
        let week = try #require(Week(iso: "2026-W47"))
        #expect(week.start.iso == "2026-11-13T12:00:00+07:00")
        #expect(week.end.iso == "2026-11-20T12:00:00+07:00")
        #expect(week.vietnamese == "từ 12:00 13/11/2026 đến trước 12:00 20/11/2026")
    }

    @Test(arguments: [
        ("2026-11-20T11:59:59.999", "2026-W47"), ("2026-11-20T12:00", "2026-W48"), ("2026-11-13T12:00", "2026-W47"),
        ("2026-11-21T05:00", "2026-W48"), ("2027-01-01T11:00", "2026-W53"), ("2027-01-01T12:00", "2027-W01"),
        ("2024-12-30T00:00", "2025-W01"),
    ])
    func aMomentLiesInTheWeekThatEndsAfterIt(moment: String, iso: String) throws {
        let week = try Week.containing(instant(moment))
        #expect(week.iso == iso)
        #expect(try week.contains(instant(moment)))
    }

    @Test func weeksFollowEachOtherWithoutGapAndByTheirNames() throws {
        var week = try #require(Week(iso: "2019-W50"))
        for _ in 0..<500 {
            #expect(week.next.start == week.end)
            #expect(week.next.previous == week)
            #expect(Week(iso: week.iso) == week)
            week = week.next
        }
    }

    @Test(arguments: ["2026-W54", "2025-W53", "2026-W00", "2026-W7", "2026W47", "2026-w47", "W47", "2026-W47-5", ""])
    func weeksThatDoNotExistAreRefused(text: String) {
        #expect(Week(iso: text) == nil)
    }

    @Test func aTaskForceMayCloseItsWeekOnAnotherDay() throws {
        let closing = Week.Closing(weekday: .monday, hour: 8)
        let week = try #require(Week(iso: "2026-W47", closing: closing))
        #expect(week.end.iso == "2026-11-16T08:00:00+07:00")
        #expect(try Week.containing(instant("2026-11-16T08:00"), closing: closing).iso == "2026-W48")
    }
}
