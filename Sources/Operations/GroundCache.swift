import Database
import Domain
import Storage
import Synchronization

/// What every petition and every page needs of the ground, as last read: the rules, the lists that cases are sorted by, the task
/// forces with their regulations, and who holds a mandate. It is read again when its version in the database has moved or a new day
/// has begun, so that a change made by another process counts from the next transaction on, and nobody waits for two hundred rows of
/// calendar.
final class GroundCache: Sendable {
    private struct Kept {
        var version: Int
        var day: Day
        var rules: Rules
        var catalogue: Catalogue
        var teams: [Team]
        var posts: [ID<Team>: [TeamMember]]
        var regulations: [ID<Team>: Regulation.Parameters]
        /// In the order of their ids.
        var accounts: [Account]
    }

    private let kept = Mutex<Kept?>(nil)

    func rules(on day: Day, _ tx: Transaction) throws -> Rules { try current(day, tx).rules }
    func catalogue(on day: Day, _ tx: Transaction) throws -> Catalogue { try current(day, tx).catalogue }

    /// The task force that takes petitions in on a day; `nil` before the ground is laid.
    func team(on day: Day, _ tx: Transaction) throws -> Team? { Team.takingIn(try current(day, tx).teams, on: day) }

    /// Everybody who may sign in, with the mandates of the day, in the order of the ids.
    func accounts(on day: Day, _ tx: Transaction) throws -> [Account] { try current(day, tx).accounts }

    /// Who sits in a task force on a day.
    func members(of team: ID<Team>, on day: Day, _ tx: Transaction) throws -> [TeamMember] { try current(day, tx).posts[team] ?? [] }

    /// What the regulation in force sets; the defaults where there is none.
    func parameters(of team: ID<Team>?, on day: Day, _ tx: Transaction) throws -> Regulation.Parameters {
        try team.flatMap { try current(day, tx).regulations[$0] } ?? Regulation.Parameters()
    }

    private func current(_ day: Day, _ tx: Transaction) throws -> Kept {
        let version = try RulesStore.version(tx)
        if let kept = kept.withLock({ $0 }), kept.version == version, kept.day == day { return kept }
        let teams = try TeamStore.all(tx)
        var posts: [ID<Team>: [TeamMember]] = [:]
        var regulations: [ID<Team>: Regulation.Parameters] = [:]
        for team in teams where team.end == nil {
            posts[team.id] = try TeamStore.members(of: team.id, tx).map(\.member).filter { $0.serves(on: day) }
            regulations[team.id] = Regulation.inForce(try TeamStore.regulations(of: team.id, tx).map(\.regulation), on: day)?.parameters
        }
        let fresh = Kept(
            version: version, day: day, rules: try RulesStore.load(tx), catalogue: try CatalogueStore.load(tx), teams: teams, posts: posts,
            regulations: regulations, accounts: try AccountStore.all(on: day, tx).filter(\.isActive).sorted { $0.id < $1.id })
        kept.withLock { $0 = fresh }
        return fresh
    }
}
