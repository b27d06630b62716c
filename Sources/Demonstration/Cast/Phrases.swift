/// What officers write every day, whatever the petition.
package struct Phrases: Sendable, Decodable {
    package var assignmentReasons: [String]
    package var giveBackReasons: [String]
    package var returnReasons: [String]
    package var resumeReasons: [String]
    package var remarks: [String]
    package var overdueRemarks: [String]
    /// Of senders, after an answer.
    package var thanks: [String]
    /// Of senders who are not content with an answer that helps a little or not at all.
    package var dissatisfied: [String]
    /// Why a petition sent twice is declined the second time.
    package var repeatedReason: String
}
