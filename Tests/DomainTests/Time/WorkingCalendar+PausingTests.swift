import Testing

@testable import Domain

struct WorkingCalendarPausingTests {
    @Test(arguments: [
        ("2026-11-05T08:00", "2026-11-05T17:00", "2026-11-12"),  // within a day
        ("2026-11-05T16:00", "2026-11-06T08:00", "2026-11-13"),  // over one night
        ("2026-11-06T16:00", "2026-11-08T08:00", "2026-11-12"),  // Friday to Sunday
        ("2026-11-06T16:00", "2026-11-09T08:00", "2026-11-13"),  // Friday to Monday
        ("2026-11-05T16:00", "2026-11-19T08:00", "2026-11-27"),  // beyond the due day, over the new day off of 24/11
        ("2026-11-06T08:00", "2026-11-05T08:00", "2026-11-12"),  // ends before it begins
        ("2026-11-01T08:00", "2026-11-04T08:00", "2026-11-13"),  // began before the receipt
    ])
    func theDaysOfAPauseAreGivenBack(start: String, end: String, due: String) throws {
        let calendar = try VietnamCalendar.load()
        let deadline = try calendar.count(from: day("2026-11-03"), workingDays: 7)
        let shifted = try calendar.shifted(deadline, pausedFrom: instant(start), until: instant(end))
        #expect(deadline.due.iso == "2026-11-12")
        #expect(shifted.due.iso == due)
        #expect(shifted.dueAt == calendar.end(of: shifted.due))
    }

    @Test func aPausedClockDoesNotRunOut() throws {
        let calendar = try VietnamCalendar.load()
        var chance = Dice(2026)
        for _ in 0..<3000 {
            let received = try day("2021-02-01").adding(Int.random(in: 0..<2000, using: &chance))
            let deadline = calendar.count(from: received, workingDays: Int.random(in: 1...20, using: &chance))
            let start = received.adding(Int.random(in: 0..<40, using: &chance))
            let end = start.adding(Int.random(in: 0..<40, using: &chance))
            let shifted = calendar.shifted(
                deadline, pausedFrom: Instant(start, secondOfDay: 30_000), until: Instant(end, secondOfDay: 40_000))
            #expect(
                calendar.workingDays(from: end, to: shifted.due) == calendar.workingDays(from: start, to: deadline.due),
                "received \(received.iso) \(deadline.days) days, paused \(start.iso) to \(end.iso)")
            #expect(shifted.counted.count == deadline.days)
            #expect(Set(shifted.counted).isDisjoint(with: shifted.skipped.map(\.day)))
        }
    }

    @Test func twoPausesOneAfterTheOtherAreWorthOneLongOne() throws {
        let calendar = try VietnamCalendar.load()
        let deadline = try calendar.count(from: day("2026-08-03"), workingDays: 15)
        let (a, b, c) = try (instant("2026-08-10T10:00"), instant("2026-08-20T10:00"), instant("2026-09-07T10:00"))
        let twice = calendar.shifted(calendar.shifted(deadline, pausedFrom: a, until: b), pausedFrom: b, until: c)
        let once = calendar.shifted(deadline, pausedFrom: a, until: c)
        #expect(twice.due == once.due)
        #expect(twice.counted == once.counted)
    }

    @Test func pausedDaysAreListedAsSkipped() throws {
        let calendar = try VietnamCalendar.load()
        let deadline = try calendar.count(from: day("2026-11-03"), workingDays: 2)
        let shifted = try calendar.shifted(deadline, pausedFrom: instant("2026-11-04T09:00"), until: instant("2026-11-05T15:30"))
        #expect(shifted.counted.map(\.iso) == ["2026-11-04", "2026-11-06"])
        #expect(shifted.skipped.map(\.reason) == ["Tạm dừng tính hạn từ 09:00 04/11/2026 đến 15:30 05/11/2026"])
    }

    @Test func whatIsAlreadyLateStaysAsLate() throws {
        let calendar = try VietnamCalendar.load()
        let deadline = try calendar.count(from: day("2026-11-03"), workingDays: 2)
        let shifted = try calendar.shifted(deadline, pausedFrom: instant("2026-11-10T09:00"), until: instant("2026-11-12T09:00"))
        #expect(try calendar.workingDays(from: day("2026-11-10"), to: deadline.due) == -3)
        #expect(try calendar.workingDays(from: day("2026-11-12"), to: shifted.due) == -3)
        #expect(shifted.counted == deadline.counted)
    }
}
