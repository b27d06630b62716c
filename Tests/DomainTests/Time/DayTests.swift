import Testing

@testable import Domain

struct DayTests {
    @Test func theFirstOfJanuary1970IsNumberZeroAndAThursday() throws {
        let day = try #require(Day(1970, 1, 1))
        #expect(day.number == 0)
        #expect(day.weekday == .thursday)
    }

    @Test(arguments: [(2026, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (0, 1, 1), (10_000, 1, 1), (1900, 2, 29)])
    func daysThatDoNotExistAreRefused(year: Int, month: Int, day: Int) {
        #expect(Day(year, month, day) == nil)
    }

    @Test func aLeapDayExistsEveryFourHundredYears() {
        #expect(Day(2000, 2, 29) != nil)
        #expect(Day(2024, 2, 29) != nil)
    }

    @Test func everyNumberComesBackFromItsParts() {
        for number in stride(from: -200_000, through: 200_000, by: 37) {
            let day = Day(number: number)
            let parts = day.parts
            #expect(Day(parts.year, parts.month, parts.day) == day)
        }
    }

    @Test func weekdaysFollowEachOtherAlsoBefore1970() {
        for number in -30..<30 {
            let today = Day(number: number).weekday.rawValue
            #expect(Day(number: number + 1).weekday.rawValue == (today + 1) % 7)
        }
    }
}
