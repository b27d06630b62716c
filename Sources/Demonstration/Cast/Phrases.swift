/// What officers write every day, whatever the petition.
package struct Phrases: Sendable, Decodable {
    package var assignmentReasons: [String]
    package var giveBackReasons: [String]
    package var returnReasons: [String]
    package var resumeReasons: [String]
    package var remarks: [String]
    package var overdueRemarks: [String]
    /// What a co-ordinating unit is asked, and says.
    package var opinionQuestions: [String]
    package var opinions: [String]
    package var extensionReasons: [String]
    /// What a level above is asked, with what speaks for and against an option; and what it orders.
    package var proposalQuestions: [String]
    package var pros: [String]
    package var cons: [String]
    package var directives: [String]
    /// Why a unit passes a case on.
    package var handOffReasons: [String]
    /// How a second answer begins.
    package var secondLooks: [String]
    /// Of senders, after an answer.
    package var thanks: [String]
    /// Of senders who are not content with an answer that helps a little or not at all.
    package var dissatisfied: [String]
    /// Why a petition sent twice is declined the second time.
    package var repeatedReason: String
}
