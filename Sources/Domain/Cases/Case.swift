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
    /// Where it stands in the letter that it came in; `nil` when it came alone.
    package var item: SubmissionItem?
    /// The common cause that it is answered with.
    package var cause: ID<CommonCause>?
    /// The case that it is a duplicate of; stays on record when both have been answered.
    package var merger: Merger?
    /// What is under way in it.
    package var work: CaseWork
    /// Grows with each change; a page sends back the one it was made of.
    package var version: Int

    package init(
        id: ID<Case>, team: ID<Team>? = nil, number: CaseNumber, lookupCode: LookupCode, contact: ID<Contact>, channel: Channel,
        receivedAt: Instant, title: String, state: CaseState = .received, classification: Classification = Classification(),
        lead: ID<Unit>, person: ID<Account>? = nil, coordinating: Set<ID<Unit>> = [], isProtected: Bool = false,
        readers: Set<ID<Account>> = [], diagnosis: Diagnosis? = nil, clock: CaseClock, draft: AnswerDraft? = nil,
        outcome: Outcome? = nil, answeredAt: Instant? = nil, rating: Rating? = nil, item: SubmissionItem? = nil,
        cause: ID<CommonCause>? = nil, merger: Merger? = nil, work: CaseWork = CaseWork(), version: Int = 1
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
        self.item = item
        self.cause = cause
        self.merger = merger
        self.work = work
        self.version = version
    }

    /// Whether it lies in the restricted compartment: a denunciation, whose sender the law protects (brief §2.1), or a sender who
    /// asked for it.
    package var isRestricted: Bool { classification.kind == .denunciation || isProtected }

    package var subject: CaseSubject {
        CaseSubject(
            team: team, lead: lead, coordinating: coordinating, offeredTo: work.offer?.to, field: classification.field,
            area: classification.area, isRestricted: isRestricted, readers: readers)
    }

    /// What decides who goes on with it when its unit ends.
    package var matter: Matter { Matter(field: classification.field, area: classification.area) }
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
    /// The unit that the petition complains about (đơn vị bị phản ánh): it neither leads nor answers (requirement 13).
    package var complainedOf: ID<Unit>?

    package init(
        kind: Kind? = nil, field: FieldCode? = nil, area: AreaCode? = nil, site: Site? = nil, siteName: String = "", urgent: Bool = false,
        complainedOf: ID<Unit>? = nil
    ) {
        self.kind = kind
        self.field = field
        self.area = area
        self.site = site
        self.siteName = siteName
        self.urgent = urgent
        self.complainedOf = complainedOf
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
