package import Domain

/// A petition that comes to the demonstration province, with the life that is planned for it.
package struct PlannedCase: Sendable, Equatable {
    /// Key of the petition that it was made from.
    package var petition: String
    /// Key of the sender.
    package var sender: String
    package var channel: Channel
    /// The sender's id on the channel: each case has its own, since one firm has many people.
    package var senderAddress: String
    /// For the form.
    package var title: String?
    package var text: String
    /// As the intake officer will sort it; what a form's sender says of it himself is a part of this.
    package var classification: Classification
    package var arrivesAt: Instant
    /// What happens to it, in order, up to now.
    package var steps: [PlannedStep]
}

/// One thing that somebody does.
package struct PlannedStep: Sendable, Equatable {
    package var at: Instant
    package var actor: Actor
    package var act: Act

    package enum Actor: Sendable, Equatable {
        case sender
        /// By login.
        case staff(String)
    }

    package enum Act: Sendable, Equatable {
        /// The sender writes again: an answer to a question, something more, or thanks.
        case writes(String)
        case screens(Classification, remark: String)
        case asks(String)
        case resumes(reason: String)
        case declines(reason: String)
        /// To a body by its name.
        case transfers(as: Kind?, to: String, reason: String)
        case diagnoses(Diagnosis)
        /// Key of the unit, login of the person; why, in case no rule of routing says so.
        case assigns(unit: String, person: String, reason: String)
        case givesBack(reason: String)
        case notes(Note)
        case drafts(PlannedAnswer)
        case submits
        case returnsDraft(reason: String)
        case approves
        case rates(Rating)
        case comesBack(String)
        /// Key of the unit that is asked.
        case consults(unit: String, question: String)
        case advises(unit: String, text: String)
        case escalates(Proposal)
        /// Key of the unit that gets the order.
        case directs(order: String, unit: String)
        case handsOff(unit: String, reason: String)
        case takesOver
        case asksExtension(days: Int, reason: String)
        case extends
        /// Only where the date has passed and nobody has said why.
        case excusesIfLate(reason: String)
    }
}

/// An answer, all but who drafts it.
package struct PlannedAnswer: Sendable, Equatable {
    package var outcome: Outcome
    package var conclusion: String
    package var explanation: String
    package var legalBasis: String
    package var commitments: [AnswerDraft.Commitment]
    package var contact: String
    package var evidence: [AnswerDraft.Evidence]
    package var publicText: String
}
