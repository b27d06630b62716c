package import Domain

/// Approves the answer, which goes out on the channel that the petition came by (phê duyệt, gửi trả lời).
package struct ApproveAnswer: CaseStep {
    package static let permission = Permission.approve
    package let petition: ID<Case>
    package let version: Int

    package init(petition: ID<Case>, version: Int) {
        self.petition = petition
        self.version = version
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.approve(by: turn.actor, at: turn.now)
    }
}
