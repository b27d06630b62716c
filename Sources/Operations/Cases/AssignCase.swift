package import Domain
import Storage

/// Gives a case to a lead unit and, if it is known, to a person there (phân công đơn vị chủ trì, người xử lý).
package struct AssignCase: CaseStep {
    package static let permission = Permission.assign
    package let petition: ID<Case>
    package let version: Int
    let unit: ID<Unit>
    let person: ID<Account>?
    let reason: String

    package init(petition: ID<Case>, version: Int, unit: ID<Unit>, person: ID<Account>?, reason: String) {
        self.petition = petition
        self.version = version
        self.unit = unit
        self.person = person
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        guard let unit = try OrganisationStore.unit(unit, turn.tx) else { throw Refusal.noSuch(.unit) }
        var handler: Account?
        if let person {
            handler = try AccountStore.handlers(in: unit.id, on: turn.now.day, turn.tx).first { $0.id == person }
            if handler == nil { throw Refusal.noSuch(.person) }
        }
        let owner = try handler.map { Owner(account: $0.id, name: $0.name, reason: "") }
            ?? turn.owner(of: current.subject, at: .unit(unit.id, unit.shortName), turn: current.number.serial)
        let trace = try turn.rules().route(current.classification, on: turn.now.day)
        let assignment = Assignment(
            unit: unit.id, unitName: unit.name, person: owner?.account, personName: owner?.name,
            ownerReason: owner?.reason ?? "",
            rule: trace.rule.flatMap { $0.target == unit.id ? $0.text : nil }, reason: reason)
        return try current.assign(assignment, to: unit, by: turn.actor, at: turn.now)
    }
}
