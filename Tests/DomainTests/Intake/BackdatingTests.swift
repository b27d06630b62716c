import Domain
import Testing

/// How far back a receipt may be dated, and what must be said of it. Now is Wednesday 5 August 2026, ten o'clock.
@Suite struct BackdatingTests {
    private func problems(_ receivedAt: String, _ reason: String = "Mất điện, ghi sổ tay trước.", mostDays: Int = 3) throws -> [Problem] {
        Backdating.problems(
            receivedAt: try instant(receivedAt), reason: reason, now: try instant("2026-08-05T10:00"), calendar: try VietnamCalendar.load(),
            mostDays: mostDays)
    }

    @Test(arguments: ["2026-08-05T10:00", "2026-08-05T09:45", "2026-08-03T08:00", "2026-07-31T16:00"])
    func withinThreeWorkingDaysAndWithAReasonItHolds(receivedAt: String) throws {
        #expect(try problems(receivedAt) == [])
    }

    @Test func theFutureIsNoReceipt() throws {
        #expect(try problems("2026-08-05T10:01") == [Problem("receivedAt", .momentAhead)])
    }

    @Test func aWeekendCountsNoWorkingDay() throws {
        // Friday, Saturday and Sunday are three working days back or less; Thursday is four.
        #expect(try problems("2026-08-01T09:00") == [])
        #expect(try problems("2026-07-30T16:00") == [Problem("receivedAt", .tooLongAgo(3))])
    }

    @Test func theRegulationMayAllowNoneAtAll() throws {
        #expect(try problems("2026-08-05T07:00", mostDays: 0) == [])
        #expect(try problems("2026-08-04T17:00", mostDays: 0) == [Problem("receivedAt", .tooLongAgo(0))])
    }

    @Test func afterAQuarterOfAnHourAReasonIsAskedFor() throws {
        #expect(try problems("2026-08-05T09:45", "") == [])
        #expect(try problems("2026-08-05T09:44", "") == [Problem("receivedReason", .missing)])
        #expect(try problems("2026-08-05T09:44", "bận") == [Problem("receivedReason", .tooShort(5))])
    }

    @Test func anOldRegulationHasTheStandard() throws {
        #expect(Regulation.Parameters().mostBackdating == 3)
        #expect(Regulation.Parameters(backdatingDays: 1).mostBackdating == 1)
    }
}
