package import Domain
import Storage

/// Puts a case before the next level up (trình cấp trên).
package struct EscalateCase: CaseStep {
    package static let permission = Permission.escalate
    package let petition: ID<Case>
    package let version: Int
    let proposal: Proposal?
    let remark: String

    package init(petition: ID<Case>, version: Int, proposal: Proposal?, remark: String) {
        self.petition = petition
        self.version = version
        self.proposal = proposal
        self.remark = remark
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        let next = (current.work.escalation?.level ?? .unit).next ?? .ministry
        return try current.escalate(
            proposal, remark: remark, asked: turn.asked(at: next, for: current), by: turn.actor, at: turn.now)
    }
}

/// Gives an order on what was put before a level (ý kiến chỉ đạo).
package struct DirectCase: CaseStep {
    package static let permission = Permission.direct
    package let petition: ID<Case>
    package let version: Int
    let order: String
    let option: Int?
    let unit: ID<Unit>
    let due: Day
    let document: String

    package init(petition: ID<Case>, version: Int, order: String, option: Int?, unit: ID<Unit>, due: Day, document: String) {
        self.petition = petition
        self.version = version
        self.order = order
        self.option = option
        self.unit = unit
        self.due = due
        self.document = document
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        guard let unit = try OrganisationStore.unit(unit, turn.tx) else { throw Refusal.noSuch(.unit) }
        return try current.direct(
            order, option: option, to: unit, owner: turn.owner(of: current, in: unit),
            due: turn.rules().calendar.count(from: due, workingDays: 0).dueAt, document: document, by: turn.actor, at: turn.now)
    }
}
