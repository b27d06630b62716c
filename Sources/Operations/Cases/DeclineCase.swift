package import Domain

/// Refuses a message that is no petition, with the reason (từ chối tiếp nhận).
package struct DeclineCase: CaseStep {
    package static let permission = Permission.decline
    package let petition: ID<Case>
    package let version: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.decline(reason: reason, by: turn.actor)
    }
}
