package import Domain

/// What a plan is lived in: its rules, units and people.
package struct PlanWorld {
    package var rules: Rules
    package var unit: (String) -> Unit?
    package var account: (String) -> Account?

    package init(rules: Rules, unit: @escaping (String) -> Unit?, account: @escaping (String) -> Account?) {
        self.rules = rules
        self.unit = unit
        self.account = account
    }

    func unit(named key: String) throws(Refusal) -> Unit {
        guard let unit = unit(key) else { throw .noSuch(.unit) }
        return unit
    }
}

extension PlannedStep.Act {
    /// What the domain makes of a step, for those who live a plan without an office; `nil` when it is not called for. Throws `Refusal`
    /// when the plan is wrong.
    package func event(on petition: Case, by actor: Actor, at now: Instant, in world: PlanWorld) throws(Refusal) -> CaseEvent? {
        switch self {
        case .writes: petition.state.isOpen ? try petition.hear(at: now, rules: world.rules) : .wrote
        case .screens(let classification, let remark): try petition.screen(classification, remark: remark, by: actor, at: now)
        case .asks(let question): try petition.ask(question, by: actor)
        case .resumes(let reason): try petition.resume(reason: reason, by: actor, at: now, rules: world.rules)
        case .declines(let reason): try petition.decline(reason: reason, by: actor)
        case .transfers(let kind, let body, let reason): try petition.transfer(as: kind, to: body, reason: reason, by: actor)
        case .diagnoses(let diagnosis): try petition.diagnose(diagnosis, by: actor)
        case .assigns(let key, let login, let reason):
            try assigned(petition, try world.unit(named: key), login, reason, by: actor, at: now, in: world)
        case .givesBack(let reason): try petition.giveBack(reason: reason, limit: Regulation.Parameters().transferLimit, by: actor)
        case .notes(let note): try petition.note(note, by: actor)
        case .drafts(let answer): try petition.draft(try answer.draft(by: actor), by: actor)
        case .submits: try petition.submit(by: actor, at: now)
        case .returnsDraft(let reason): try petition.returnDraft(reason: reason, by: actor)
        case .approves: try petition.approve(by: actor, at: now)
        case .rates(let rating): try petition.rate(rating, by: actor)
        case .comesBack(let reason): try petition.reopen(reason: reason, by: actor, at: now, rules: world.rules)
        case .consults(let key, let question):
            try petition.consult(
                try world.unit(named: key), question: question, due: Self.opinionDue(petition, now, world.rules), silence: .agrees, by: actor,
                at: now)
        case .advises(let key, let text):
            try petition.advise(from: try world.unit(named: key).id, stance: .agrees, text: text, by: actor, at: now)
        case .escalates(let proposal):
            try petition.escalate(proposal, remark: "", asked: Escalation.Asked(name: "Tổ phó phụ trách"), by: actor, at: now)
        case .directs(let order, let key):
            try petition.direct(
                order, option: nil, to: try world.unit(named: key), due: Self.orderDue(petition, now), document: "", by: actor, at: now)
        case .handsOff(let key, let reason):
            try petition.handOff(
                to: try world.unit(named: key), from: Unit(standingFor: petition.lead), reason: reason, limit: 2, by: actor, at: now)
        case .takesOver: try petition.takeOver(owner: actor.account.map { Owner(account: $0.id, name: $0.name, reason: "") }, by: actor)
        case .asksExtension(let days, let reason): try petition.askExtension(days: days, reason: reason, by: actor, at: now)
        case .extends: try petition.extend(by: actor, at: now, rules: world.rules)
        case .excusesIfLate(let reason):
            petition.lacksExcuse(at: now) ? try petition.excuse(reason: reason, committed: now.day.adding(14), by: actor, at: now) : nil
        }
    }

    /// When an opinion is due: in five days, inside the case's own date.
    package static func opinionDue(_ petition: Case, _ now: Instant, _ rules: Rules) -> Instant {
        let usual = rules.due(after: now, workingDays: petition.clock.profile.coordinate)
        return petition.clock.due > now ? min(usual, petition.clock.due) : usual
    }

    /// When an order is due: with the case, or in a week where the case is late.
    package static func orderDue(_ petition: Case, _ now: Instant) -> Instant {
        petition.clock.due > now ? petition.clock.due : now.adding(hours: 7 * 24)
    }

    private func assigned(
        _ petition: Case, _ unit: Unit, _ login: String, _ reason: String, by actor: Actor, at now: Instant, in world: PlanWorld
    ) throws(Refusal) -> CaseEvent {
        let person = world.account(login)
        let rule = world.rules.route(petition.classification, on: now.day).rule.flatMap { $0.target == unit.id ? $0.text : nil }
        let assignment = Assignment(
            unit: unit.id, unitName: unit.name, person: person?.id, personName: person?.name, rule: rule, reason: reason)
        return try petition.assign(assignment, to: unit, by: actor, at: now)
    }
}

extension PlannedAnswer {
    func draft(by actor: Actor) throws(Refusal) -> AnswerDraft {
        guard let account = actor.account else { throw .noSuch(.account) }
        return AnswerDraft(
            outcome: outcome, conclusion: conclusion, explanation: explanation, legalBasis: legalBasis, commitments: commitments,
            contact: contact, evidence: evidence, publicText: publicText, drafter: account.id, drafterName: account.name)
    }
}

extension Unit {
    /// The lead of a case where only its id is at hand; no more is asked of it than its name.
    fileprivate init(standingFor id: ID<Unit>) {
        self.init(id: id, key: "", name: "Đơn vị đang chủ trì", shortName: "", level: .department, validFrom: Day(number: 0))
    }
}
