package import Domain
import Storage

/// Names persons who may open a restricted case (giao người xem hồ sơ hạn chế).
package struct NameReaders: CaseStep {
    package static let permission = Permission.nameReaders
    package let petition: ID<Case>
    package let version: Int
    let accounts: [ID<Account>]

    package init(petition: ID<Case>, version: Int, accounts: [ID<Account>]) {
        self.petition = petition
        self.version = version
        self.accounts = accounts
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        let named = try accounts.map { id in
            guard let account = try AccountStore.load(id, on: nil, turn.tx) else { throw Refusal.noSuch(.account) }
            return account
        }
        return try current.name(named, by: turn.actor)
    }
}

/// A look at a restricted case, granted or not: each stands in the log of looks.
package struct NoteLook: Operation {
    package static let permission = Permission.view
    let petition: ID<Case>

    package init(petition: ID<Case>) { self.petition = petition }

    package func perform(_ turn: Turn) throws {
        guard let account = turn.actor.account, let current = try CaseStore.load(petition, turn.tx), current.isRestricted else { return }
        let granted = Rights.allow(turn.actor, .view, on: current.subject)
        try CompartmentStore.noteLook(petition, by: account, granted: granted, at: turn.now, turn.tx)
    }
}
