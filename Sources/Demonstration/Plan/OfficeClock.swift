import Domain

/// Moments at which officers are at their desks: working days of the calendar, 8:00 to 11:30 and 13:30 to 17:00.
struct OfficeClock {
    let calendar: WorkingCalendar

    private static let sessions = [8 * 3600..<23 * 1800, 27 * 1800..<17 * 3600]
    /// Minutes at the desk in a day.
    static let minutesADay = 420

    /// The moment itself when officers are there, otherwise the next at which they are.
    func opening(onOrAfter instant: Instant) -> Instant {
        let day = instant.day
        if calendar.isWorking(day) {
            for session in Self.sessions where instant.secondOfDay < session.upperBound {
                return session.contains(instant.secondOfDay) ? instant : Instant(day, secondOfDay: session.lowerBound)
            }
        }
        return Instant(calendar.workday(onOrAfter: day.adding(1)), secondOfDay: Self.sessions[0].lowerBound)
    }

    /// So many minutes of office time later.
    func advance(_ instant: Instant, minutes: Int) -> Instant {
        var moment = opening(onOrAfter: instant)
        var rest = minutes * 60
        while true {
            let session = Self.sessions.first { $0.contains(moment.secondOfDay) } ?? Self.sessions[1]
            let left = session.upperBound - moment.secondOfDay
            if rest < left { return moment.adding(seconds: rest) }
            rest -= left
            moment = opening(onOrAfter: moment.adding(seconds: left))
        }
    }

    /// The day so many working days after a day.
    func day(_ count: Int, workingDaysAfter day: Day) -> Day {
        (0..<max(1, count)).reduce(day) { day, _ in calendar.workday(onOrAfter: day.adding(1)) }
    }

    /// Working days behind the first day up to and with the last.
    func workingDays(after first: Day, upTo last: Day) -> Int {
        guard first < last else { return 0 }
        return (first.number + 1...last.number).count { calendar.isWorking(Day(number: $0)) }
    }
}
