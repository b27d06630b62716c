/// The clock of a case (thời hạn): when it is due, and each time that it stood still and why.
package struct CaseClock: Sendable, Equatable, Codable {
    package var profile: DeadlineProfile
    /// The promise made on receipt; never changed.
    package var originalDue: Instant
    /// The promise as it stands; changed only by a recorded act.
    package var due: Instant
    package var pauses: [Pause]

    package init(profile: DeadlineProfile, due: Instant, originalDue: Instant? = nil, pauses: [Pause] = []) {
        self.profile = profile
        self.originalDue = originalDue ?? due
        self.due = due
        self.pauses = pauses
    }

    /// One standstill (tạm dừng): from, until, why (brief §2.3, stop-clock).
    package struct Pause: Sendable, Equatable, Codable {
        package var from: Instant
        package var until: Instant?
        package var reason: String

        package init(from: Instant, until: Instant? = nil, reason: String) {
            self.from = from
            self.until = until
            self.reason = reason
        }
    }

    package var isPaused: Bool { pauses.last.map { $0.until == nil } ?? false }

    /// Late, unless the clock stands still or stood still before it ran out.
    package func isLate(at now: Instant) -> Bool { (pauses.last.flatMap { $0.until == nil ? $0.from : nil } ?? now) > due }
}

/// Days allowed for each step (hạn xử lý): effective-dated data; a case keeps the version it started with (requirement 22).
package struct DeadlineProfile: Sendable, Equatable, Codable {
    /// The word by which the version is named, such as `pakn-2026`.
    package var key: String
    /// Working days from receipt to the answer.
    package var resolve: Int
    /// Working days to refuse or return.
    package var refuse: Int
    /// Working days to the first request for more.
    package var ask: Int
    /// Working days from the answer to its publication.
    package var publish: Int
    /// The document that sets them.
    package var source: String
    package var validFrom: Day

    package init(key: String, resolve: Int, refuse: Int, ask: Int, publish: Int, source: String, validFrom: Day) {
        self.key = key
        self.resolve = resolve
        self.refuse = refuse
        self.ask = ask
        self.publish = publish
        self.source = source
        self.validFrom = validFrom
    }
}
