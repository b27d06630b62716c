package import Domain

/// Sends a draft back to be mended (trả lại dự thảo).
package struct ReturnAnswer: Operation {
    package static let permission = Permission.returnDraft
    let petition: ID<Case>
    let version: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.reason = reason
    }

    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        return try turn.record(current.returnDraft(reason: reason, by: turn.actor), on: current)
    }
}
