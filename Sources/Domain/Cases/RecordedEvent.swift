/// An event as it stands in the journal: who, when, what, and the state that it led to.
package struct RecordedEvent: Sendable, Equatable {
    package var position: Int
    package var at: Instant
    /// Empty when it was the sender or the system.
    package var actorName: String
    package var state: CaseState
    package var event: CaseEvent

    package init(position: Int, at: Instant, actorName: String, state: CaseState, event: CaseEvent) {
        self.position = position
        self.at = at
        self.actorName = actorName
        self.state = state
        self.event = event
    }
}
