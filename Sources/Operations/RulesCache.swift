import Database
import Domain
import Storage
import Synchronization

/// The rules as last read. They are read again when their version in the database has moved, so that a change made by another
/// process counts from the next transaction on, and a petition does not wait for two hundred rows of calendar.
final class RulesCache: Sendable {
    private let kept = Mutex<(version: Int, rules: Rules)?>(nil)

    func current(_ tx: Transaction) throws -> Rules {
        let version = try RulesStore.version(tx)
        if let kept = kept.withLock({ $0 }), kept.version == version { return kept.rules }
        let rules = try RulesStore.load(tx)
        kept.withLock { $0 = (version, rules) }
        return rules
    }
}
