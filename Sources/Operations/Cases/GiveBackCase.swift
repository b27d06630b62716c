package import Domain

/// Returns a case to the diagnosis desk (trả lại).
package struct GiveBackCase: CaseStep {
    package static let permission = Permission.giveBack
    package let petition: ID<Case>
    package let version: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        let owner = try turn.owner(of: current.subject, at: .diagnosis, turn: current.number.serial)
        let limit = try turn.parameters(for: current).transferLimit
        return try current.giveBack(reason: reason, to: owner, limit: limit, by: turn.actor)
    }
}
