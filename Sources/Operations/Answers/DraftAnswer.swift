package import Domain

/// Keeps a draft of the answer as far as it goes (lưu dự thảo trả lời).
package struct DraftAnswer: CaseStep {
    package static let permission = Permission.draft
    package let petition: ID<Case>
    package let version: Int
    let content: AnswerContent
    let files: [UploadedFile]

    /// - Parameter files: new files, in the order of the evidence that has none yet.
    package init(petition: ID<Case>, version: Int, content: AnswerContent, files: [UploadedFile] = []) {
        self.petition = petition
        self.version = version
        self.content = content
        self.files = files
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        guard let account = turn.actor.account else { throw Refusal.notPermitted(.draft) }
        return try current.draft(turn.proved(content, by: files, known: current.draft).draft(by: account), by: turn.actor)
    }
}

extension Turn {
    /// An answer whose evidence has its files: new ones are kept, old ones must be of the draft that stands. Throws `Refusal.invalid`
    /// with the place of the evidence (`file0`).
    func proved(_ content: AnswerContent, by files: [UploadedFile], known standing: AnswerDraft?) throws -> AnswerContent {
        let known = Set(standing?.evidence.compactMap(\.paper) ?? [])
        var proved = content
        var fresh = files[...]
        for (index, proof) in content.evidence.enumerated() where proof.kind == .file {
            if let paper = proof.paper {
                // Whoever writes an id of his own would read, or cite, a paper of somebody else.
                guard known.contains(paper) else { throw Refusal.invalid([Problem("file\(index)", .unknownCode)]) }
            } else if let file = fresh.popFirst() {
                do {
                    proved.evidence[index].paper = try keep(file)
                } catch Refusal.invalid(let problems) {
                    throw Refusal.invalid(problems.map { Problem("file\(index)", $0.fault) })
                }
                if proof.text.isEmpty { proved.evidence[index].text = file.name }
            }
        }
        return proved
    }
}

/// What a drafter types; who he is comes from his session.
package struct AnswerContent: Sendable, Equatable {
    package var outcome: Outcome
    package var conclusion: String
    package var explanation: String
    package var legalBasis: String
    package var commitments: [AnswerDraft.Commitment]
    package var contact: String
    /// What proves the outcome.
    package var evidence: [AnswerDraft.Evidence]
    /// The text for everybody.
    package var publicText: String

    package init(
        outcome: Outcome, conclusion: String, explanation: String, legalBasis: String, commitments: [AnswerDraft.Commitment],
        contact: String, evidence: [AnswerDraft.Evidence] = [], publicText: String = ""
    ) {
        self.outcome = outcome
        self.conclusion = conclusion
        self.explanation = explanation
        self.legalBasis = legalBasis
        self.commitments = commitments
        self.contact = contact
        self.evidence = evidence
        self.publicText = publicText
    }

    /// What a draft holds, to be sent on as it is.
    package init(_ draft: AnswerDraft) {
        self.init(
            outcome: draft.outcome, conclusion: draft.conclusion, explanation: draft.explanation, legalBasis: draft.legalBasis,
            commitments: draft.commitments, contact: draft.contact, evidence: draft.evidence, publicText: draft.publicText)
    }

    func draft(by account: Account) -> AnswerDraft {
        AnswerDraft(
            outcome: outcome, conclusion: conclusion, explanation: explanation, legalBasis: legalBasis, commitments: commitments,
            contact: contact, evidence: evidence, publicText: publicText, drafter: account.id, drafterName: account.name)
    }
}
