import Domain
import Testing

@testable import Demonstration

@Suite struct OfficeClockTests {
    let office = OfficeClock(calendar: WorkingCalendar(days: [], years: [:]))

    private func moment(_ text: String) throws -> Instant { try #require(Instant(iso: text)) }

    @Test(arguments: [
        ("2026-11-20T09:00", "2026-11-20T09:00"),  // at the desk
        ("2026-11-20T06:30", "2026-11-20T08:00"),  // before the office opens
        ("2026-11-20T11:30", "2026-11-20T13:30"),  // lunch
        ("2026-11-20T17:00", "2026-11-23T08:00"),  // Friday evening
        ("2026-11-22T10:00", "2026-11-23T08:00"),  // Sunday
    ]) func theOfficeOpensNext(from: String, to: String) throws {
        #expect(office.opening(onOrAfter: try moment(from)) == (try moment(to)))
    }

    @Test(arguments: [
        ("2026-11-20T09:00", 60, "2026-11-20T10:00"),
        ("2026-11-20T11:00", 60, "2026-11-20T14:00"),
        ("2026-11-20T16:30", 30, "2026-11-23T08:00"),
        ("2026-11-20T08:00", 420, "2026-11-23T08:00"),
        ("2026-11-21T20:00", 10, "2026-11-23T08:10"),
    ]) func officeTimePassesOnlyInOfficeHours(from: String, minutes: Int, to: String) throws {
        #expect(office.advance(try moment(from), minutes: minutes) == (try moment(to)))
    }

    @Test func workingDaysLeaveOutTheFirstDayAndWeekends() throws {
        let friday = try #require(Day(2026, 11, 20))
        #expect(office.workingDays(after: friday, upTo: friday.adding(3)) == 1)
        #expect(office.day(2, workingDaysAfter: friday) == Day(2026, 11, 24))
    }
}
