package import Domain

/// What somebody has to say, and everything that the province's officers will say and do about it. Texts may hold the
/// placeholders of `Placeholders`.
package struct Petition: Sendable, Decodable {
    package var key: String
    /// The ways on which it may come.
    package var channels: [Channel]
    /// `nil` for what is no petition at all (spam, greetings).
    package var kind: Kind?
    package var field: FieldCode
    package var sites: [Site]
    package var senders: [Sender.Kind]
    /// Keys of the only senders whom the words fit; `nil`: anyone of the kinds and sites above.
    package var firms: [String]?
    package var urgent: Bool?
    /// Key of the lead unit, where it is not the usual one of the field.
    package var lead: String?
    /// For the form.
    package var title: String?
    package var text: String
    /// What the sender writes while the case is handled.
    package var followUps: [String]?
    package var screening: String
    package var question: Question?
    package var diagnosis: String?
    package var options: [String]?
    package var legalBasis: [String]?
    /// What was found on the spot (xử lý hiện trường).
    package var visit: String?

    // Exactly one of these four is how it ends.
    package var answer: Answer?
    package var refusal: String?
    package var transfer: Transfer?
    /// Key of the petition that the same sender has sent before.
    package var duplicateOf: String?

    package var rating: Rating?
    package var comesBack: ComingBack?

    package struct Question: Sendable, Decodable {
        package var text: String
        package var reply: String
    }

    package struct Transfer: Sendable, Decodable {
        package var unit: String
        package var reason: String
    }

    package struct Answer: Sendable, Decodable {
        package var outcome: Outcome
        package var conclusion: String
        package var explanation: String
        package var commitments: [Commitment]
    }

    package struct Commitment: Sendable, Decodable {
        /// `lead`, `firm`, or the key of a unit.
        package var who: String
        package var what: String
        /// Working days after the answer.
        package var workingDays: Int
    }

    package struct Rating: Sendable, Decodable {
        package var satisfied: Bool
        package var remark: String
    }

    /// The sender was not content; and what he was answered then.
    package struct ComingBack: Sendable, Decodable {
        package var text: String
        package var conclusion: String
        package var explanation: String
    }
}
