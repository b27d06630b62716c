/// The clock of a case (thời hạn): when it is due, each time that it stood still, and each time that it was given more.
package struct CaseClock: Sendable, Equatable {
    package var profile: DeadlineProfile
    /// When counting began: the receipt, or the moment at which the sender came back. `nil` in cases kept before this was noted.
    package var begun: Instant?
    /// The promise made on receipt; never changed.
    package var originalDue: Instant
    /// The promise to the case's own sender as it stands; changed only by a recorded act.
    package var own: Instant
    /// The earliest promise to the sender of a duplicate (hồ sơ trùng); `nil` without open duplicates.
    package var joint: Instant?
    package var pauses: [Pause]
    package var extensions: [Extension]

    package init(
        profile: DeadlineProfile, due: Instant, begun: Instant? = nil, originalDue: Instant? = nil, pauses: [Pause] = [],
        extensions: [Extension] = []
    ) {
        self.profile = profile
        self.begun = begun
        self.originalDue = originalDue ?? due
        own = due
        self.pauses = pauses
        self.extensions = extensions
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

    /// One extension (gia hạn) that was granted.
    package struct Extension: Sendable, Equatable, Codable {
        package var at: Instant
        /// Working days.
        package var days: Int
        package var reason: String

        package init(at: Instant, days: Int, reason: String) {
            self.at = at
            self.days = days
            self.reason = reason
        }
    }

    /// What the work on the case goes by: the earliest promise that one answer must keep.
    package var due: Instant { joint.map { min($0, own) } ?? own }

    package var isPaused: Bool { pauses.last.map { $0.until == nil } ?? false }

    /// Late, unless the clock stands still or stood still before it ran out.
    package func isLate(at now: Instant) -> Bool { measured(at: now) > due }

    /// Late towards the case's own sender.
    package func isOwnLate(at now: Instant) -> Bool { measured(at: now) > own }

    /// Late against the promise made on receipt, whatever was granted since.
    package func isLateByFirstPromise(at now: Instant) -> Bool { measured(at: now) > originalDue }

    /// The moment that a due date is measured against: now, or when the clock stopped.
    package func measured(at now: Instant) -> Instant { isPaused ? pauses.last?.from ?? now : now }

    /// The due date as a calendar makes it: counted from the beginning, then each standstill and each extension in the order of time.
    /// A case whose beginning was not noted keeps its date.
    package func computedDue(_ calendar: WorkingCalendar) -> Instant {
        guard let begun else { return own }
        var due = calendar.count(from: begun, workingDays: profile.resolve).dueAt
        let ended = pauses.compactMap { pause in pause.until.map { (pause.from, $0) } }.filter { $0.0 >= begun }
        let acts =
            ended.map { (at: $0.1, act: Act.pause($0.0, $0.1)) } + extensions.filter { $0.at >= begun }.map { (at: $0.at, act: Act.more($0.days)) }
        for (_, act) in acts.sorted(by: { $0.at < $1.at }) {
            switch act {
            case .pause(let from, let until): due = calendar.extended(due, pausedFrom: from, until: until)
            case .more(let days): due = calendar.count(from: due.day, workingDays: days).dueAt
            }
        }
        return due
    }

    /// The due date under a changed calendar; `nil` when it stays.
    package func recomputed(_ calendar: WorkingCalendar) -> Instant? {
        let computed = computedDue(calendar)
        return computed == own ? nil : computed
    }

    private enum Act {
        case pause(Instant, Instant)
        case more(Int)
    }
}

extension CaseClock: Codable {
    private enum CodingKeys: String, CodingKey {
        case profile, begun, originalDue, joint, pauses, extensions
        case own = "due"
    }

    package init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        profile = try kept.decode(DeadlineProfile.self, forKey: .profile)
        begun = try kept.decodeIfPresent(Instant.self, forKey: .begun)
        originalDue = try kept.decode(Instant.self, forKey: .originalDue)
        own = try kept.decode(Instant.self, forKey: .own)
        joint = try kept.decodeIfPresent(Instant.self, forKey: .joint)
        pauses = try kept.decode([Pause].self, forKey: .pauses)
        extensions = try kept.decodeIfPresent([Extension].self, forKey: .extensions) ?? []
    }
}
