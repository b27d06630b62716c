import Testing

@testable import Domain

struct CalendarFileTests {
    static func file(_ entries: String...) -> String {
        #"{"years":[{"year":2026,"source":"s"}],"days":[\#(entries.joined(separator: ","))]}"#
    }

    static func entry(_ date: String, _ kind: String = "holiday", name: String = "n") -> String {
        #"{"date":"\#(date)","kind":"\#(kind)","name":"\#(name)","source":"s"}"#
    }

    @Test func theCarriedCalendarIsSound() throws {
        let file = try CalendarFile(VietnamCalendar.bytes())
        #expect(file.years.map(\.year) == Array(2021...2027))
        #expect(file.days.allSatisfy { $0.provisional == ($0.date.year == 2027) })
    }

    /// Eleven paid days a year by Labour Code Art. 112, twelve since the new day of November 2026.
    @Test(arguments: 2021...2027)
    func aYearHasTheDaysOffOfTheLaw(year: Int) throws {
        let holidays = try CalendarFile(VietnamCalendar.bytes()).days.filter { $0.date.year == year && $0.kind == .holiday }
        #expect(holidays.count == (year < 2026 ? 11 : 12))
    }

    @Test(arguments: 2021...2027)
    func everyHolidayOnAWeekendIsCompensatedAndEverySwapIsWorked(year: Int) throws {
        let days = try CalendarFile(VietnamCalendar.bytes()).days.filter { $0.date.year == year }
        func count(_ kind: SpecialDay.Kind) -> Int { days.count { $0.kind == kind } }
        #expect(days.count { $0.kind == .holiday && $0.date.weekday >= .saturday } == count(.compensation))
        #expect(count(.swappedOff) == count(.makeUpWorkday))
    }

    @Test(arguments: [
        (file(entry("2026-02-30")), CalendarFile.Fault.badDate("2026-02-30")),
        (file(entry("2026-01-01", "rest")), .unknownKind("rest", on: "2026-01-01")),
        (file(entry("2026-01-01"), entry("2026-01-01")), .duplicateDay(Day(number: 20_454))),
        (file(entry("2025-12-31")), .yearNotListed(Day(number: 20_453))),
        (file(entry("2026-01-01", name: "")), .unexplained(Day(number: 20_454))),
        (file(entry("2026-01-01", "makeUpWorkday")), .wrongWeekday(Day(number: 20_454))),
        (file(entry("2026-01-03", "swappedOff")), .wrongWeekday(Day(number: 20_456))),
        (#"{"years":[{"year":2026,"source":"s"},{"year":2026,"source":"s"}],"days":[]}"#, .duplicateYear(2026)),
    ])
    func aFaultyFileIsRefusedWithItsFault(text: String, fault: CalendarFile.Fault) {
        #expect(throws: fault) { try CalendarFile(text.utf8) }
    }

    @Test(arguments: ["", "[]", "{", #"{"years":[]}"#])
    func whatIsNoCalendarIsUnreadable(text: String) {
        let fault = #expect(throws: CalendarFile.Fault.self) { try CalendarFile(text.utf8) }
        guard case .unreadable = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }
}
