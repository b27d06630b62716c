package import Database
package import Domain
import Storage

/// One verb's turn: the transaction, who acts, the time. It never leaves the verb.
package final class Turn {
    package let tx: Transaction
    package let actor: Actor
    package let now: Instant
    let office: Office
    /// Whether there is something to deliver, read or fetch afterwards.
    private(set) var hasWork = false
    /// Whether something was written into the journal of a case.
    private(set) var hasNews = false
    /// How many ids were made in this turn.
    private var made: UInt16 = 0

    init(tx: Transaction, actor: Actor, now: Instant, office: Office) {
        self.tx = tx
        self.actor = actor
        self.now = now
        self.office = office
    }

    package var settings: OfficeSettings { office.settings }

    /// A new id.
    ///
    /// Those of one turn sort in the order of their making, so that two messages to one chat arrive as they were written; eight bytes of
    /// chance keep turns of the same millisecond apart.
    package func newID<Owner>() -> ID<Owner> {
        made &+= 1
        return ID(at: now, chance: [UInt8(truncatingIfNeeded: made >> 8), UInt8(truncatingIfNeeded: made)] + office.world.chance(8))
    }

    /// Unguessable bytes.
    package func chance(_ count: Int) -> [UInt8] { office.world.chance(count) }

    /// The calendar, the deadline profiles and the routing rules as they stand.
    package func rules() throws -> Rules { try office.rules(tx) }

    /// The task force that takes petitions in; `nil` before the ground is laid.
    package func team() throws -> Team? { try office.team(tx) }

    /// The lists that a case is sorted by, as they stand.
    package func catalogue() throws -> Catalogue { try office.catalogue(tx) }

    /// What the regulation of a case's task force sets.
    package func parameters(for petition: Case) throws -> Regulation.Parameters { try office.parameters(of: petition.team, tx) }

    /// Who answers for a case at a place, and why; `nil` while nobody has an account.
    /// - Parameter number: decides whose turn it is at a desk.
    func owner(of subject: CaseSubject, at place: Ownership.Place, turn number: Int) throws -> Owner? {
        Ownership.choose(for: subject, at: place, turn: number, among: try office.accounts(tx))
    }

    /// Who answers for a case that goes to a unit; `nil` where it is there already and somebody has it.
    func owner(of petition: Case, in unit: Unit) throws -> Owner? {
        if petition.lead == unit.id, petition.person != nil, petition.state != .diagnosing { return nil }
        return try owner(of: petition.subject, at: .unit(unit.id, unit.shortName), turn: petition.number.serial)
    }

    /// Who sits at a level for a case, to be asked by name.
    func asked(at level: Level, for petition: Case) throws -> Escalation.Asked {
        let members = try petition.team.map { try office.members(of: $0, tx) } ?? []
        let routed = try rules().route(petition.classification, on: now.day).rule?.target
        return Escalation.asked(at: level, members: members, deputyUnit: routed)
    }

    /// A case for a verb that was started from a page showing `version` of it. Throws `Refusal`.
    package func petition(_ id: ID<Case>, version: Int? = nil) throws -> Case {
        guard let petition = try CaseStore.load(id, tx) else { throw Refusal.noSuch(.petition) }
        if let version, version != petition.version {
            // Who may not even see the case is not told that it changed.
            guard Rights.allow(actor, .view, on: petition.subject) || actor == .sender else { throw Refusal.notPermitted(.view) }
            throw Refusal.changedMeanwhile
        }
        return petition
    }

    /// Puts an event into effect: the row, the journal, the spans, and what the sender is told of it.
    @discardableResult
    package func record(_ event: CaseEvent, on petition: Case) throws -> Case {
        var changed = petition
        changed.apply(event, at: now)
        try CaseStore.save(changed, before: petition, event: event, by: actor, at: now, tx)
        hasNews = true
        try react(to: event, on: changed)
        try settleLetter(of: changed, before: petition)
        if changed.isRestricted, !petition.isRestricted { changed = try close(changed) }
        return try passOn(event, from: petition, to: changed)
    }

    /// Closes a case that has become restricted to all but named persons: those of the compartment, else the head of the task force,
    /// and the officer who sorted it.
    func close(_ petition: Case) throws -> Case {
        var readers = try petition.team.map { try CompartmentStore.readers(of: $0, tx) } ?? []
        if readers.isEmpty {
            readers = try AccountStore.all(on: now.day, tx).filter { $0.isActive && $0.roles.contains(.head) }
                .map { Reader(account: $0.id, name: $0.name) }
        }
        if let account = actor.account, !readers.contains(where: { $0.account == account.id }) {
            readers.append(Reader(account: account.id, name: account.name))
        }
        return readers.isEmpty ? petition : try record(.readersNamed(readers), on: petition)
    }

    /// Writes a change of the organisation into its history.
    package func note(_ event: OrganisationEvent) throws {
        try OrganisationHistory.insert(event, id: newID(), by: actor, at: now, tx)
    }

    /// Notes that there is work for the couriers after the commit.
    package func askForWork() { hasWork = true }

    /// Notes that the open pages have something to hear after the commit.
    func askForNews() { hasNews = true }
}
