package import Domain
import Synchronization

/// A clock whose hands the test moves.
package final class HandClock: Sendable {
    private let hands: Mutex<Instant>

    package init(_ start: Instant) { hands = Mutex(start) }

    package var now: Instant { hands.withLock { $0 } }

    package func set(_ instant: Instant) { hands.withLock { $0 = instant } }

    package func advance(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
        hands.withLock { $0 = $0.adding(hours: days * 24 + hours).adding(seconds: minutes * 60 + seconds) }
    }
}
