package import Domain
import Storage

/// Gives a mandate, or lets somebody stand in for another (giao nhiệm vụ, ủy quyền).
package struct GiveMandate: Operation {
    package static let permission = Permission.administer
    let account: ID<Account>
    let authority: Authority
    let from: Day
    let to: Day?
    let document: Decision?

    package init(account: ID<Account>, authority: Authority, from: Day, to: Day? = nil, document: Decision? = nil) {
        self.account = account
        self.authority = authority
        self.from = from
        self.to = to
        self.document = document
    }

    package func perform(_ turn: Turn) throws -> Mandate {
        guard let holder = try AccountStore.load(account, on: nil, turn.tx), holder.isActive else { throw Refusal.noSuch(.account) }
        guard let unit = try OrganisationStore.unit(authority.unit, turn.tx), unit.isOpen(on: max(from, unit.validFrom)) else {
            throw Refusal.noSuch(.unit)
        }
        if let team = authority.team { _ = try turn.standingTeam(team) }
        let mandate = Mandate(
            id: turn.newID(), account: account, authority: authority, validFrom: from, validTo: to, document: document)
        try mandate.check()
        try MandateStore.insert(mandate, turn.tx)
        try turn.note(
            .mandateGiven(
                name: holder.name, role: authority.role, unit: unit.name, from: from, to: to, standsInFor: authority.standsInFor,
                document: document))
        return mandate
    }
}

/// Ends a mandate (thu hồi, hết nhiệm vụ).
package struct EndMandate: Operation {
    package static let permission = Permission.administer
    let mandate: ID<Mandate>
    let last: Day
    let document: Decision?

    package init(mandate: ID<Mandate>, last: Day, document: Decision? = nil) {
        self.mandate = mandate
        self.last = last
        self.document = document
    }

    package func perform(_ turn: Turn) throws {
        guard let mandate = try MandateStore.load(mandate, turn.tx),
            let holder = try AccountStore.load(mandate.account, on: nil, turn.tx)
        else { throw Refusal.noSuch(.mandate) }
        if mandate.validTo.map({ $0 < last }) ?? false { throw Refusal.isOver }
        try MandateStore.end(mandate, last: last, turn.tx)
        try turn.keepAnAdministrator()
        let unit = try OrganisationStore.unit(mandate.authority.unit, turn.tx)?.name ?? ""
        try turn.note(
            .mandateEnded(name: holder.name, role: mandate.authority.role, unit: unit, last: last, document: document))
    }
}

/// Names or removes a person for the restricted compartment of a task force.
package struct ChangeCompartment: Operation {
    package static let permission = Permission.nameReaders
    let team: ID<Team>
    let account: ID<Account>
    let isNamed: Bool

    package init(team: ID<Team>, account: ID<Account>, isNamed: Bool) {
        self.team = team
        self.account = account
        self.isNamed = isNamed
    }

    package func perform(_ turn: Turn) throws {
        let team = try turn.standingTeam(team)
        guard Rights.allow(turn.actor, .nameReaders, in: team.id) else { throw Refusal.notPermitted(.nameReaders) }
        guard let account = try AccountStore.load(account, on: nil, turn.tx) else { throw Refusal.noSuch(.account) }
        if isNamed {
            if !account.isActive { throw Refusal.noSuch(.account) }
            try CompartmentStore.add(account.id, to: team.id, at: turn.now, turn.tx)
            try turn.note(.readerNamed(team: team.name, name: account.name))
        } else {
            try CompartmentStore.remove(account.id, from: team.id, turn.tx)
            try turn.note(.readerRemoved(team: team.name, name: account.name))
        }
    }
}

extension Turn {
    /// Throws `Refusal.lastOne` when nobody would be left who may administer.
    func keepAnAdministrator() throws {
        if try !AccountStore.all(on: now.day, tx).contains(where: { Rights.allow(.staff($0), .administer) }) { throw Refusal.lastOne }
    }
}
