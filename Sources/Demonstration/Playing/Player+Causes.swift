import Domain
import Operations

extension Player {
    /// What happens to a common cause as a whole.
    enum CauseAct: Int, Sendable, CaseIterable {
        case opens, proposes, drafts, submits, approves

        func moment(_ planned: PlannedCause) -> Instant? {
            switch self {
            case .opens: planned.opensAt
            case .proposes: planned.proposal == nil ? nil : planned.draftsAt.adding(minutes: -30)
            case .drafts: planned.draftsAt
            case .submits: planned.draftsAt.adding(minutes: 25)
            case .approves: planned.approvesAt
            }
        }
    }

    /// - Parameters:
    ///   - standing: the cause as it stands; `nil` before it is opened.
    ///   - cases: those that came in until now.
    func play(_ act: CauseAct, of planned: PlannedCause, _ standing: CommonCause?, cases: [ID<Case>]) async throws -> CommonCause {
        if act == .opens { return try await open(planned, cases) }
        guard let cause = standing else { throw Refusal.noSuch(.cause) }
        switch act {
        case .opens: return cause
        case .proposes:
            guard let proposal = planned.proposal else { return cause }
            return try await office.perform(
                ProposePolicy(cause: cause.id, version: cause.version, proposal: proposal), as: try actor(cast.team.standingDeputy))
        case .drafts:
            return try await office.perform(
                DraftCommonAnswer(cause: cause.id, version: cause.version, content: content(planned.answer)), as: try actor(planned.handler))
        case .submits:
            let draft = DraftCommonAnswer(cause: cause.id, version: cause.version, content: content(planned.answer))
            return try await office.perform(SubmitCommonAnswer(draft), as: try actor(planned.handler))
        case .approves:
            return try await office.perform(ApproveCommonAnswer(cause: cause.id, version: cause.version), as: try actor(planned.approver))
        }
    }

    private func open(_ planned: PlannedCause, _ cases: [ID<Case>]) async throws -> CommonCause {
        var first: [CaseVersion] = []
        for id in cases { first.append(CaseVersion(id, version: try await office.version(of: id))) }
        return try await office.perform(
            OpenCause(
                title: planned.title, summary: planned.summary, field: planned.field, lead: ids.unit(planned.unit), first: first),
            as: try actor(planned.opener))
    }

    private func actor(_ login: String) throws -> Actor {
        guard let account = accounts[login] else { throw Refusal.noSuch(.account) }
        return .staff(account)
    }
}
