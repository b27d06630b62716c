package import Domain

/// Returns a case to the diagnosis desk (trả lại).
package struct GiveBackCase: Operation {
    package static let permission = Permission.giveBack
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
        return try turn.record(current.giveBack(reason: reason, by: turn.actor), on: current)
    }
}
