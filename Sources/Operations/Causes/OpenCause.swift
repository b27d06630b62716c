package import Domain
import Storage

/// Opens a common cause (mở vấn đề chung), with the cases that it begins with.
package struct OpenCause: Operation {
    package static let permission = Permission.joinCause
    let title: String
    let summary: String
    let field: FieldCode?
    let lead: ID<Unit>
    let first: [CaseVersion]

    package init(title: String, summary: String, field: FieldCode?, lead: ID<Unit>, first: [CaseVersion] = []) {
        self.title = title
        self.summary = summary
        self.field = field
        self.lead = lead
        self.first = first
    }

    package func perform(_ turn: Turn) throws -> CommonCause {
        guard let team = try turn.team() else { throw Refusal.noSuch(.team) }
        guard let unit = try OrganisationStore.unit(lead, turn.tx), unit.isOpen(on: turn.now.day) else { throw Refusal.noSuch(.unit) }
        let problems = CommonCause.problems(title: title, summary: summary)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        if let field, try turn.catalogue().name(of: field) == nil { throw Refusal.invalid([Problem("field", .unknownCode)]) }
        let year = turn.now.day.year
        let serial = try NumberSeriesStore.next("VDC-\(year)", turn.tx)
        let cause = CommonCause(
            id: turn.newID(), team: team.id, number: "VDC-\(year)-\(serial)", title: title, summary: summary, field: field, lead: lead,
            openedAt: turn.now)
        if let refusal = cause.refusal(of: .joinCause, to: turn.actor) { throw refusal }
        try CauseStore.insert(cause, by: turn.actor, turn.tx)
        for petition in first { try turn.join(petition, to: cause, unit) }
        return cause
    }
}

/// A case as a page showed it.
package struct CaseVersion: Sendable, Equatable {
    package var petition: ID<Case>
    package var version: Int

    package init(_ petition: ID<Case>, version: Int) {
        self.petition = petition
        self.version = version
    }
}

/// Takes a case into a common cause (nhập vào vấn đề chung).
package struct JoinCause: Operation {
    package static let permission = Permission.joinCause
    let petition: CaseVersion
    let cause: ID<CommonCause>

    package init(petition: ID<Case>, version: Int, cause: ID<CommonCause>) {
        self.petition = CaseVersion(petition, version: version)
        self.cause = cause
    }

    package func perform(_ turn: Turn) throws -> Case {
        guard let common = try CauseStore.load(cause, turn.tx) else { throw Refusal.noSuch(.cause) }
        guard let unit = try OrganisationStore.unit(common.lead, turn.tx) else { throw Refusal.noSuch(.unit) }
        return try turn.join(petition, to: common, unit)
    }
}

extension Turn {
    @discardableResult
    fileprivate func join(_ member: CaseVersion, to common: CommonCause, _ unit: Unit) throws -> Case {
        let current = try petition(member.petition, version: member.version)
        return try record(current.join(common, unit: unit, owner: owner(of: current, in: unit), by: actor), on: current)
    }
}

/// Takes a case out of its common cause (tách khỏi vấn đề chung).
package struct LeaveCause: CaseStep {
    package static let permission = Permission.joinCause
    package let petition: ID<Case>
    package let version: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.leaveCause(reason: reason, by: turn.actor)
    }
}
