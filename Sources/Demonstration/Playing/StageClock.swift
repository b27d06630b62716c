package import Domain
import Synchronization

/// The clock of the stage: it stands wherever the play sets it.
package final class StageClock: Sendable {
    private let moment: Mutex<Instant>

    package init(_ moment: Instant) { self.moment = Mutex(moment) }

    package var now: Instant { moment.withLock { $0 } }

    package func set(_ moment: Instant) { self.moment.withLock { $0 = moment } }
}
