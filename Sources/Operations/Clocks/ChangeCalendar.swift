import Documents
package import Domain
import Storage

/// Changes a day of the working calendar (đổi lịch làm việc), as it was shown in a preview. The open cases whose dates depend on the
/// day are recomputed afterwards, a bite at a time.
package struct ChangeCalendar: Operation {
    package static let permission = Permission.administer
    let change: CalendarChange
    let version: Int

    /// - Parameter version: of the rules from which the preview was made; when they have changed since, it has to be looked at again.
    package init(_ change: CalendarChange, version: Int) {
        self.change = change
        self.version = version
    }

    package func perform(_ turn: Turn) throws {
        if try RulesStore.version(turn.tx) != version { throw Refusal.hindered(.rulesChanged) }
        let calendar = try turn.rules().calendar
        try change.check(in: calendar, on: turn.now.day)
        switch change {
        case .keep(let day):
            try RulesStore.keep(day, turn.tx)
            try turn.note(.calendarDayKept(day: day.date, kind: day.kind, name: day.name, source: day.source))
        case .remove(let day, let source):
            try RulesStore.remove(day, turn.tx)
            try turn.note(.calendarDayRemoved(day: day, name: calendar.specialDays[day]?.name ?? "", source: source))
        }
        try RulesStore.noteChange(turn.tx)
        guard calendar.movesDates(change) else { return }
        let job = Recomputation(
            id: turn.newID(), day: change.day, reason: CalendarWords.sentence(change, in: calendar), account: turn.actor.account?.id,
            at: turn.now)
        try RecomputationStore.insert(job, turn.tx)
    }
}

/// Says whether the days off of a year are decided or still expected (lịch năm đã có quyết định hay còn dự kiến). No date depends on it,
/// only what is said beside dates.
package struct MarkCalendarYear: Operation {
    package static let permission = Permission.administer
    let year: CalendarFile.Year

    package init(_ year: CalendarFile.Year) { self.year = year }

    package func perform(_ turn: Turn) throws {
        var list = ProblemList()
        let years = CalendarChange.years(on: turn.now.day)
        if !years.contains(year.year) { list.add("yearSource", .yearOutOfReach(years.lowerBound, years.upperBound)) }
        list.text("yearSource", year.source, atLeast: 3, atMost: 300)
        try list.refuse()
        try RulesStore.mark(year, turn.tx)
        try RulesStore.noteChange(turn.tx)
        try turn.note(.calendarYearMarked(year: year.year, provisional: year.provisional, source: year.source))
    }
}
