extension WorkingCalendar {
    /// A deadline after its clock stood still (tạm dừng tính hạn), from a moment until another.
    ///
    /// The working days inside the pause are given back: those after the day it began, up to and including the day it ended.
    /// The first day was still at the office's disposal and stays spent; the last one is like day 0 of the rest and is not
    /// counted. So a pause within one day gives back nothing, pauses that follow each other give back as much as one long
    /// one, and what is left (`workingDays(from:to:)`) is on the day the clock runs on what it was on the day it stopped,
    /// also when it was negative. What lies before day 0 is no part of the pause; one that ends before it begins is none.
    package func shifted(_ deadline: Deadline, pausedFrom start: Instant, until end: Instant) -> Deadline {
        let first = max(start.day, deadline.dayZero)
        guard first < end.day else { return deadline }
        let paused = (first.number..<end.day.number).map { Day(number: $0 + 1) }.filter(isWorking)
        guard !paused.isEmpty else { return deadline }

        let after = days(after: deadline.due, working: paused.count)
        var shifted = deadline
        shifted.due = after.last ?? deadline.due
        shifted.dueAt = self.end(of: shifted.due)
        shifted.doubts = doubts(from: deadline.dayZero, to: shifted.due)
        let reason = "Tạm dừng tính hạn từ \(start.vietnamese) đến \(end.vietnamese)"
        shifted.skipped += paused.map { .init(day: $0, reason: reason) }
        shifted.skipped += after.filter { !isWorking($0) }.map { .init(day: $0, reason: status(of: $0).reason) }
        shifted.skipped.sort { $0.day < $1.day }
        // A pause of what is already late moves the due day, but no day that was used up in time changes its meaning.
        if first <= deadline.due {
            let still = Set(paused)
            shifted.counted = (deadline.counted + after.filter(isWorking)).filter { !still.contains($0) }
        }
        return shifted
    }

    /// The days that follow a day until a number of working days among them is full.
    private func days(after day: Day, working: Int) -> [Day] {
        var days: [Day] = []
        var missing = working
        var day = day
        while missing > 0 {
            day = day.adding(1)
            days.append(day)
            if isWorking(day) { missing -= 1 }
        }
        return days
    }
}
