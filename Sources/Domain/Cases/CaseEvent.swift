/// What happened to a case: its journal (nhật ký), the cause of letters and messages, and the only way in which it changes.
package enum CaseEvent: Sendable, Equatable, Codable {
    case received(due: Instant)
    /// The sender wrote again within the open conversation.
    case wrote
    case screened(Classification, remark: String)
    case declined(reason: String)
    case transferred(as: Kind?, to: String, reason: String)
    /// The sender is asked for more; the clock stops.
    case asked(question: String)
    /// The sender gave more; the clock runs again towards the new due date.
    case supplied(due: Instant)
    /// An officer starts the clock again without an answer of the sender.
    case resumed(reason: String, due: Instant)
    case diagnosed(Diagnosis)
    case assigned(Assignment)
    case gaveBack(reason: String)
    case noted(Note)
    case drafted(AnswerDraft)
    case submitted
    case draftReturned(reason: String)
    /// The answer that went out.
    case approved(AnswerDraft)
    case rated(Rating)
    case reopened(reason: String, due: Instant)
    /// Another unit is asked to co-ordinate.
    case invited(Invitation)
    /// Persons who may open the restricted case from now on.
    case readersNamed([Reader])
    /// The lead's work went to another unit: same number, same clock, same drafts.
    case inherited(Inheritance)
    /// The task force ended; another one answers for the case.
    case handedOver(to: ID<Team>, name: String)
}

/// A unit that is asked to co-ordinate (mời phối hợp), and what it is asked.
package struct Invitation: Sendable, Equatable, Codable {
    package var unit: ID<Unit>
    package var unitName: String
    package var question: String

    package init(unit: ID<Unit>, unitName: String, question: String) {
        self.unit = unit
        self.unitName = unitName
        self.question = question
    }
}

/// A named person who may open a restricted case (người được phân công xem hồ sơ hạn chế).
package struct Reader: Sendable, Equatable, Codable {
    package var account: ID<Account>
    package var name: String

    package init(account: ID<Account>, name: String) {
        self.account = account
        self.name = name
    }
}

/// Who goes on with a case when its unit ends or hands a field over (bàn giao nguyên trạng; brief §3.3).
package struct Inheritance: Sendable, Equatable, Codable {
    package var from: ID<Unit>
    package var fromName: String
    package var to: ID<Unit>
    package var toName: String
    /// The person stays when he went to the same unit.
    package var person: ID<Account>?
    /// The document that it rests on, as it is cited.
    package var document: String
    /// Whether the document says who goes on; otherwise the unit leads until somebody decides.
    package var isClear: Bool

    package init(
        from: ID<Unit>, fromName: String, to: ID<Unit>, toName: String, person: ID<Account>?, document: String, isClear: Bool
    ) {
        self.from = from
        self.fromName = fromName
        self.to = to
        self.toName = toName
        self.person = person
        self.document = document
        self.isClear = isClear
    }
}

/// One lead unit, one person, and why these (phân công xử lý).
package struct Assignment: Sendable, Equatable, Codable {
    package var unit: ID<Unit>
    package var unitName: String
    package var person: ID<Account>?
    package var personName: String?
    /// The routing rule that led here; `nil` when a person chose otherwise.
    package var rule: String?
    /// Why the person chose so; required where no rule did.
    package var reason: String

    package init(
        unit: ID<Unit>, unitName: String, person: ID<Account>? = nil, personName: String? = nil, rule: String? = nil, reason: String = ""
    ) {
        self.unit = unit
        self.unitName = unitName
        self.person = person
        self.personName = personName
        self.rule = rule
        self.reason = reason
    }
}

/// An internal note (ghi chú), or what was found on the spot (xử lý hiện trường).
package struct Note: Sendable, Equatable, Codable {
    package var kind: Kind
    package var text: String

    package enum Kind: String, CaseIterable, Sendable, Codable {
        case remark
        /// Kết quả xử lý hiện trường.
        case field
    }

    package init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}

extension Case {
    /// Puts an event into effect: the only place where a case changes.
    package mutating func apply(_ event: CaseEvent, at now: Instant) {
        version += 1
        switch event {
        case .received, .wrote, .noted:
            break
        case .screened(let classification, _):
            self.classification = classification
            state = .diagnosing
        case .declined:
            end(as: .declined, at: now)
        case .transferred(let kind, _, _):
            if let kind { classification.kind = kind }
            end(as: .transferred, at: now)
        case .asked(let question):
            clock.pauses.append(CaseClock.Pause(from: now, reason: question))
        case .supplied(let due), .resumed(_, let due):
            clock.endPause(at: now, due: due)
        case .diagnosed(let diagnosis):
            self.diagnosis = diagnosis
        case .assigned(let assignment):
            lead(by: assignment.unit, person: assignment.person)
            state = .handling
        case .gaveBack:
            person = nil
            state = .diagnosing
        case .drafted(let draft):
            self.draft = draft
        case .submitted:
            state = .approving
        case .draftReturned:
            state = .handling
        case .approved(let answer):
            outcome = answer.outcome
            answeredAt = now
            draft = nil
            state = answer.outcome.stateAfterAnswer
        case .rated(let rating):
            self.rating = rating
        case .reopened(_, let due):
            reopen(due: due)
        case .invited(let invitation):
            coordinating.insert(invitation.unit)
        case .readersNamed(let named):
            readers.formUnion(named.map(\.account))
        case .inherited(let inheritance):
            lead(by: inheritance.to, person: inheritance.person)
        case .handedOver(let team, _):
            self.team = team
        }
    }

    /// Whoever leads does not co-ordinate with himself; whoever is in charge of a restricted case may open it.
    private mutating func lead(by unit: ID<Unit>, person: ID<Account>?) {
        lead = unit
        self.person = person
        coordinating.remove(unit)
        if isRestricted, let person { readers.insert(person) }
    }

    private mutating func reopen(due: Instant) {
        // What was answered goes back to its unit; what was declined has none yet.
        state = state == .answered ? .handling : .received
        outcome = nil
        answeredAt = nil
        // The rating spoke of the answer before; the journal keeps it, and the next answer is rated anew.
        rating = nil
        clock.due = due
    }

    private mutating func end(as state: CaseState, at now: Instant) {
        self.state = state
        if clock.isPaused { clock.endPause(at: now, due: clock.due) }
    }
}

extension CaseClock {
    fileprivate mutating func endPause(at now: Instant, due: Instant) {
        guard isPaused, let last = pauses.indices.last else { return }
        pauses[last].until = now
        self.due = due
    }
}

extension CaseEvent {
    /// The event's word in the journal, by which it can be found.
    package var verb: String {
        switch self {
        case .received: "received"
        case .wrote: "wrote"
        case .screened: "screened"
        case .declined: "declined"
        case .transferred: "transferred"
        case .asked: "asked"
        case .supplied: "supplied"
        case .resumed: "resumed"
        case .diagnosed: "diagnosed"
        case .assigned: "assigned"
        case .gaveBack: "gaveBack"
        case .noted: "noted"
        case .drafted: "drafted"
        case .submitted: "submitted"
        case .draftReturned: "draftReturned"
        case .approved: "approved"
        case .rated: "rated"
        case .reopened: "reopened"
        case .invited: "invited"
        case .readersNamed: "readersNamed"
        case .inherited: "inherited"
        case .handedOver: "handedOver"
        }
    }
}
