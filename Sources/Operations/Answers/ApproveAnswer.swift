package import Domain

/// Approves the answer, which goes out on the channel that the petition came by (phê duyệt, gửi trả lời).
package struct ApproveAnswer: Operation {
    package static let permission = Permission.approve
    let petition: ID<Case>
    let version: Int

    package init(petition: ID<Case>, version: Int) {
        self.petition = petition
        self.version = version
    }

    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        return try turn.record(current.approve(by: turn.actor, at: turn.now), on: current)
    }
}
