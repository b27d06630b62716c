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
    /// What proves that it was done; required where something is said to be solved.
    package var evidence: [Evidence]
    /// The text for everybody, without names and numbers of persons (nội dung công khai); kept apart from the answer itself.
    package var publicText: String
    /// What the co-ordinating units said, as of the approval.
    package var opinions: [Said]
    package var drafter: ID<Account>
    package var drafterName: String
    /// The common cause that it answers; `nil`: this case alone.
    package var common: Common?

    /// An answer to all petitions of one cause (trả lời chung).
    package struct Common: Sendable, Equatable, Codable {
        package var cause: ID<CommonCause>
        package var number: String
        package var title: String
        /// The how-manieth answer to all.
        package var round: Int

        package init(cause: ID<CommonCause>, number: String, title: String, round: Int) {
            self.cause = cause
            self.number = number
            self.title = title
            self.round = round
        }
    }

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

    /// What proves an outcome (minh chứng).
    package struct Evidence: Sendable, Equatable, Codable {
        package var kind: Kind
        /// What it is: the document as it is cited, the file's name, the day of the visit.
        package var text: String
        /// The file, where it is one.
        package var paper: ID<Paper>?

        package enum Kind: String, CaseIterable, Sendable, Codable {
            /// Văn bản, by number and day.
            case document
            /// Tệp kèm theo.
            case file
            /// Kết quả xử lý hiện trường.
            case visit
        }

        package init(kind: Kind, text: String, paper: ID<Paper>? = nil) {
            self.kind = kind
            self.text = text
            self.paper = paper
        }
    }

    /// Who said what among the co-ordinating units.
    package struct Said: Sendable, Equatable, Codable {
        package var unitName: String
        /// `nil`: silent until the date.
        package var opinion: Opinion?
        package var silence: Consultation.Silence

        package init(_ consultation: Consultation) {
            unitName = consultation.unitName
            opinion = consultation.opinion
            silence = consultation.silence
        }
    }

    package init(
        outcome: Outcome, conclusion: String, explanation: String, legalBasis: String, commitments: [Commitment], contact: String,
        evidence: [Evidence] = [], publicText: String = "", opinions: [Said] = [], drafter: ID<Account>, drafterName: String,
        common: Common? = nil
    ) {
        self.outcome = outcome
        self.conclusion = conclusion
        self.explanation = explanation
        self.legalBasis = legalBasis
        self.commitments = commitments
        self.contact = contact
        self.evidence = evidence
        self.publicText = publicText
        self.opinions = opinions
        self.drafter = drafter
        self.drafterName = drafterName
        self.common = common
    }

    /// What is asked of a draft that is only kept: that it fits. Throws `Refusal.invalid`.
    package func checkLengths() throws(Refusal) {
        var list = ProblemList()
        checkTexts(conclusion: 0, legalBasis: 0, contact: 0, &list)
        try list.refuse()
    }

    /// How long the texts may be, whatever is asked of them at the least.
    private func checkTexts(conclusion least: Int, legalBasis leastBasis: Int, contact leastContact: Int, _ list: inout ProblemList) {
        list.text("conclusion", conclusion, atLeast: least, atMost: 2000)
        list.text("explanation", explanation, atLeast: 0, atMost: 10_000)
        list.text("legalBasis", legalBasis, atLeast: leastBasis, atMost: 2000)
        list.text("contact", contact, atLeast: leastContact, atMost: 300)
    }

    /// What keeps the draft from being submitted on a day.
    package func problems(on today: Day) -> [Problem] {
        var list = ProblemList()
        checkTexts(conclusion: 10, legalBasis: 5, contact: 1, &list)
        if commitments.isEmpty {
            list.add("commitments", .missing)
        }
        for (index, commitment) in commitments.enumerated() {
            list.text("who\(index)", commitment.who, atMost: 200)
            list.text("what\(index)", commitment.what, atMost: 500)
            if commitment.by < today { list.add("by\(index)", .dateInPast) }
        }
        if outcome.claimsResult, evidence.isEmpty { list.add("evidence", .missing) }
        for proof in evidence {
            switch proof.kind {
            case .document, .visit: list.text("evidence", proof.text, atLeast: 5, atMost: 300)
            case .file: if proof.paper == nil { list.add("evidence", .missing) }
            }
        }
        list.text("publicText", publicText, atLeast: 0, atMost: 10_000)
        if !PersonalData.mask(publicText).found.isEmpty { list.add("publicText", .personalData) }
        return list.problems
    }
}

extension AnswerDraft {
    private enum CodingKeys: String, CodingKey {
        case outcome, conclusion, explanation, legalBasis, commitments, contact, evidence, publicText, opinions, drafter, drafterName
        case common
    }

    /// An answer kept by an older version has no evidence and no public text.
    package init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            outcome: try kept.decode(Outcome.self, forKey: .outcome), conclusion: try kept.decode(String.self, forKey: .conclusion),
            explanation: try kept.decode(String.self, forKey: .explanation),
            legalBasis: try kept.decode(String.self, forKey: .legalBasis),
            commitments: try kept.decode([Commitment].self, forKey: .commitments),
            contact: try kept.decode(String.self, forKey: .contact),
            evidence: try kept.decodeIfPresent([Evidence].self, forKey: .evidence) ?? [],
            publicText: try kept.decodeIfPresent(String.self, forKey: .publicText) ?? "",
            opinions: try kept.decodeIfPresent([Said].self, forKey: .opinions) ?? [],
            drafter: try kept.decode(ID<Account>.self, forKey: .drafter),
            drafterName: try kept.decode(String.self, forKey: .drafterName),
            common: try kept.decodeIfPresent(Common.self, forKey: .common))
    }
}
