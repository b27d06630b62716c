/// The reporting week of a task force (tuần báo cáo): it ends on Friday at 12:00 (seed 000), the end itself belonging to the
/// next week. Named by the ISO week in which it ends, such as `2026-W47`.
package struct Week: Hashable, Sendable {
    /// The weekday and hour at which the week of a task force ends.
    package struct Closing: Hashable, Sendable {
        package var weekday: Weekday
        /// 0 to 23, Vietnamese time.
        package var hour: Int

        package init(weekday: Weekday = .friday, hour: Int = 12) {
            self.weekday = weekday
            self.hour = hour
        }
    }

    /// The day on which the week ends.
    package let lastDay: Day
    package let closing: Closing

    /// Reads `2026-W47`; `nil` for anything else or a week that the year does not have.
    package init?(iso: String, closing: Closing = Closing()) {
        let fields = iso.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard fields.count == 2, fields[0].count == 4, fields[1].count == 3, fields[1].first == UInt8(ascii: "W"),
            let year = decimal(fields[0]), let week = decimal(fields[1].dropFirst()), week >= 1,
            let fourth = Day(year, 1, 4)
        else { return nil }
        let monday = fourth.adding(7 * (week - 1) - fourth.weekday.rawValue)
        guard monday.isoWeek == (year, week) else { return nil }
        self.init(lastDay: monday.adding(closing.weekday.rawValue), closing: closing)
    }

    /// The week in which a moment lies.
    package static func containing(_ instant: Instant, closing: Closing = Closing()) -> Week {
        let day = instant.day
        let ahead = (closing.weekday.rawValue - day.weekday.rawValue + 7) % 7
        let week = Week(lastDay: day.adding(ahead), closing: closing)
        return instant < week.end ? week : week.next
    }

    private init(lastDay: Day, closing: Closing) {
        self.lastDay = lastDay
        self.closing = closing
    }

    /// The first moment of the week: when the one before ended.
    package var start: Instant { previous.end }

    /// The first moment that no longer belongs to it.
    package var end: Instant { Instant(lastDay, secondOfDay: closing.hour * 3600) }

    /// The last day that lies in it from midnight to midnight: units are named as they were then, since a change of the closing day
    /// itself may be made before or after the closing hour.
    package var lastWholeDay: Day { lastDay.adding(-1) }

    package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

    package var previous: Week { Week(lastDay: lastDay.adding(-7), closing: closing) }
    package var next: Week { Week(lastDay: lastDay.adding(7), closing: closing) }

    /// `2026-W47`.
    package var iso: String {
        let (year, week) = lastDay.isoWeek
        return "\(padded(year, 4))-W\(padded(week, 2))"
    }

    /// `từ 12:00 13/11/2026 đến trước 12:00 20/11/2026`, as reports print their period.
    package var vietnamese: String { "từ \(start.vietnamese) đến trước \(end.vietnamese)" }
}

extension Day {
    /// Year and number of the ISO 8601 week: weeks run from Monday, the first is the one that holds 4 January.
    package var isoWeek: (year: Int, week: Int) {
        let thursday = adding(3 - weekday.rawValue)
        let year = thursday.year
        guard let newYear = Day(year, 1, 1) else { return (year, 1) }
        return (year, (thursday.number - newYear.number) / 7 + 1)
    }
}
