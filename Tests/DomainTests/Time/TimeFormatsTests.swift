import Testing

@testable import Domain

struct TimeFormatsTests {
    @Test func aDayIsPrintedForMachinesAndForPeople() throws {
        let day = try #require(Day(2026, 8, 2))
        #expect(day.iso == "2026-08-02")
        #expect(day.vietnamese == "02/08/2026")
        #expect(Day(iso: "2026-08-02") == day)
    }

    @Test(arguments: ["", "2026-8-02", "02/08/2026", "2026-02-30", "2026-08-02x", "२०२६-08-02", "-026-08-02"])
    func otherFormsOfADayAreRefused(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: [
        "2026-08-03T09:00", "2026-08-03T09:00:00", "2026-08-03 09:00", "2026-08-03T09:00:00+07:00", "2026-08-03T02:00:00Z",
        "2026-08-03T09:00:00.000+0700", "2026-08-02T21:00:00-05:00", "2026-08-03T09:00+07",
    ])
    func oneMomentHasManyForms(text: String) {
        #expect(Instant(iso: text)?.iso == "2026-08-03T09:00:00+07:00")
    }

    @Test(arguments: [
        "2026-08-03T", "2026-08-03T24:00", "2026-08-03T09:60", "2026-08-03T09:00:00.", "2026-08-03T09:00+7", "2026-08-03T09:00Zx",
        "2026-08-03x09:00", "2026-08-03T9:00",
    ])
    func brokenMomentsAreRefused(text: String) {
        #expect(Instant(iso: text) == nil)
    }

    @Test(arguments: [(".5", 500), (".05", 50), (".123", 123), (".123456789", 123)])
    func fractionsOfASecondAreKeptToTheMillisecond(fraction: String, milliseconds: Int) {
        #expect(Instant(iso: "1970-01-01T00:00:00\(fraction)Z")?.milliseconds == Int64(milliseconds))
    }

    @Test func aBareDayIsItsMidnight() {
        #expect(Instant(iso: "2026-08-03")?.vietnamese == "00:00 03/08/2026")
    }
}
