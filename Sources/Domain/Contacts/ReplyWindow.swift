/// How long after his last word a sender may still be written to on a chat channel (khung giờ trả lời; brief zalo.md §3): 48 hours
/// free, up to 7 days paid, then shut until he comes back.
package struct ReplyWindow: Sendable, Equatable {
    package var lastInteraction: Instant

    package init(lastInteraction: Instant) { self.lastInteraction = lastInteraction }

    package enum Standing: Sendable, Equatable { case free, paid, shut }

    /// Seconds.
    private static let free = 48 * 3600
    private static let paid = 7 * 24 * 3600
    /// Seconds before an end in which an officer is warned that it comes.
    private static let warning = 8 * 3600

    package var freeUntil: Instant { lastInteraction.adding(seconds: Self.free) }
    package var shutsAt: Instant { lastInteraction.adding(seconds: Self.paid) }

    package func standing(at now: Instant) -> Standing {
        if now < freeUntil { return .free }
        return now < shutsAt ? .paid : .shut
    }

    /// When the part that holds now comes to an end; `nil` once it is shut.
    package func ends(after now: Instant) -> Instant? {
        switch standing(at: now) {
        case .free: freeUntil
        case .paid: shutsAt
        case .shut: nil
        }
    }

    /// Whether an end is so near that an officer should write now.
    package func warns(at now: Instant) -> Bool { ends(after: now).map { $0 <= now.adding(seconds: Self.warning) } ?? false }

    /// Between which moments the last interaction lies where an end is near at `now`.
    package static func warned(at now: Instant) -> (free: (from: Instant, to: Instant), paid: (from: Instant, to: Instant)) {
        func span(_ length: Int) -> (from: Instant, to: Instant) { (now.adding(seconds: -length), now.adding(seconds: warning - length)) }
        return (span(free), span(paid))
    }
}
