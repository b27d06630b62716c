package import Domain

/// A trouble that many senders have at once, with the answer that all of them get.
package struct CastCause: Sendable, Decodable {
    package var key: String
    package var title: String
    package var summary: String
    package var field: FieldCode
    package var kind: Kind
    /// Key of the unit that answers for all.
    package var unit: String
    /// Where its senders are.
    package var sites: [Site]
    /// How many of them write.
    package var count: Int
    /// Days before today on which the first one writes.
    package var daysBefore: Int
    /// Days over which they write.
    package var overDays: Int
    /// Days after the first one on which somebody sees that it is one matter.
    package var opensAfter: Int
    /// Days after the first one on which the answer is signed.
    package var answersAfter: Int
    /// The answer waits for its approver to this day.
    package var isWaiting: Bool?
    package var texts: [String]
    package var legalBasis: [String]
    package var answer: Petition.Answer
    package var proposal: Proposal?
    /// What those say who are not content; the first senders.
    package var unhappy: [String]
    /// How many of the others say that they are.
    package var happy: Int

    /// What is proposed upward.
    package struct Proposal: Sendable, Decodable {
        package var level: Level
        package var text: String
        package var document: String
    }
}
