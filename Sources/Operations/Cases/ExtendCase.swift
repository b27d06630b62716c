package import Domain

/// Asks for more time (đề nghị gia hạn).
package struct AskExtension: CaseStep {
    package static let permission = Permission.askExtension
    package let petition: ID<Case>
    package let version: Int
    let days: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, days: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.days = days
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.askExtension(days: days, reason: reason, by: turn.actor, at: turn.now)
    }
}

/// Grants the extension that was asked for (duyệt gia hạn).
package struct ExtendCase: CaseStep {
    package static let permission = Permission.extend
    package let petition: ID<Case>
    package let version: Int

    package init(petition: ID<Case>, version: Int) {
        self.petition = petition
        self.version = version
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.extend(by: turn.actor, at: turn.now, rules: turn.rules())
    }
}

/// Refuses the extension that was asked for (không đồng ý gia hạn).
package struct RefuseExtension: CaseStep {
    package static let permission = Permission.refuseExtension
    package let petition: ID<Case>
    package let version: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.refuseExtension(reason: reason, by: turn.actor)
    }
}

/// Says why a date was missed and which one is promised now (báo cáo chậm).
package struct ExcuseCase: CaseStep {
    package static let permission = Permission.excuse
    package let petition: ID<Case>
    package let version: Int
    let reason: String
    let committed: Day

    package init(petition: ID<Case>, version: Int, reason: String, committed: Day) {
        self.petition = petition
        self.version = version
        self.reason = reason
        self.committed = committed
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.excuse(reason: reason, committed: committed, by: turn.actor, at: turn.now)
    }
}
