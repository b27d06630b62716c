package import Domain

/// Hands a complaint, a denunciation or a matter of another body over (chuyển quy trình khác, cơ quan khác).
package struct TransferCase: CaseStep {
    package static let permission = Permission.transfer
    package let petition: ID<Case>
    package let version: Int
    let kind: Kind?
    let body: String
    let reason: String

    package init(petition: ID<Case>, version: Int, kind: Kind?, body: String, reason: String) {
        self.petition = petition
        self.version = version
        self.kind = kind
        self.body = body
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.transfer(as: kind, to: body, reason: reason, by: turn.actor)
    }
}
