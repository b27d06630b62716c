import Domain
import Testing

/// What stands on a letter, and when two are the same.
@Suite struct PaperLetterTests {
    private func letter(
        _ number: String = "12/CV-SM", date: String? = "2026-08-03", sender: String = "Công ty Sao Mai"
    ) throws -> LetterDraft {
        LetterDraft(number: number, date: try date.map { try day($0) }, arrivedOn: try day("2026-08-05"), sender: sender)
    }

    @Test func sameNumberDateAndSenderIsTheSameLetter() throws {
        #expect(try letter().key == letter("12/cv-sm", sender: "CÔNG TY  SAO MAI").key)
        #expect(try letter().key != letter("13/CV-SM").key)
        #expect(try letter().key != letter(date: "2026-08-04").key)
        #expect(try letter().key != letter(sender: "Công ty Đông Á").key)
    }

    @Test func aLetterWithoutNumberOrDateIsLikeNoOther() throws {
        #expect(try letter("").key == nil)
        #expect(try letter(date: nil).key == nil)
    }

    @Test func itDoesNotArriveBeforeItIsWrittenNorTomorrow() throws {
        #expect(try letter().problems(on: day("2026-08-05")) == [])
        #expect(try letter(date: "2026-08-06").problems(on: day("2026-08-05")) == [Problem("letterDate", .endsBeforeBegin)])
        #expect(try letter().problems(on: day("2026-08-04")) == [Problem("arrivedOn", .momentAhead)])
        #expect(try letter(sender: "").problems(on: day("2026-08-05")) == [Problem("letterSender", .missing)])
    }

    @Test func itCountsFromTheOpeningHourOfTheDayOfArrival() throws {
        #expect(try letter().receivedAt(now: instant("2026-08-05T10:00"), hours: OfficeHours()) == nil)
        #expect(try letter().receivedAt(now: instant("2026-08-06T10:00"), hours: OfficeHours()) == instant("2026-08-05T08:00"))
    }
}
