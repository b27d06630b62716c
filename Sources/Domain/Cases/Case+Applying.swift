extension Case {
    /// Puts an event into effect: the only place where a case changes.
    package mutating func apply(_ event: CaseEvent, at now: Instant) {
        version += 1
        switch event {
        case .received(_, let owner, _, _): own(owner)
        case .wrote, .noted, .told, .handedOver(_, _), .duplicateWrote: keep(event)
        case .screened(let classification, _, let owner): screen(classification, owner)
        case .split(let item, let title): (self.item, self.title) = (item, title)
        case .declined: end(as: .declined, at: now)
        case .transferred(let kind, _, _): transfer(as: kind, at: now)
        case .asked(let question): clock.pauses.append(CaseClock.Pause(from: now, reason: question))
        case .supplied(let due, let heardAt), .resumed(_, let due, let heardAt): clock.endPause(at: heardAt ?? now, due: due)
        case .diagnosed(let diagnosis): self.diagnosis = diagnosis
        case .assigned(let assignment): assign(assignment)
        case .gaveBack(_, let owner): giveBack(to: owner)
        case .offered(let offer): work.offer = offer
        case .decisionAsked: work.awaitsDecision = true
        case .tookOver(let unit, _, let owner): takeOver(unit, owner)
        case .sentBack: (work.offer, work.bounces) = (nil, work.bounces + 1)
        case .offerWithdrawn: work.offer = nil
        case .inherited(let inheritance): lead(by: inheritance.to, person: inheritance.person)
        case .joined(let cause, _, let unit, _, let owner): join(cause, under: unit, owner)
        case .leftCause: cause = nil
        case .partyMoved(let old, let new, let name): move(old, to: new, named: name, at: now)
        case .drafted(let draft): keep(draft)
        case .submitted: state = .approving
        case .draftReturned: (state, work.signatures) = (.handling, [])
        case .endorsed(let signature): work.signatures.append(signature)
        case .approved(let answer): close(with: answer, at: now)
        case .rated(let rating): self.rating = rating
        case .reopened(_, let due): reopen(due: due, at: now)
        case .invited(let invitation): coordinating.insert(invitation.unit)
        case .consulted(let consultation): consult(consultation)
        case .advised(let unit, _, let opinion): change(unit) { $0.opinion = opinion }
        case .lapsed(let unit, _, _): change(unit) { $0.lapsedAt = now }
        case .escalated(let escalation): rise(to: escalation)
        case .directed(let directive): follow(directive)
        case .readersNamed(let named): readers.formUnion(named.map(\.account))
        case .extensionAsked(let wanted): work.wantedExtension = wanted
        case .extended(let days, let reason, let due): extend(CaseClock.Extension(at: now, days: days, reason: reason), due: due)
        case .extensionRefused: work.wantedExtension = nil
        case .excused(let excuse): work.excuse = excuse
        case .clockSet(let profile, let due): (clock.profile, clock.own) = (profile, due)
        case .recomputed(_, let due): clock.own = due
        case .merged(let merging): merge(merging, at: now)
        case .followed(let main, _): follow(main)
        case .separated(let separation): separate(separation)
        case .absorbed, .released, .jointDueSet: mind(event)
        }
    }

    /// What stands in the journal and changes little or nothing else.
    private mutating func keep(_ event: CaseEvent) {
        if case .handedOver(let team, _) = event { self.team = team }
    }

    private mutating func own(_ owner: Owner?) {
        if let owner { person = owner.account }
    }

    private mutating func screen(_ classification: Classification, _ owner: Owner?) {
        self.classification = classification
        own(owner)
        state = .diagnosing
    }

    /// A petition for another body leaves this house and stays open for its sender until that body has answered; what the law gives
    /// to another procedure ends here.
    private mutating func transfer(as kind: Kind?, at now: Instant) {
        if let kind { classification.kind = kind }
        if kind?.isPetition ?? true {
            state = .referred
        } else {
            end(as: .transferred, at: now)
        }
    }

    private mutating func assign(_ assignment: Assignment) {
        if work.awaitsDecision { work.isDecided = true }
        work.awaitsDecision = false
        work.offer = nil
        lead(by: assignment.unit, person: assignment.person)
        state = .handling
    }

    private mutating func giveBack(to owner: Owner?) {
        work.bounces += 1
        person = nil
        own(owner)
        state = .diagnosing
    }

    private mutating func takeOver(_ unit: ID<Unit>, _ owner: Owner?) {
        work.offer = nil
        work.bounces += 1
        lead(by: unit, person: owner?.account)
    }

    private mutating func join(_ cause: ID<CommonCause>, under unit: ID<Unit>, _ owner: Owner?) {
        self.cause = cause
        (work.hasOwnWay, work.commonRound) = (false, 0)
        if unit != lead, work.awaitsDecision { (work.awaitsDecision, work.isDecided) = (false, true) }
        work.offer = nil
        lead(by: unit, person: owner?.account ?? (unit == lead ? person : nil))
        state = .handling
    }

    private mutating func consult(_ consultation: Consultation) {
        coordinating.insert(consultation.unit)
        work.consultations.append(consultation)
    }

    private mutating func change(_ unit: ID<Unit>, _ body: (inout Consultation) -> Void) {
        guard let index = work.consultations.lastIndex(where: { $0.unit == unit }) else { return }
        body(&work.consultations[index])
    }

    /// The successor of a unit answers what that unit was asked; what it would ask itself is settled.
    private mutating func move(_ old: ID<Unit>, to new: ID<Unit>, named name: String, at now: Instant) {
        for index in work.consultations.indices where work.consultations[index].unit == old && work.consultations[index].isOpen {
            work.consultations[index].unit = new
            work.consultations[index].unitName = name
            if new == lead { work.consultations[index].lapsedAt = now }
        }
        if coordinating.remove(old) != nil, new != lead { coordinating.insert(new) }
        guard work.offer?.to == old else { return }
        work.offer?.to = new
        work.offer?.toName = name
        if new == lead { work.offer = nil }
    }

    private mutating func rise(to escalation: Escalation) {
        work.escalation = escalation
        work.level = max(work.level, escalation.level)
        state = .escalated
    }

    private mutating func follow(_ directive: Directive) {
        work.escalation = nil
        work.offer = nil
        work.directives.append(directive)
        lead(by: directive.unit, person: directive.owner?.account ?? (directive.unit == lead ? person : nil))
        state = .handling
    }

    private mutating func extend(_ more: CaseClock.Extension, due: Instant) {
        work.wantedExtension = nil
        clock.extensions.append(more)
        clock.own = due
    }
}

extension Case {
    /// Whoever leads does not co-ordinate with himself; whoever is in charge of a restricted case may open it.
    private mutating func lead(by unit: ID<Unit>, person: ID<Account>?) {
        lead = unit
        self.person = person
        coordinating.remove(unit)
        if isRestricted, let person { readers.insert(person) }
    }

    private mutating func keep(_ draft: AnswerDraft) {
        self.draft = draft
        work.drafters.insert(draft.drafter)
        work.signatures = []
    }

    private mutating func close(with answer: AnswerDraft, at now: Instant) {
        outcome = answer.outcome
        answeredAt = now
        if let common = answer.common { work.commonRound = common.round }
        draft = nil
        work.drafters = []
        work.signatures = []
        work.wantedExtension = nil
        work.offer = nil
        work.excuse = nil
        state = answer.outcome.stateAfterAnswer
        if !state.isOpen { clock.stop(at: now) }
    }

    private mutating func reopen(due: Instant, at now: Instant) {
        // What was answered goes back to its unit; what was declined has none yet.
        state = state == .answered ? .handling : .received
        outcome = nil
        answeredAt = nil
        // The rating spoke of the answer before; the journal keeps it, and the next answer is rated anew.
        rating = nil
        work.awaitsDecision = false
        work.isDecided = false
        work.bounces = 0
        // What did not satisfy one sender is looked at for him alone.
        work.hasOwnWay = cause != nil
        // Whoever comes back is heard for himself alone.
        merger = nil
        clock.own = due
        clock.begun = now
    }

    private mutating func end(as state: CaseState, at now: Instant) {
        self.state = state
        work.offer = nil
        work.escalation = nil
        clock.stop(at: now)
    }
}

extension CaseClock {
    fileprivate mutating func endPause(at now: Instant, due: Instant) {
        guard isPaused, let last = pauses.indices.last else { return }
        pauses[last].until = now
        own = due
    }

    /// Nothing is promised any more, to nobody.
    fileprivate mutating func stop(at now: Instant) {
        endPause(at: now, due: own)
        joint = nil
    }
}
