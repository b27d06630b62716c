package import Domain

/// Asks the sender for more; the clock stops (yêu cầu bổ sung).
package struct AskSender: CaseStep {
    package static let permission = Permission.ask
    package let petition: ID<Case>
    package let version: Int
    let question: String

    package init(petition: ID<Case>, version: Int, question: String) {
        self.petition = petition
        self.version = version
        self.question = question
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.ask(question, by: turn.actor)
    }
}
