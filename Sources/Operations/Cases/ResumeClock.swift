package import Domain

/// Starts the clock again without the sender's answer (tiếp tục tính thời hạn).
package struct ResumeClock: Operation {
    package static let permission = Permission.resume
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
        return try turn.record(current.resume(reason: reason, by: turn.actor, at: turn.now, rules: try turn.rules()), on: current)
    }
}
