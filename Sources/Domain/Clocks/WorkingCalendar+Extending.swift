extension WorkingCalendar {
    /// A due moment after its clock stood still: the working days after the day on which the pause began, up to and including the
    /// day on which it ended, are given back, so that as many are left at its end as were at its start (see `shifted`).
    package func extended(_ due: Instant, pausedFrom start: Instant, until end: Instant) -> Instant {
        guard start.day < end.day else { return due }
        let paused = (start.day.number..<end.day.number).count { isWorking(Day(number: $0 + 1)) }
        return paused == 0 ? due : count(from: due.day, workingDays: paused).dueAt
    }
}
