import Domain

/// Keeps the calls of a clock minute below what the platform allows (brief zalo.md §12): it says with every answer how many are left.
actor ZaloThrottle {
    /// Who wants to call.
    enum Errand: Sendable {
        /// A message to a sender.
        case message
        /// Profiles, figures, history: they leave room for messages.
        case background
    }

    /// Calls kept for messages, as a part of the limit, and for other programs of the same app.
    private static let reserve = (message: 50, background: 4)

    private var minute: Int64 = -1
    private var limit = 0
    private var left = Int.max

    /// What an answer said of the minute.
    func note(limit: Int, left: Int, at now: Instant) {
        let minute = Self.minute(of: now)
        // Answers overtake one another: within a minute the smallest figure is the newest.
        self.left = minute == self.minute ? min(self.left, left) : left
        self.minute = minute
        self.limit = limit
    }

    /// Seconds to wait for the next clock minute; `nil` when the call may go out now, which it is then counted for.
    func wait(for errand: Errand, at now: Instant) -> Int? {
        guard Self.minute(of: now) == minute else { return nil }
        let reserve = errand == .message ? limit / Self.reserve.message : limit / Self.reserve.background
        if left <= reserve { return Self.secondsToNextMinute(now) }
        left -= 1
        return nil
    }

    static func secondsToNextMinute(_ now: Instant) -> Int { 61 - now.secondOfDay % 60 }

    private static func minute(of now: Instant) -> Int64 { now.milliseconds / 60_000 }
}
