package import Domain

/// Starts the clock again without the sender's answer (tiếp tục tính thời hạn).
package struct ResumeClock: CaseStep {
    package static let permission = Permission.resume
    package let petition: ID<Case>
    package let version: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.resume(reason: reason, by: turn.actor, at: turn.now, rules: try turn.rules())
    }
}
