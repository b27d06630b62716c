/// The calendar of working days (lịch làm việc): Monday to Friday, changed by the special days that documents decree.
package struct WorkingCalendar: Hashable, Sendable {
    /// How well a year is known.
    package enum Coverage: String, Hashable, Sendable, Codable {
        /// The decision on that year's days off is issued and entered.
        case decided
        /// Entered as expected; the decision is still to come.
        case provisional
        /// Nothing entered: only weekends are known.
        case missing
    }

    package let specialDays: [Day: SpecialDay]
    package let years: [Int: Coverage]
    package var hours: OfficeHours

    /// When a date comes twice the later entry wins, so that local closures may be appended to the national calendar.
    package init(days: [SpecialDay], years: [Int: Coverage], hours: OfficeHours = OfficeHours()) {
        specialDays = Dictionary(days.map { ($0.date, $0) }, uniquingKeysWith: { $1 })
        self.years = years
        self.hours = hours
    }

    package func status(of day: Day) -> DayStatus {
        if let special = specialDays[day] {
            return special.kind == .makeUpWorkday ? .makeUpWorkday(special) : .dayOff(special)
        }
        let weekday = day.weekday
        return weekday >= .saturday ? .weekend(weekday) : .workday
    }

    package func isWorking(_ day: Day) -> Bool { status(of: day).isWorking }

    package func covers(_ year: Int) -> Coverage { years[year] ?? .missing }

    /// The day itself when it is worked, otherwise the next one that is.
    package func workday(onOrAfter day: Day) -> Day {
        var day = day
        while !isWorking(day) { day = day.adding(1) }
        return day
    }

    /// Whether a moment lies in office hours: for replies that say when an officer will read (requirement 5).
    package func isOpen(at instant: Instant) -> Bool {
        isWorking(instant.day) && (hours.opens..<hours.closes).contains(instant.secondOfDay)
    }

    /// What has to be said of the years that a span touches: they are provisional, or not entered at all. In Vietnamese, one
    /// sentence a year, empty when all are decided.
    package func doubts(from first: Day, to last: Day) -> [String] {
        guard first <= last else { return [] }
        return (first.year...last.year).compactMap { year in
            switch covers(year) {
            case .decided: nil
            case .provisional: "Lịch nghỉ năm \(year) là dự kiến, chờ thông báo chính thức."
            case .missing: "Chưa có lịch nghỉ năm \(year): mới chỉ trừ thứ Bảy và Chủ nhật."
            }
        }
    }
}

extension Weekday: Comparable {
    package static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}
