import Testing

@testable import Domain

struct WorkingCalendarTests {
    @Test(arguments: [
        ("2026-11-20", true, "Ngày làm việc"), ("2026-11-21", false, "Nghỉ hằng tuần (thứ Bảy)"),
        ("2026-11-24", false, "Nghỉ lễ, tết: Ngày Văn hóa Việt Nam 24/11"),
        ("2026-08-22", true, "Ngày làm bù: thay cho thứ Hai 31/08/2026"),
        ("2026-01-02", false, "Nghỉ hoán đổi: làm bù thứ Bảy 10/01/2026"),
        ("2026-01-10", true, "Ngày làm bù: thay cho thứ Sáu 02/01/2026"),
        ("2026-04-27", false, "Nghỉ bù: Giỗ Tổ Hùng Vương 26/4/2026"),
        ("2027-02-04", false, "Nghỉ lễ, tết: Tết Nguyên đán Đinh Mùi (dự kiến)"),
    ])
    func everyDayHasItsReason(date: String, working: Bool, reason: String) throws {
        let status = try VietnamCalendar.load().status(of: day(date))
        #expect(status.isWorking == working)
        #expect(status.reason == reason)
    }

    @Test func aLocalClosureMayBeAppended() throws {
        let storm = try SpecialDay(
            date: day("2024-09-09"), kind: .localClosure, name: "phòng, chống bão", source: "Công điện của Chủ tịch Ủy ban nhân dân tỉnh")
        let calendar = WorkingCalendar(days: try CalendarFile(VietnamCalendar.bytes()).days + [storm], years: [2024: .decided])
        #expect(calendar.status(of: storm.date) == .dayOff(storm))
        #expect(calendar.status(of: storm.date).reason == "Nghỉ theo quyết định của địa phương: phòng, chống bão")
    }

    @Test(arguments: [(2020, WorkingCalendar.Coverage.missing), (2021, .decided), (2026, .decided), (2027, .provisional), (2028, .missing)])
    func itTellsWhichYearsItKnows(year: Int, coverage: WorkingCalendar.Coverage) throws {
        #expect(try VietnamCalendar.load().covers(year) == coverage)
    }

    @Test(arguments: [
        ("2026-11-20T08:00", true), ("2026-11-20T07:59:59", false), ("2026-11-20T17:00", false), ("2026-11-21T10:00", false),
        ("2026-08-22T10:00", true),
    ])
    func officesAreOpenInTheirHoursOnWorkingDays(at: String, open: Bool) throws {
        #expect(try VietnamCalendar.load().isOpen(at: instant(at)) == open)
    }
}
