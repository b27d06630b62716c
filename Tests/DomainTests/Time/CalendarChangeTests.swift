import Domain
import Testing

/// Changing the calendar by a day.
@Suite struct CalendarChangeTests {
    private static let today = Scene.monday.day

    private static func special(_ iso: String, _ kind: SpecialDay.Kind, name: String = "nghỉ bão", source: String = "Công điện 01") throws -> SpecialDay {
        SpecialDay(date: try day(iso), kind: kind, name: name, source: source)
    }

    private func refusal(_ change: CalendarChange, in calendar: WorkingCalendar = Scene.rules.calendar) -> Refusal? {
        do {
            try change.check(in: calendar, on: Self.today)
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        ("2026-08-06", SpecialDay.Kind.holiday, nil), ("2026-08-08", .makeUpWorkday, nil), ("2026-08-08", .holiday, nil),
        ("2026-08-06", .makeUpWorkday, Problem("dayKind", .wrongWeekday)), ("2026-08-08", .compensation, Problem("dayKind", .wrongWeekday)),
        ("2026-08-09", .swappedOff, Problem("dayKind", .wrongWeekday)),
        ("2024-08-06", .holiday, Problem("calendarDay", .yearOutOfReach(2025, 2031))),
        ("2032-08-06", .holiday, Problem("calendarDay", .yearOutOfReach(2025, 2031))),
    ])
    func aDayMustFitItsKindAndLieWithinReach(iso: String, kind: SpecialDay.Kind, problem: Problem?) throws {
        #expect(refusal(.keep(try Self.special(iso, kind))) == problem.map { .invalid([$0]) })
    }

    @Test func nameAndDocumentMustBeThere() throws {
        #expect(
            refusal(.keep(try Self.special("2026-08-06", .holiday, name: "", source: "")))
                == .invalid([Problem("dayName", .missing), Problem("source", .missing)]))
    }

    @Test func onlyADayOfTheCalendarIsTakenOut() throws {
        let storm = try Self.special("2026-08-06", .localClosure)
        let calendar = Scene.rules.calendar.changed(by: .keep(storm))
        #expect(refusal(.remove(storm.date, source: "Công điện 02")) == .noSuch(.calendarDay))
        #expect(refusal(.remove(storm.date, source: ""), in: calendar) == .invalid([Problem("removalSource", .missing)]))
        #expect(refusal(.remove(storm.date, source: "Công điện 02"), in: calendar) == nil)
    }

    @Test func datesMoveOnlyWhereADayIsWorkedAndWasNot() throws {
        let calendar = Scene.rules.calendar
        let storm = try Self.special("2026-08-06", .localClosure)
        #expect(calendar.movesDates(.keep(storm)))
        #expect(!calendar.movesDates(.keep(try Self.special("2026-08-08", .holiday))), "a Saturday was off anyway")
        let after = calendar.changed(by: .keep(storm))
        #expect(!after.isWorking(storm.date) && after.movesDates(.remove(storm.date, source: "x")))
        #expect(!after.movesDates(.keep(try Self.special("2026-08-06", .holiday, name: "tên khác"))))
        #expect(after.changed(by: .remove(storm.date, source: "x")) == calendar)
    }

    @Test func aYearOfWhichNothingWasKnownIsProvisionalFromItsFirstDayOn() throws {
        let changed = Scene.rules.calendar.changed(by: .keep(try Self.special("2028-01-03", .holiday)))
        #expect(changed.covers(2028) == .provisional && changed.covers(2026) == .decided)
    }
}
