package import Domain
import Storage

/// Everything that a plan moves, worked out before anything is moved. The preview shows it, the carrying out does it.
package struct ReorganisationMoves: Sendable {
    package let plan: ReorganisationPlan
    package let effect: ReorganisationEffect
    package var cases: [CaseMove] = []
    package var accounts: [AccountMove] = []
    package var mandates: [(old: Mandate, next: Mandate)] = []
    package var rules: [RuleMove] = []
    /// Where each person who moves works from the day on.
    var workplaces: [ID<Account>: ID<Unit>] = [:]

    /// An open case that goes to another unit.
    package struct CaseMove: Sendable {
        package var id: ID<Case>
        package var number: CaseNumber
        package var from: ID<Unit>
        package var heir: Heir
        package var person: ID<Account>?
    }

    package struct AccountMove: Sendable {
        package var account: Account
        package var to: ID<Unit>
    }

    package struct RuleMove: Sendable {
        package var old: RoutingRule
        package var ends: Bool
        package var next: [RoutingRule]
    }

    /// Works a plan out on what stands now. Throws `Refusal.planDoesNotHold`.
    init(_ plan: ReorganisationPlan, on day: Day, _ turn: Turn) throws {
        self.plan = plan
        let register = try OrganisationStore.register(turn.tx)
        do throws(PlanFault) {
            effect = try ReorganisationEffect(of: plan, on: day, in: register) { turn.newID() }
        } catch {
            throw Refusal.planDoesNotHold(error)
        }
        try checkWords(turn)
        try movePeople(turn)
        for row in try ReorganisationQueries.open(ledBy: effect.touched.sorted(), turn.tx) {
            let heir = effect.heir(of: row.lead, for: row.matter)
            guard heir.unit != row.lead else { continue }
            cases.append(CaseMove(id: row.id, number: row.number, from: row.lead, heir: heir, person: row.person))
        }
        for rule in try ReorganisationQueries.rules(to: effect.touched, on: day, turn.tx) {
            let (ends, next) = effect.rules(after: rule, document: plan.document)
            if ends || !next.isEmpty { rules.append(RuleMove(old: rule, ends: ends, next: next)) }
        }
    }

    package var counts: MovedCounts {
        var counts = MovedCounts()
        counts.units = effect.founded.count + effect.changed.count + effect.ended.count
        counts.cases = cases.count
        counts.unclear = cases.count { !$0.heir.isClear }
        counts.accounts = accounts.count
        counts.mandates = mandates.count
        counts.rules = rules.count
        return counts
    }

    /// Fields, areas and people that the plan names must be there: a slip of the pen would leave the cases of a field behind.
    private func checkWords(_ turn: Turn) throws {
        let catalogue = try turn.catalogue()
        for (index, step) in plan.steps.enumerated() {
            for field in step.fields where catalogue.name(of: field) == nil {
                throw Refusal.planDoesNotHold(PlanFault(step: index + 1, fault: .unknownField(field)))
            }
            for area in step.areas where catalogue.name(of: area) == nil {
                throw Refusal.planDoesNotHold(PlanFault(step: index + 1, fault: .unknownArea(area)))
            }
        }
        for (login, unit) in (plan.people ?? [:]).sorted(by: { $0.key < $1.key }) {
            if try AccountStore.find(login: login, on: nil, turn.tx) == nil {
                throw Refusal.planDoesNotHold(PlanFault(step: 0, fault: .unknownPerson(login)))
            }
            guard let id = effect.after.unit(unit), effect.lives(id) else {
                throw Refusal.planDoesNotHold(PlanFault(step: 0, fault: .unit(.unknown(unit))))
            }
        }
    }

    private mutating func movePeople(_ turn: Turn) throws {
        let named = Set((plan.people ?? [:]).keys)
        for unit in effect.touched.sorted() {
            for account in try AccountStore.inside(unit, turn.tx) {
                let place = effect.workplace(of: account.login, in: unit, people: plan.people)
                guard place != unit else { continue }
                accounts.append(AccountMove(account: account, to: place))
                workplaces[account.id] = place
            }
        }
        for unit in effect.touched.sorted() {
            for mandate in try MandateStore.lasting(in: unit, on: effect.day, turn.tx) {
                let place = workplaces[mandate.account]
                if let next = effect.successor(of: mandate, workplace: place, id: turn.newID(), document: plan.document) {
                    mandates.append((mandate, next))
                } else if let place, let login = accounts.first(where: { $0.account.id == mandate.account })?.account.login,
                    named.contains(login)
                {
                    // The plan sends a person elsewhere out of a unit that lives on.
                    var authority = mandate.authority
                    authority.unit = place
                    let next = Mandate(
                        id: turn.newID(), account: mandate.account, authority: authority, validFrom: max(effect.day, mandate.validFrom),
                        validTo: mandate.validTo, document: plan.document)
                    mandates.append((mandate, next))
                }
            }
        }
    }
}

extension ReorganisationPlan.Step {
    /// The fields that it names.
    package var fields: [FieldCode] {
        switch self {
        case .split(_, let parts, _): parts.flatMap { $0.fields ?? [] }
        case .transfer(_, _, let fields, _): fields ?? []
        case .found, .change, .merge, .abolish: []
        }
    }

    /// The areas that it names.
    package var areas: [AreaCode] {
        switch self {
        case .split(_, let parts, _): parts.flatMap { $0.areas ?? [] }
        case .transfer(_, _, _, let areas): areas ?? []
        case .found, .change, .merge, .abolish: []
        }
    }
}
