package import Domain

/// Sends a draft back to be mended (trả lại dự thảo).
package struct ReturnAnswer: CaseStep {
    package static let permission = Permission.returnDraft
    package let petition: ID<Case>
    package let version: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.returnDraft(reason: reason, by: turn.actor)
    }
}
