import Testing

@testable import Domain

struct SpecialDayTests {
    @Test(arguments: [
        (SpecialDay.Kind.holiday, "Nghỉ lễ, tết: X"), (.compensation, "Nghỉ bù: X"), (.swappedOff, "Nghỉ hoán đổi: X"),
        (.localClosure, "Nghỉ theo quyết định của địa phương: X"),
    ])
    func aDayOffSaysWhatKindItIs(kind: SpecialDay.Kind, reason: String) {
        #expect(DayStatus.dayOff(SpecialDay(date: Day(number: 0), kind: kind, name: "X", source: "s")).reason == reason)
    }

    @Test func aProvisionalDayOffSaysSo() {
        let day = SpecialDay(date: Day(number: 0), kind: .holiday, name: "X", source: "s", provisional: true)
        #expect(DayStatus.dayOff(day).reason == "Nghỉ lễ, tết: X (dự kiến)")
    }

    @Test func weekdaysHaveTheirVietnameseNames() {
        #expect(Weekday.allCases.map(\.vietnamese).joined(separator: " ") == "thứ Hai thứ Ba thứ Tư thứ Năm thứ Sáu thứ Bảy Chủ nhật")
    }
}
