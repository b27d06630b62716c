/// A change of the working calendar by one day, as a document decrees it (brief §2.3: official days off are data).
package enum CalendarChange: Sendable, Equatable {
    /// A special day is entered, or stands otherwise than before.
    case keep(SpecialDay)
    /// A special day is one no longer; the document that says so.
    case remove(Day, source: String)

    package var day: Day {
        switch self {
        case .keep(let special): special.date
        case .remove(let day, _): day
        }
    }

    /// Years before and after this one that may be changed. Further back every clock has run out; further ahead nothing is decided.
    package static let yearsBack = 1
    package static let yearsAhead = 5

    /// The years that may be changed on a day.
    package static func years(on today: Day) -> ClosedRange<Int> { today.year - yearsBack...today.year + yearsAhead }

    /// Checks what is typed. Throws `Refusal`.
    package func check(in calendar: WorkingCalendar, on today: Day) throws(Refusal) {
        var list = ProblemList()
        let years = Self.years(on: today)
        if !years.contains(day.year) { list.add("calendarDay", .yearOutOfReach(years.lowerBound, years.upperBound)) }
        switch self {
        case .keep(let special):
            list.text("dayName", special.name, atLeast: 2, atMost: 120)
            list.text("source", special.source, atLeast: 3, atMost: 300)
            if !special.kind.fits(special.date.weekday) { list.add("dayKind", .wrongWeekday) }
        case .remove(let day, let source):
            if calendar.specialDays[day] == nil { throw .noSuch(.calendarDay) }
            list.text("removalSource", source, atLeast: 3, atMost: 300)
        }
        try list.refuse()
    }
}

extension WorkingCalendar {
    /// The calendar as a change leaves it. A year of which nothing was known is provisional from its first entry on.
    package func changed(by change: CalendarChange) -> WorkingCalendar {
        var days = specialDays
        var years = years
        switch change {
        case .keep(let special):
            days[special.date] = special
            years[special.date.year] = years[special.date.year] ?? .provisional
        case .remove(let day, _): days[day] = nil
        }
        return WorkingCalendar(days: Array(days.values), years: years, hours: hours)
    }

    /// Whether a change makes a day worked that was not, or the other way round; otherwise no date depends on it.
    package func movesDates(_ change: CalendarChange) -> Bool { isWorking(change.day) != changed(by: change).isWorking(change.day) }
}
