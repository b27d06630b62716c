/// A deadline in working days (thời hạn tính theo ngày làm việc) with every day that made it, so that it can be explained.
package struct Deadline: Hashable, Sendable {
    /// A day that did not count, and why in Vietnamese.
    package struct Skipped: Hashable, Sendable {
        package var day: Day
        package var reason: String

        package init(day: Day, reason: String) {
            self.day = day
            self.reason = reason
        }
    }

    /// The moment of receipt.
    package var from: Instant
    /// Day 0 (ngày tiếp nhận), never counted (Civil Code 2015 Art. 147).
    package var dayZero: Day
    /// Working days given.
    package var days: Int
    /// The last working day.
    package var due: Day
    /// The moment at which it runs out on that day.
    package var dueAt: Instant
    /// The working days that count, first to last.
    package var counted: [Day]
    /// The days between that do not count, in order: days off, and working days on which the clock stood still.
    package var skipped: [Skipped]
    /// Sentences in Vietnamese about years whose days off are provisional or unknown.
    package var doubts: [String]
}

extension WorkingCalendar {
    /// How many working days a deadline may have; a larger or negative number is brought to the nearer end. Callers that read
    /// the number from outside refuse it first.
    package static let countable = 0...1000

    /// Counts working days from a receipt: day 0 is not counted, the deadline runs out at the end of the last day. With 0 days
    /// it is due on day 0, or the first working day after it (Civil Code 2015 Art. 148).
    package func count(from receipt: Instant, workingDays: Int) -> Deadline {
        count(from: receipt, dayZero: dayZero(of: receipt), workingDays: workingDays)
    }

    /// The same for a day whose hour does not matter.
    package func count(from day: Day, workingDays: Int) -> Deadline {
        count(from: Instant(day), dayZero: day, workingDays: workingDays)
    }

    /// Working days after `day` up to and including `due`: what is left on `day`. Negative when `due` lies before, by the
    /// working days that went by since: −1 on the first working day after it. Additive: a→b and b→c make a→c.
    package func workingDays(from day: Day, to due: Day) -> Int {
        if due < day { return -workingDays(from: due, to: day) }
        return (day.number..<due.number).count { isWorking(Day(number: $0 + 1)) }
    }

    private func count(from receipt: Instant, dayZero: Day, workingDays: Int) -> Deadline {
        let days = min(max(workingDays, Self.countable.lowerBound), Self.countable.upperBound)
        var counted: [Day] = []
        var skipped: [Deadline.Skipped] = []
        var day = dayZero
        if days == 0 {
            while !isWorking(day) {
                if day != dayZero { skipped.append(.init(day: day, reason: status(of: day).reason)) }
                day = day.adding(1)
            }
        }
        while counted.count < days {
            day = day.adding(1)
            let status = status(of: day)
            if status.isWorking { counted.append(day) } else { skipped.append(.init(day: day, reason: status.reason)) }
        }
        return Deadline(
            from: receipt, dayZero: dayZero, days: days, due: day, dueAt: end(of: day), counted: counted, skipped: skipped,
            doubts: doubts(from: dayZero, to: day))
    }

    private func dayZero(of receipt: Instant) -> Day {
        switch hours.receiptAfterHours {
        case .sameDay: receipt.day
        case .nextWorkingDay: workday(onOrAfter: receipt.secondOfDay >= hours.closes ? receipt.day.adding(1) : receipt.day)
        }
    }

    /// The moment at which deadlines of a day run out.
    func end(of day: Day) -> Instant { Instant(day, secondOfDay: hours.endOfDeadline) }
}
