/// Who may do what: the only table of rights. Pages ask it what to show, operations ask it before they act.
package enum Rights {
    /// How far a role's right reaches.
    private enum Reach {
        /// Any case of the task force.
        case all
        /// Cases whose lead is the actor's own unit.
        case ownUnit
    }

    /// The table. Standing rule: same-level units do not see each other's cases (requirement 60), so handler and approver reach
    /// no further than their own unit; whoever installs the program sees no cases at all.
    private static func reach(_ role: Role, _ permission: Permission) -> Reach? {
        switch permission {
        case .screen, .decline, .transfer:
            role == .intake ? .all : nil
        case .diagnose:
            role == .diagnosis ? .all : nil
        case .assign:
            role == .diagnosis || role == .coordinator ? .all : nil
        case .ask, .resume:
            switch role {
            case .intake, .diagnosis: .all
            case .handler: .ownUnit
            case .approver, .coordinator, .head, .admin: nil
            }
        case .giveBack, .draft, .submit:
            role == .handler ? .ownUnit : nil
        case .returnDraft, .approve:
            switch role {
            case .approver: .ownUnit
            case .coordinator, .head: .all
            case .intake, .diagnosis, .handler, .admin: nil
            }
        case .note, .view:
            switch role {
            case .intake, .diagnosis, .coordinator, .head: .all
            case .handler, .approver: .ownUnit
            case .admin: nil
            }
        // Whoever reads the figures must be able to open every case behind them.
        case .readReports:
            role == .intake || role == .coordinator || role == .head ? .all : nil
        case .administer:
            role == .admin ? .all : nil
        case .supply, .rate, .reopen, .receive:
            nil
        }
    }

    /// Whether an actor may do something, on a case where the thing concerns one.
    package static func allow(_ actor: Actor, _ permission: Permission, on subject: CaseSubject? = nil) -> Bool {
        switch actor {
        case .system:
            return true
        case .sender:
            return [.supply, .rate, .reopen, .receive].contains(permission)
        case .staff(let account):
            guard account.isActive else { return false }
            if let subject, subject.isRestricted, account.roles.isDisjoint(with: [.intake, .coordinator, .head]) { return false }
            return account.roles.contains { role in
                switch reach(role, permission) {
                case .all: true
                case .ownUnit: subject.map { $0.lead == account.unit } ?? false
                case nil: false
                }
            }
        }
    }

    /// The units whose cases an account may list: `nil` means all of them.
    package static func visibleUnit(for account: Account) -> ID<Unit>? {
        account.roles.contains { reach($0, .view) == .all } ? nil : account.unit
    }

    /// Whether an account may list cases at all.
    package static func seesCases(_ account: Account) -> Bool { account.roles.contains { reach($0, .view) != nil } }

    /// Whether an account may see restricted cases (denunciations: brief §2.1, the sender's identity is protected by law).
    package static func seesRestricted(_ account: Account) -> Bool {
        !account.roles.isDisjoint(with: [.intake, .coordinator, .head])
    }
}

/// What rights depend on in a case.
package struct CaseSubject: Sendable, Equatable {
    package var lead: ID<Unit>?
    package var isRestricted: Bool

    package init(lead: ID<Unit>?, isRestricted: Bool) {
        self.lead = lead
        self.isRestricted = isRestricted
    }
}

extension Rights {
    /// Whether an actor may do something on some case at all; which one is for the case to say.
    package static func allowSomewhere(_ actor: Actor, _ permission: Permission) -> Bool {
        switch actor {
        case .system, .sender: allow(actor, permission)
        case .staff(let account): account.isActive && account.roles.contains { reach($0, permission) != nil }
        }
    }
}
