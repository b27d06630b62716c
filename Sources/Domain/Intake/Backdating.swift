/// The real moment of a receipt that was noted afterwards, and why (thời điểm tiếp nhận thực tế). When it was noted and by whom stands
/// in the journal beside it.
package struct Backdating: Sendable, Equatable, Codable {
    package var receivedAt: Instant
    package var reason: String

    package init(receivedAt: Instant, reason: String) {
        self.receivedAt = receivedAt
        self.reason = reason
    }

    /// Minutes that an officer may need to write down what he heard; from there on he says why it took longer.
    package static let minutesWithoutReason = 15
    /// Characters of a reason.
    package static let shortestReason = 5
    package static let longestReason = 500

    /// What keeps a moment from being the receipt of something that is noted now: it lies ahead, or further back than the task force's
    /// regulation allows, or nobody says why it comes late. Deadlines count from it, so it is bounded.
    /// - Parameter mostDays: working days back, today not counted.
    package static func problems(
        receivedAt: Instant, reason: String, now: Instant, calendar: WorkingCalendar, mostDays: Int
    ) -> [Problem] {
        var list = ProblemList()
        if receivedAt > now {
            list.add("receivedAt", .momentAhead)
        } else if calendar.workingDays(from: receivedAt.day, to: now.day) > mostDays {
            list.add("receivedAt", .tooLongAgo(mostDays))
        }
        let needsReason = now.seconds(since: receivedAt) > minutesWithoutReason * 60
        list.text("receivedReason", reason, atLeast: needsReason ? shortestReason : 0, atMost: longestReason)
        return list.problems
    }
}
