package import Domain

/// Refuses a message that is no petition, with the reason (từ chối tiếp nhận).
package struct DeclineCase: Operation {
    package static let permission = Permission.decline
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
        return try turn.record(current.decline(reason: reason, by: turn.actor), on: current)
    }
}
