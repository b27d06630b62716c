/// What only a person can do to reach a sender (việc liên hệ lại): call him back, write on paper, tell him at the counter, or put the
/// answer into the system that his question came from.
package struct ReplyTask: Sendable, Equatable {
    package let id: ID<ReplyTask>
    package var kind: Kind
    package var channel: Channel
    package var contact: ID<Contact>
    package var petition: ID<Case>?
    /// What to tell him.
    package var text: String
    /// It puts the question that the case waits for; answered on another way, there is nothing left to do.
    package var asks: Bool
    /// Why a person must do it.
    package var reason: String
    package var dueAt: Instant
    /// Who is to do it; `nil`: whoever sits at the intake desk.
    package var account: ID<Account>?
    package var createdAt: Instant
    package var attempts: [Attempt]
    package var done: Done?

    package enum Kind: String, Sendable, Codable, CaseIterable { case call, letter, counter, elsewhere }

    /// He was not reached.
    package struct Attempt: Sendable, Equatable, Codable {
        package var at: Instant
        package var by: String
        package var note: String

        package init(at: Instant, by: String, note: String) {
            self.at = at
            self.by = by
            self.note = note
        }
    }

    package struct Done: Sendable, Equatable, Codable {
        package var at: Instant
        package var by: String
        package var note: String
        /// Whether he was reached; false: given up with a reason.
        package var reached: Bool

        package init(at: Instant, by: String, note: String, reached: Bool) {
            self.at = at
            self.by = by
            self.note = note
            self.reached = reached
        }
    }

    package init(
        id: ID<ReplyTask>, kind: Kind, channel: Channel, contact: ID<Contact>, petition: ID<Case>?, text: String,
        asks: Bool = false, reason: String, dueAt: Instant, account: ID<Account>?, createdAt: Instant, attempts: [Attempt] = [],
        done: Done? = nil
    ) {
        self.id = id
        self.kind = kind
        self.channel = channel
        self.contact = contact
        self.petition = petition
        self.text = text
        self.asks = asks
        self.reason = reason
        self.dueAt = dueAt
        self.account = account
        self.createdAt = createdAt
        self.attempts = attempts
        self.done = done
    }
}
