import Testing

@testable import Domain

@Suite struct SourceMomentTests {
    @Test(arguments: [
        ("02/11/2026", "2026-11-02T00:00:00+07:00", false), ("2-11-2026 9:05", "2026-11-02T09:05:00+07:00", true),
        ("02/11/2026 09:05:30", "2026-11-02T09:05:30+07:00", true), ("9h05 ngày 02/11/2026", "2026-11-02T09:05:00+07:00", true),
        ("02/11/2026 - 9h", "2026-11-02T09:00:00+07:00", true), ("02/11/2026 2:05 CH", "2026-11-02T14:05:00+07:00", true),
        ("02/11/2026 12:05 SA", "2026-11-02T00:05:00+07:00", true), ("2026-11-02T09:05:00", "2026-11-02T09:05:00+07:00", true),
        ("2026-11-02 09:05", "2026-11-02T09:05:00+07:00", true), ("2026-11-02T02:05:00Z", "2026-11-02T09:05:00+07:00", true),
        ("2026-11-02", "2026-11-02T00:00:00+07:00", false), ("46328", "2026-11-02T00:00:00+07:00", false),
        ("46328.378472", "2026-11-02T09:05:00+07:00", true), ("46328,5", "2026-11-02T12:00:00+07:00", true),
    ]) func momentsOfOtherSystemsAreRead(text: String, iso: String, hasTime: Bool) throws {
        let moment = try #require(SourceMoment(text))
        #expect(moment.instant.iso == iso && moment.hasTime == hasTime)
    }

    @Test(arguments: [
        "", "hôm qua", "02/11/26", "11/2/2026 9:05 AM", "31/02/2026", "2026", "09:05", "46328abc", "02/11/2026 25:00", "02/11/2026 13:00 CH",
        "02/11/2026 9:05 9:06", "1", "912345678", "30/02/2026 08:00",
    ]) func whatCouldBeReadInTwoWaysOrNotAtAllIsNotGuessedAt(text: String) { #expect(SourceMoment(text) == nil) }
}
