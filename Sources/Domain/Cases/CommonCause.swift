/// A common cause (vấn đề chung): petitions that have one reason, one answer for all of their senders, and one proposal that carries
/// the reason upward (peers (d) 14).
package struct CommonCause: Sendable, Equatable {
    package let id: ID<CommonCause>
    package let number: String
    package var title: String
    /// What is wrong, for everybody whom it concerns.
    package var summary: String
    package var field: FieldCode?
    /// The unit that answers for all.
    package var lead: ID<Unit>
    package var state: State
    package var draft: AnswerDraft?
    package var drafters: Set<ID<Account>>
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
        id: ID<CommonCause>, number: String, title: String, summary: String, field: FieldCode?, lead: ID<Unit>, state: State = .open,
        draft: AnswerDraft? = nil, drafters: Set<ID<Account>> = [], proposal: PolicyProposal? = nil, openedAt: Instant,
        answeredAt: Instant? = nil, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.summary = summary
        self.field = field
        self.lead = lead
        self.state = state
        self.draft = draft
        self.drafters = drafters
        self.proposal = proposal
        self.openedAt = openedAt
        self.answeredAt = answeredAt
        self.version = version
    }
}

extension Case {
    /// Groups the case with others of the same cause (nhập vào vấn đề chung): from now on it is answered with them.
    package func join(_ common: CommonCause, unit: Unit, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.joinCause, by: actor)
        if common.state == .answered { throw .isOver }
        if classification.complainedOf == unit.id { throw .complainedOf }
        if isRestricted { throw .notPermitted(.joinCause) }
        return .joined(cause: common.id, title: common.title, unit: unit.id, unitName: unit.name)
    }

    /// Takes it out again (tách khỏi vấn đề chung).
    package func leaveCause(reason: String, by actor: Actor) throws(Refusal) -> CaseEvent {
        guard cause != nil else { throw .noSuch(.cause) }
        guard Rights.allow(actor, .joinCause, on: subject) else { throw .notPermitted(.joinCause) }
        guard state == .handling else { throw .stateForbids(.joinCause, state) }
        var list = ProblemList()
        list.text("reason", reason, atLeast: Self.shortestReason, atMost: 1000)
        try list.refuse()
        return .leftCause(reason: reason)
    }
}
