import Testing

@testable import Domain

struct DeadlineTests {
    /// Brief §2.3, all twelve.
    static let vectors: [(received: String, days: Int, due: String)] = [
        ("2026-02-13", 5, "2026-02-27"), ("2026-08-19", 5, "2026-08-25"), ("2026-08-03", 15, "2026-08-22"),
        ("2026-08-27", 3, "2026-09-04"), ("2026-11-20", 2, "2026-11-25"), ("2026-04-24", 2, "2026-04-29"),
        ("2026-04-29", 1, "2026-05-04"), ("2026-05-10", 15, "2026-05-29"), ("2025-04-24", 3, "2025-04-28"),
        ("2027-02-03", 2, "2027-02-12"), ("2026-11-21", 15, "2026-12-14"), ("2021-07-23", 5, "2021-07-30"),
    ]

    @Test(arguments: vectors)
    func theVectorsOfTheBriefAreMet(received: String, days: Int, due: String) throws {
        let deadline = try VietnamCalendar.load().count(from: day(received), workingDays: days)
        #expect(deadline.due.iso == due)
        #expect(deadline.counted.count == days)
    }

    @Test(arguments: [("2026-08-19", 5, "2026-08-26"), ("2026-08-03", 15, "2026-08-24"), ("2025-04-24", 3, "2025-04-29")])
    func whoIgnoresMakeUpSaturdaysIsLate(received: String, days: Int, due: String) throws {
        #expect(try VietnamCalendar.withoutMakeUpDays().count(from: day(received), workingDays: days).due.iso == due)
    }

    @Test(arguments: vectors)
    func everyDayAfterDayZeroIsEitherCountedOrSkipped(received: String, days: Int, due: String) throws {
        let deadline = try VietnamCalendar.load().count(from: day(received), workingDays: days)
        let told = (deadline.counted + deadline.skipped.map(\.day)).sorted()
        #expect(told == (deadline.dayZero.number + 1...deadline.due.number).map { Day(number: $0) })
    }

    @Test func itRunsOutOnTheLastSecondOfTheLastDay() throws {
        let deadline = try VietnamCalendar.load().count(from: instant("2026-08-03T09:00"), workingDays: 15)
        #expect(deadline.dueAt.iso == "2026-08-22T23:59:59+07:00")
        #expect(deadline.from.iso == "2026-08-03T09:00:00+07:00")
    }

    @Test func anAuthorityMayEndItsDeadlinesWithTheWorkingDay() throws {
        var calendar = try VietnamCalendar.load()
        calendar.hours.endOfDeadline = calendar.hours.closes
        #expect(try calendar.count(from: day("2026-08-03"), workingDays: 1).dueAt.iso == "2026-08-04T17:00:00+07:00")
    }

    @Test func skippedDaysSayWhy() throws {
        let skipped = try VietnamCalendar.load().count(from: day("2026-08-27"), workingDays: 3).skipped
        #expect(
            skipped.map { "\($0.day.iso) \($0.reason)" } == [
                "2026-08-29 Nghỉ hằng tuần (thứ Bảy)", "2026-08-30 Nghỉ hằng tuần (Chủ nhật)",
                "2026-08-31 Nghỉ hoán đổi: làm bù thứ Bảy 22/08/2026", "2026-09-01 Nghỉ lễ, tết: Quốc khánh 02/9",
                "2026-09-02 Nghỉ lễ, tết: Quốc khánh 02/9",
            ])
    }

    @Test(arguments: [
        ("2026-11-20T17:00", "2026-11-23"), ("2026-11-20T16:59:59", "2026-11-20"), ("2026-11-21T10:00", "2026-11-23"),
        ("2026-11-23T20:00", "2026-11-25"),
    ])
    func receiptAfterHoursMayCountAsTheNextWorkingDay(received: String, dayZero: String) throws {
        var calendar = try VietnamCalendar.load()
        calendar.hours.receiptAfterHours = .nextWorkingDay
        #expect(try calendar.count(from: instant(received), workingDays: 2).dayZero.iso == dayZero)
    }

    @Test func receiptAfterHoursCountsAsTheSameDayUnlessSetOtherwise() throws {
        #expect(try VietnamCalendar.load().count(from: instant("2026-11-20T22:00"), workingDays: 2).due.iso == "2026-11-25")
    }

    @Test(arguments: [("2026-11-20", "2026-11-20"), ("2026-11-21", "2026-11-23")])
    func withoutAnyDaysItIsDueAtOnceOrOnTheNextWorkingDay(received: String, due: String) throws {
        #expect(try VietnamCalendar.load().count(from: day(received), workingDays: 0).due.iso == due)
    }

    @Test(arguments: [(-1, 0), (1_000_000_000, 1000)])
    func absurdNumbersOfDaysAreBroughtToTheNearerEnd(asked: Int, given: Int) throws {
        #expect(try VietnamCalendar.load().count(from: day("2026-11-20"), workingDays: asked).days == given)
    }

    @Test(arguments: [
        ("2026-11-23", "2026-11-25", 1), ("2026-11-25", "2026-11-25", 0), ("2026-11-26", "2026-11-25", -1),
        ("2026-11-28", "2026-11-27", 0), ("2026-11-30", "2026-11-27", -1), ("2026-08-21", "2026-08-24", 2),
    ])
    func whatIsLeftIsCountedInWorkingDaysAndNegativeWhenLate(on: String, due: String, left: Int) throws {
        #expect(try VietnamCalendar.load().workingDays(from: day(on), to: day(due)) == left)
    }

    @Test func onDayZeroAllDaysAreLeft() throws {
        let calendar = try VietnamCalendar.load()
        for offset in 0..<2000 {
            let received = try day("2021-06-01").adding(offset)
            let deadline = calendar.count(from: received, workingDays: 1 + offset % 23)
            #expect(calendar.workingDays(from: received, to: deadline.due) == deadline.days)
        }
    }

    @Test func aDeadlineThatReachesAnUndecidedYearSaysSo() throws {
        let calendar = try VietnamCalendar.load()
        #expect(try calendar.count(from: day("2026-12-28"), workingDays: 2).doubts.isEmpty)
        #expect(
            try calendar.count(from: day("2026-12-28"), workingDays: 5).doubts
                == ["Lịch nghỉ năm 2027 là dự kiến, chờ thông báo chính thức."])
        #expect(
            try calendar.count(from: day("2028-01-03"), workingDays: 5).doubts
                == ["Chưa có lịch nghỉ năm 2028: mới chỉ trừ thứ Bảy và Chủ nhật."])
    }
}
