import Domain
import Testing

@testable import Demonstration

/// Lives a planned case through the rules of the domain, with the rights of the people who act; throws where a step is refused.
struct Replay {
    let cast: Cast
    let rules: Rules
    private let ids: [String: ID<Unit>]

    init(cast: Cast, calendar: WorkingCalendar) {
        self.cast = cast
        rules = Rules(calendar: calendar, profiles: [.national], routing: [])
        ids = Dictionary(uniqueKeysWithValues: cast.units.enumerated().map { ($1.key, ID(at: Instant(milliseconds: 0), chance: [UInt8($0)])) })
    }

    /// The case as it stands when all its steps are done.
    func live(_ planned: PlannedCase) throws -> Case {
        var petition = try start(planned)
        for step in planned.steps {
            petition.apply(try event(of: step, on: petition), at: step.at)
        }
        return petition
    }

    private func start(_ planned: PlannedCase) throws -> Case {
        let due = rules.due(after: planned.arrivesAt, workingDays: DeadlineProfile.national.resolve)
        let number = try #require(CaseNumber(prefix: cast.places.numberPrefix, year: planned.arrivesAt.day.year, serial: 1))
        return Case(
            id: ID(at: planned.arrivesAt, chance: []), number: number, lookupCode: LookupCode(chance: []),
            contact: ID(at: planned.arrivesAt, chance: []), channel: planned.channel, receivedAt: planned.arrivesAt,
            title: planned.title ?? "", lead: try unit(cast.team.standingBody).id, clock: CaseClock(profile: .national, due: due))
    }

    private func event(of step: PlannedStep, on petition: Case) throws -> CaseEvent {
        let actor = try actor(step.actor)
        switch step.act {
        case .writes: return petition.state.isOpen ? try petition.hear(at: step.at, rules: rules) : .wrote
        case .screens(let classification, let remark):
            return try petition.screen(classification, remark: remark, by: actor, at: step.at)
        case .asks(let question): return try petition.ask(question, by: actor)
        case .resumes(let reason): return try petition.resume(reason: reason, by: actor, at: step.at, rules: rules)
        case .declines(let reason): return try petition.decline(reason: reason, by: actor)
        case .transfers(let kind, let body, let reason):
            return try petition.transfer(as: kind, to: body, reason: reason, by: actor)
        case .diagnoses(let diagnosis): return try petition.diagnose(diagnosis, by: actor)
        case .assigns(let key, let login, let reason):
            let unit = try unit(key)
            let assignment = Assignment(unit: unit.id, unitName: unit.name, person: try account(login).id, reason: reason)
            return try petition.assign(assignment, to: unit, by: actor, at: step.at)
        case .givesBack(let reason): return try petition.giveBack(reason: reason, by: actor)
        case .notes(let note): return try petition.note(note, by: actor)
        case .drafts(let answer): return try petition.draft(draft(answer, by: actor), by: actor)
        case .submits: return try petition.submit(by: actor, at: step.at)
        case .returnsDraft(let reason): return try petition.returnDraft(reason: reason, by: actor)
        case .approves: return try petition.approve(by: actor, at: step.at)
        case .rates(let rating): return try petition.rate(rating, by: actor)
        case .comesBack(let reason): return try petition.reopen(reason: reason, by: actor, at: step.at, rules: rules)
        }
    }

    private func draft(_ answer: PlannedAnswer, by actor: Actor) throws -> AnswerDraft {
        let drafter = try #require(actor.account)
        return AnswerDraft(
            outcome: answer.outcome, conclusion: answer.conclusion, explanation: answer.explanation, legalBasis: answer.legalBasis,
            commitments: answer.commitments, contact: answer.contact, drafter: drafter.id, drafterName: drafter.name)
    }

    private func actor(_ actor: PlannedStep.Actor) throws -> Actor {
        switch actor {
        case .sender: .sender
        case .staff(let login): .staff(try account(login))
        }
    }

    private func account(_ login: String) throws -> Account {
        let index = try #require(cast.accounts.firstIndex { $0.login == login })
        let known = cast.accounts[index]
        return Account(
            id: ID(at: Instant(milliseconds: 1), chance: [UInt8(index)]), login: known.login, name: known.fullName, title: known.title,
            roles: known.roles, unit: try unit(known.unit).id)
    }

    private func unit(_ key: String) throws -> Unit {
        let known = try #require(cast.unit(key))
        return Unit(
            id: try #require(ids[key]), key: key, name: known.name, shortName: known.shortName, level: known.level,
            validFrom: known.validFrom, validTo: known.validTo)
    }
}
