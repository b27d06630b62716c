/// A common cause (vấn đề chung): petitions that have one reason, one answer for all of their senders, and one proposal that carries
/// the reason upward (peers (d) 14).
package struct CommonCause: Sendable, Equatable {
    package let id: ID<CommonCause>
    /// The task force whose petitions it groups.
    package let team: ID<Team>
    package let number: String
    package var title: String
    /// What is wrong, for everybody whom it concerns.
    package var summary: String
    package var field: FieldCode?
    /// The unit that answers for all.
    package var lead: ID<Unit>
    package var state: State
    package var draft: AnswerDraft?
    /// Everyone who wrote on the present draft; none of them approves it.
    package var drafters: Set<ID<Account>>
    /// The answer that went out last.
    package var answer: AnswerDraft?
    /// How many answers went out to all; the first is 1.
    package var round: Int
    /// The change of policy that is proposed upward, and to whom.
    package var proposal: PolicyProposal?
    package var openedAt: Instant
    package var answeredAt: Instant?
    package var version: Int

    package enum State: String, CaseIterable, Sendable, Codable {
        case open
        /// The common answer waits for its approver.
        case approving
        case answered
    }

    /// A proposal to change a rule (kiến nghị chính sách).
    package struct PolicyProposal: Sendable, Equatable, Codable {
        package var level: Level
        package var text: String
        package var legalBasis: String
        /// The document with which it went up; empty while it is being prepared.
        package var document: String
        /// What came back.
        package var reply: String

        package init(level: Level, text: String, legalBasis: String, document: String = "", reply: String = "") {
            self.level = level
            self.text = text
            self.legalBasis = legalBasis
            self.document = document
            self.reply = reply
        }
    }

    package init(
        id: ID<CommonCause>, team: ID<Team>, number: String, title: String, summary: String, field: FieldCode?, lead: ID<Unit>,
        state: State = .open, draft: AnswerDraft? = nil, drafters: Set<ID<Account>> = [], answer: AnswerDraft? = nil, round: Int = 0,
        proposal: PolicyProposal? = nil, openedAt: Instant, answeredAt: Instant? = nil, version: Int = 1
    ) {
        self.id = id
        self.team = team
        self.number = number
        self.title = title
        self.summary = summary
        self.field = field
        self.lead = lead
        self.state = state
        self.draft = draft
        self.drafters = drafters
        self.answer = answer
        self.round = round
        self.proposal = proposal
        self.openedAt = openedAt
        self.answeredAt = answeredAt
        self.version = version
    }

    /// What rights depend on: whoever may do it with a case of its lead may do it with the cause.
    package var subject: CaseSubject { CaseSubject(team: team, lead: lead, field: field, isRestricted: false) }
}

/// What happens to a common cause: its journal, and the only way in which it changes.
package enum CauseEvent: Sendable, Equatable, Codable {
    case opened
    case changed(title: String, summary: String)
    case drafted(AnswerDraft)
    case submitted
    case draftReturned(reason: String)
    /// The answer goes out to everyone, as many as it says.
    case approved(AnswerDraft, senders: Int)
    case proposed(CommonCause.PolicyProposal)

    package var verb: String {
        switch self {
        case .opened: "opened"
        case .changed: "changed"
        case .drafted: "drafted"
        case .submitted: "submitted"
        case .draftReturned: "draftReturned"
        case .approved: "approved"
        case .proposed: "proposed"
        }
    }
}

extension CommonCause {
    package mutating func apply(_ event: CauseEvent, at now: Instant) {
        version += 1
        switch event {
        case .opened: version -= 1
        case .changed(let title, let summary): (self.title, self.summary) = (title, summary)
        case .drafted(let draft):
            self.draft = draft
            drafters.insert(draft.drafter)
        case .submitted: state = .approving
        case .draftReturned: state = .open
        case .approved(let answer, _):
            self.answer = answer
            round += 1
            draft = nil
            drafters = []
            answeredAt = now
            // What was only referred upward is answered once more when the word has come down.
            state = answer.outcome.stateAfterAnswer.isOpen ? .open : .answered
        case .proposed(let proposal): self.proposal = proposal
        }
    }
}
