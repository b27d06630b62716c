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
            let world = PlanWorld(rules: rules, unit: { try? unit($0) }, account: { try? account($0) })
            guard let event = try step.act.event(on: petition, by: try actor(step.actor), at: step.at, in: world) else { continue }
            petition.apply(event, at: step.at)
            if case .rated(let rating) = event, !rating.satisfied {
                petition.apply(petition.reopenUnsatisfied(at: step.at, rules: rules), at: step.at)
                petition.apply(petition.climb(asked: Escalation.Asked(name: "Tổ phó"), at: step.at), at: step.at)
            } else if case .reopened = event {
                petition.apply(petition.climb(asked: Escalation.Asked(name: "Tổ phó"), at: step.at), at: step.at)
            }
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
