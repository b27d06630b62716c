/// An answer in the making (dự thảo trả lời). It cannot be submitted without a conclusion, a legal basis and who does what by
/// when: four of ten dissatisfied firms were given explanations instead of solutions (brief §0.10, requirement 29).
package struct AnswerDraft: Sendable, Equatable, Codable {
    package var outcome: Outcome
    /// The answer in one or two sentences.
    package var conclusion: String
    /// The reasons, as long as they need be; may be empty.
    package var explanation: String
    package var legalBasis: String
    package var commitments: [Commitment]
    /// Who may be asked about it.
    package var contact: String
    package var drafter: ID<Account>
    package var drafterName: String

    /// Who does what by when.
    package struct Commitment: Sendable, Equatable, Codable {
        package var who: String
        package var what: String
        package var by: Day

        package init(who: String, what: String, by: Day) {
            self.who = who
            self.what = what
            self.by = by
        }
    }

    package init(
        outcome: Outcome, conclusion: String, explanation: String, legalBasis: String, commitments: [Commitment], contact: String,
        drafter: ID<Account>, drafterName: String
    ) {
        self.outcome = outcome
        self.conclusion = conclusion
        self.explanation = explanation
        self.legalBasis = legalBasis
        self.commitments = commitments
        self.contact = contact
        self.drafter = drafter
        self.drafterName = drafterName
    }

    /// What keeps the draft from being submitted on a day.
    package func problems(on today: Day) -> [Problem] {
        var list = ProblemList()
        list.text("conclusion", conclusion, atLeast: 10, atMost: 2000)
        list.text("explanation", explanation, atLeast: 0, atMost: 10_000)
        list.text("legalBasis", legalBasis, atLeast: 5, atMost: 2000)
        list.text("contact", contact, atMost: 300)
        if commitments.isEmpty {
            list.add("commitments", .missing)
        }
        for (index, commitment) in commitments.enumerated() {
            list.text("who\(index)", commitment.who, atMost: 200)
            list.text("what\(index)", commitment.what, atMost: 500)
            if commitment.by < today { list.add("by\(index)", .dateInPast) }
        }
        return list.problems
    }
}
