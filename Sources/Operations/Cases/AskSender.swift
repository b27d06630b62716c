package import Domain

/// Asks the sender for more; the clock stops (yêu cầu bổ sung).
package struct AskSender: Operation {
    package static let permission = Permission.ask
    let petition: ID<Case>
    let version: Int
    let question: String

    package init(petition: ID<Case>, version: Int, question: String) {
        self.petition = petition
        self.version = version
        self.question = question
    }

    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        return try turn.record(current.ask(question, by: turn.actor), on: current)
    }
}
