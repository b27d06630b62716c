import Documents
package import Domain
import Storage

/// Plans a visit on site (lập kế hoạch xử lý hiện trường). It stands in the journal of the case.
package struct PlanVisit: Operation {
    package static let permission = VisitRights.plan
    let petition: ID<Case>
    let version: Int
    let plan: VisitPlan

    /// - Parameter version: of the case that the page showed.
    package init(petition: ID<Case>, version: Int, plan: VisitPlan) {
        self.petition = petition
        self.version = version
        self.plan = plan
    }

    package func perform(_ turn: Turn) throws -> FieldVisit {
        let current = try turn.petition(petition, version: version)
        guard let account = turn.actor.account else { throw Refusal.notPermitted(VisitRights.plan) }
        if let refusal = current.refusal(of: VisitRights.plan, to: turn.actor, at: turn.now) { throw refusal }
        let problems = plan.problems(on: turn.now.day)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        for unit in plan.units where try OrganisationStore.unit(unit.unit, turn.tx)?.isOpen(on: turn.now.day) != true {
            throw Refusal.noSuch(.unit)
        }
        for member in plan.team {
            if let id = member.account, try AccountStore.load(id, on: nil, turn.tx) == nil { throw Refusal.noSuch(.account) }
        }
        let visit = FieldVisit(
            id: turn.newID(), petition: petition, plan: plan, plannedBy: account.id, plannedByName: account.name, plannedAt: turn.now)
        try VisitStore.insert(visit, turn.tx)
        let note = Note(kind: .field, text: VisitWords.planned(plan))
        try turn.record(current.note(note, by: turn.actor), on: current)
        return visit
    }
}
