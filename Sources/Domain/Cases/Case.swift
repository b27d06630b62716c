/// A case (hồ sơ, kiến nghị): one matter with a number, a clock, one lead and an outcome.
package struct Case: Sendable, Equatable {
    package let id: ID<Case>
    /// The task force that answers for it; another one when the first was dissolved.
    package var team: ID<Team>?
    package let number: CaseNumber
    package let lookupCode: LookupCode
    package let contact: ID<Contact>
    package let channel: Channel
    package let receivedAt: Instant
    /// A line that tells it from others in a list: the sender's title, or the beginning of the text.
    package var title: String
    package var state: CaseState
    package var classification: Classification
    /// The unit that leads (đơn vị chủ trì); the standing body until a unit is assigned.
    package var lead: ID<Unit>
    package var person: ID<Account>?
    /// Units that were asked to co-ordinate (đơn vị phối hợp); they see this case and no other of the lead's.
    package var coordinating: Set<ID<Unit>>
    /// The sender asked that his name be kept (workers, seed 004).
    package var isProtected: Bool
    /// Who may open the case while it is restricted.
    package var readers: Set<ID<Account>>
    package var diagnosis: Diagnosis?
    package var clock: CaseClock
    package var draft: AnswerDraft?
    package var outcome: Outcome?
    package var answeredAt: Instant?
    package var rating: Rating?
    /// Grows with each change; a page sends back the one it was made of.
    package var version: Int

    package init(
        id: ID<Case>, team: ID<Team>? = nil, number: CaseNumber, lookupCode: LookupCode, contact: ID<Contact>, channel: Channel,
        receivedAt: Instant, title: String, state: CaseState = .received, classification: Classification = Classification(),
        lead: ID<Unit>, person: ID<Account>? = nil, coordinating: Set<ID<Unit>> = [], isProtected: Bool = false,
        readers: Set<ID<Account>> = [], diagnosis: Diagnosis? = nil, clock: CaseClock, draft: AnswerDraft? = nil,
        outcome: Outcome? = nil, answeredAt: Instant? = nil, rating: Rating? = nil, version: Int = 1
    ) {
        self.id = id
        self.team = team
        self.number = number
        self.lookupCode = lookupCode
        self.contact = contact
        self.channel = channel
        self.receivedAt = receivedAt
        self.title = title
        self.state = state
        self.classification = classification
        self.lead = lead
        self.person = person
        self.coordinating = coordinating
        self.isProtected = isProtected
        self.readers = readers
        self.diagnosis = diagnosis
        self.clock = clock
        self.draft = draft
        self.outcome = outcome
        self.answeredAt = answeredAt
        self.rating = rating
        self.version = version
    }

    /// Whether it lies in the restricted compartment: a denunciation, whose sender the law protects (brief §2.1), or a sender who
    /// asked for it.
    package var isRestricted: Bool { classification.kind == .denunciation || isProtected }

    package var subject: CaseSubject {
        CaseSubject(
            team: team, lead: lead, coordinating: coordinating, field: classification.field, area: classification.area,
            isRestricted: isRestricted, readers: readers)
    }

    /// What decides who goes on with it when its unit ends.
    package var matter: Matter { Matter(field: classification.field, area: classification.area) }

    /// Whether a step is open to an actor now. Pages offer by it and operations refuse by it, so both always agree.
    package func offers(_ step: Permission, to actor: Actor) -> Bool {
        refusal(of: step, to: actor) == nil
    }

    /// Why a step is not open to an actor now; `nil` when it is.
    package func refusal(of step: Permission, to actor: Actor) -> Refusal? {
        guard Rights.allow(actor, step, on: subject) else { return .notPermitted(step) }
        guard state.knows(step) else { return .stateForbids(step, state) }
        switch step {
        case .ask, .submit, .decline, .screen:
            if clock.isPaused { return .waitsForSender }
        case .resume, .supply:
            if !clock.isPaused { return .notWaiting }
        case .assign:
            if diagnosis == nil { return .noSuch(.draft) }
        case .approve:
            guard let draft else { return .noSuch(.draft) }
            if let account = actor.account, draft.drafter == account.id { return .drafterMayNotApprove }
        case .rate:
            if rating != nil { return .stateForbids(.rate, state) }
        case .nameReaders:
            if !isRestricted { return .stateForbids(.nameReaders, state) }
        case .transfer, .diagnose, .giveBack, .note, .draft, .returnDraft, .reopen, .receive, .view, .readReports, .administer, .invite:
            break
        }
        return nil
    }

    func check(_ step: Permission, by actor: Actor) throws(Refusal) {
        if let refusal = refusal(of: step, to: actor) { throw refusal }
    }
}

/// How a case is sorted (phân loại): by kind, field, area and by where the firm sits.
package struct Classification: Sendable, Equatable, Codable {
    package var kind: Kind?
    package var field: FieldCode?
    package var area: AreaCode?
    package var site: Site?
    /// The park or cluster by name.
    package var siteName: String
    package var urgent: Bool

    package init(
        kind: Kind? = nil, field: FieldCode? = nil, area: AreaCode? = nil, site: Site? = nil, siteName: String = "", urgent: Bool = false
    ) {
        self.kind = kind
        self.field = field
        self.area = area
        self.site = site
        self.siteName = siteName
        self.urgent = urgent
    }
}

/// What the diagnosis desk found and proposes (chẩn đoán, đề xuất phương án xử lý; brief §1.1).
package struct Diagnosis: Sendable, Equatable, Codable {
    package var finding: String
    package var proposal: String

    package init(finding: String, proposal: String) {
        self.finding = finding
        self.proposal = proposal
    }
}

/// The sender's word on an answer (đánh giá).
package struct Rating: Sendable, Equatable, Codable {
    package var satisfied: Bool
    package var remark: String

    package init(satisfied: Bool, remark: String) {
        self.satisfied = satisfied
        self.remark = remark
    }
}
