import Database
import Domain
import Storage
import Synchronization

/// What every petition and every page needs of the ground, as last read: the rules, the lists that cases are sorted by, the task
/// force. It is read again when its version in the database has moved, so that a change made by another process counts from the
/// next transaction on, and nobody waits for two hundred rows of calendar.
final class GroundCache: Sendable {
    private struct Kept {
        var version: Int
        var rules: Rules
        var catalogue: Catalogue
        var teams: [Team]
    }

    private let kept = Mutex<Kept?>(nil)

    func rules(_ tx: Transaction) throws -> Rules { try current(tx).rules }

    func catalogue(_ tx: Transaction) throws -> Catalogue { try current(tx).catalogue }

    /// The task force that takes petitions in on a day; `nil` before the ground is laid.
    func team(on day: Day, _ tx: Transaction) throws -> Team? { Team.takingIn(try current(tx).teams, on: day) }

    private func current(_ tx: Transaction) throws -> Kept {
        let version = try RulesStore.version(tx)
        if let kept = kept.withLock({ $0 }), kept.version == version { return kept }
        let fresh = Kept(
            version: version, rules: try RulesStore.load(tx), catalogue: try CatalogueStore.load(tx),
            teams: try TeamStore.all(tx))
        kept.withLock { $0 = fresh }
        return fresh
    }
}
