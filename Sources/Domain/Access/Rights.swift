/// Who may do what: the only table of rights. Pages ask it what to show, operations ask it before they act, lists are filtered by it.
package enum Rights {
    /// How far a role's right reaches (relation to the case).
    package enum Reach: Sendable {
        /// Any case of the task force.
        case all
        /// Cases whose lead is the unit of the mandate.
        case led
        /// Those, cases in which that unit co-ordinates, and cases that are offered to it.
        case involved
        /// Cases in which the unit of the mandate co-ordinates.
        case consulted
        /// Cases that wait for the unit of the mandate to accept them.
        case offered
    }

    /// The table. Standing rule: same-level units do not see each other's cases unless they co-ordinate (requirement 60), so handler
    /// and approver reach no further than their own unit; whoever installs the program sees no cases at all.
    package static func reach(_ role: Role, _ permission: Permission) -> Reach? { table[permission]?[role] }

    private static let table: [Permission: [Role: Reach]] = {
        var table: [Permission: [Role: Reach]] = [:]
        func row(_ permissions: Permission..., reach: [Role: Reach]) { for permission in permissions { table[permission] = reach } }
        row(.screen, .decline, .transfer, reach: [.intake: .all])
        row(.takeIn, reach: [.intake: .all, .coordinator: .all])
        row(.split, reach: [.intake: .all, .diagnosis: .all])
        // The diagnosis desk only what lies on it; the case says so.
        row(.merge, .unmerge, reach: [.intake: .all, .diagnosis: .all, .coordinator: .all])
        row(.diagnose, reach: [.diagnosis: .all])
        row(.assign, reach: [.diagnosis: .all, .coordinator: .all])
        row(.ask, .resume, reach: [.intake: .all, .diagnosis: .all, .handler: .led])
        row(.tell, reach: [.intake: .all, .diagnosis: .all, .coordinator: .all, .handler: .led, .approver: .led])
        row(.giveBack, .draft, .submit, reach: [.handler: .led])
        row(.returnDraft, .approve, .extend, .refuseExtension, reach: [.approver: .led, .coordinator: .all, .head: .all])
        row(.invite, reach: [.diagnosis: .all, .coordinator: .all, .head: .all, .handler: .led, .approver: .led])
        row(.advise, reach: [.handler: .consulted, .approver: .consulted])
        row(.takeOver, .sendBack, reach: [.handler: .offered, .approver: .offered])
        row(.handOff, .withdrawOffer, .askExtension, .excuse, reach: [.handler: .led, .approver: .led])
        row(.escalate, reach: [.handler: .led, .approver: .led, .coordinator: .all, .head: .all])
        row(.direct, .nameReaders, reach: [.coordinator: .all, .head: .all])
        row(.joinCause, .visit, reach: [.diagnosis: .all, .coordinator: .all, .handler: .led, .approver: .led])
        row(
            .note, .view,
            reach: [.intake: .all, .diagnosis: .all, .coordinator: .all, .head: .all, .handler: .involved, .approver: .involved])
        // Whoever reads the figures must be able to open every case behind them.
        row(.readReports, reach: [.intake: .all, .coordinator: .all, .head: .all])
        row(.administer, reach: [.admin: .all])
        // The sender's own steps and taking in are nobody's office.
        row(.supply, .rate, .reopen, .receive, reach: [:])
        return table
    }()

    /// Whether an actor may do something, on a case where the thing concerns one.
    package static func allow(_ actor: Actor, _ permission: Permission, on subject: CaseSubject? = nil) -> Bool {
        switch actor {
        case .system:
            return true
        case .sender:
            return [.supply, .rate, .reopen, .receive].contains(permission)
        case .staff(let account):
            guard account.isActive else { return false }
            // The restricted compartment opens to named persons only, whatever their office (requirement 13).
            if let subject, subject.isRestricted, !subject.readers.contains(account.id) { return false }
            return account.authorities.contains { allow($0, permission, on: subject) }
        }
    }

    private static func allow(_ authority: Authority, _ permission: Permission, on subject: CaseSubject?) -> Bool {
        guard let reach = reach(authority.role, permission) else { return false }
        guard let subject else { return reach == .all }
        guard authority.covers(subject) else { return false }
        return switch reach {
        case .all: true
        case .led: subject.lead == authority.unit
        case .involved:
            subject.lead == authority.unit || subject.coordinating.contains(authority.unit) || subject.offeredTo == authority.unit
        case .consulted: subject.coordinating.contains(authority.unit)
        case .offered: subject.offeredTo == authority.unit
        }
    }

    /// The highest level at which an account may sign a case (cấp ký duyệt); `nil` when it may not at all.
    package static func signingLevel(of account: Account, on subject: CaseSubject) -> Level? {
        guard allow(.staff(account), .approve, on: subject) else { return nil }
        return account.authorities.filter { allow($0, .approve, on: subject) }.map { authority in
            switch authority.role {
            case .head: Level.head
            case .coordinator: .deputy
            case .intake, .diagnosis, .handler, .approver, .admin: .unit
            }
        }.max()
    }

    /// The unit for which an account takes a step that is given to units, among those that the case allows.
    package static func unit(of account: Account, for permission: Permission, on subject: CaseSubject) -> ID<Unit>? {
        account.authorities.first { allow($0, permission, on: subject) }?.unit
    }

    /// Whether an actor may do something on some case at all; which one is for the case to say.
    package static func allowSomewhere(_ actor: Actor, _ permission: Permission) -> Bool {
        switch actor {
        case .system, .sender: allow(actor, permission)
        case .staff(let account): account.isActive && account.authorities.contains { reach($0.role, permission) != nil }
        }
    }

    /// What of the cases an account may list: each authority that lets it look, with how far.
    package static func views(of account: Account) -> [(authority: Authority, reach: Reach)] {
        guard account.isActive else { return [] }
        return account.authorities.compactMap { authority in reach(authority.role, .view).map { (authority, $0) } }
    }

    /// Whether an account may list cases at all.
    package static func seesCases(_ account: Account) -> Bool { !views(of: account).isEmpty }
}

/// What rights depend on in a case.
package struct CaseSubject: Sendable, Equatable {
    package var team: ID<Team>?
    package var lead: ID<Unit>?
    /// Units that were asked to co-ordinate.
    package var coordinating: Set<ID<Unit>>
    /// The unit that is asked to take the case over.
    package var offeredTo: ID<Unit>?
    package var field: FieldCode?
    package var area: AreaCode?
    package var isRestricted: Bool
    /// Who may open it while it is restricted.
    package var readers: Set<ID<Account>>

    package init(
        team: ID<Team>? = nil, lead: ID<Unit>?, coordinating: Set<ID<Unit>> = [], offeredTo: ID<Unit>? = nil,
        field: FieldCode? = nil, area: AreaCode? = nil, isRestricted: Bool, readers: Set<ID<Account>> = []
    ) {
        self.team = team
        self.lead = lead
        self.coordinating = coordinating
        self.offeredTo = offeredTo
        self.field = field
        self.area = area
        self.isRestricted = isRestricted
        self.readers = readers
    }
}
