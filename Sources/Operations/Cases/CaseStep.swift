package import Domain

/// A verb that takes one step on one case: started from a page that showed a version of it, decided by the domain, recorded.
package protocol CaseStep: Operation where Result == Case {
    var petition: ID<Case> { get }
    /// The version of the case that the page showed; another one now is `Refusal.changedMeanwhile`.
    var version: Int { get }
    /// What the step makes of the case. Throws `Refusal`.
    func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent
}

extension CaseStep {
    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        return try turn.record(decide(current, turn), on: current)
    }
}
