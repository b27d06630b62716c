package import Domain
import Storage

/// A verb that takes one step on one common cause: started from a page that showed a version of it, decided by the domain, recorded.
package protocol CauseStep: Operation where Result == CommonCause {
    var cause: ID<CommonCause> { get }
    /// The version that the page showed; another one now is `Refusal.changedMeanwhile`.
    var version: Int { get }
    /// What the step makes of the cause. Throws `Refusal`.
    func decide(_ current: CommonCause, _ turn: Turn) throws -> CauseEvent
}

extension CauseStep {
    package func perform(_ turn: Turn) throws -> CommonCause {
        let current = try turn.cause(cause, version: version)
        return try turn.record(decide(current, turn), on: current)
    }
}

extension Turn {
    /// A cause for a verb that was started from a page showing `version` of it. Throws `Refusal`.
    func cause(_ id: ID<CommonCause>, version: Int) throws -> CommonCause {
        guard let cause = try CauseStore.load(id, tx) else { throw Refusal.noSuch(.cause) }
        guard Rights.allow(actor, .view, on: cause.subject) else { throw Refusal.notPermitted(.view) }
        if version != cause.version { throw Refusal.changedMeanwhile }
        return cause
    }

    func record(_ event: CauseEvent, on cause: CommonCause) throws -> CommonCause {
        var changed = cause
        changed.apply(event, at: now)
        try CauseStore.save(changed, before: cause, event: event, by: actor, at: now, tx)
        return changed
    }
}

/// Describes a common cause anew.
package struct ChangeCause: CauseStep {
    package static let permission = Permission.joinCause
    package let cause: ID<CommonCause>
    package let version: Int
    let title: String
    let summary: String

    package init(cause: ID<CommonCause>, version: Int, title: String, summary: String) {
        self.cause = cause
        self.version = version
        self.title = title
        self.summary = summary
    }

    package func decide(_ current: CommonCause, _ turn: Turn) throws -> CauseEvent {
        try current.change(title: title, summary: summary, by: turn.actor)
    }
}

/// Writes down what change of policy the cause calls for, to whom, and what came back (kiến nghị chính sách).
package struct ProposePolicy: CauseStep {
    package static let permission = Permission.escalate
    package let cause: ID<CommonCause>
    package let version: Int
    let proposal: CommonCause.PolicyProposal

    package init(cause: ID<CommonCause>, version: Int, proposal: CommonCause.PolicyProposal) {
        self.cause = cause
        self.version = version
        self.proposal = proposal
    }

    package func decide(_ current: CommonCause, _ turn: Turn) throws -> CauseEvent {
        try current.propose(proposal, by: turn.actor)
    }
}
