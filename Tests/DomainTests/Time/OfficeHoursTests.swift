import Testing

@testable import Domain

struct OfficeHoursTests {
    @Test func withoutSettingsADayOfADeadlineEndsAtMidnightAsTheCivilCodeSays() {
        let hours = OfficeHours()
        #expect(hours.endOfDeadline == 86_399)
        #expect(hours.receiptAfterHours == .sameDay)
    }
}
