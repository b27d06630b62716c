import Database
package import Domain
import Storage

/// Prepares a reorganisation: the plan is worked out once to see that it holds, and waits for its day. The same plan for the same day
/// is prepared once, so that a clerk whose command was cut off says it again.
package struct PrepareReorganisation: Operation {
    package static let permission = Permission.administer
    let plan: ReorganisationPlan
    let on: Day

    package init(plan: ReorganisationPlan, on day: Day) {
        self.plan = plan
        on = day
    }

    package func perform(_ turn: Turn) throws -> Reorganisation {
        _ = try ReorganisationMoves(plan, on: on, turn)
        let waiting = try ReorganisationStore.due(on: on, turn.tx)
        if let known = waiting.first(where: { $0.on == on && $0.plan == plan }) { return known }
        let reorganisation = Reorganisation(id: turn.newID(), plan: plan, on: on, preparedAt: turn.now)
        try ReorganisationStore.insert(reorganisation, turn.tx)
        try turn.note(.reorganisationPrepared(title: plan.title, on: on, document: plan.document))
        return reorganisation
    }
}

/// Takes a prepared reorganisation back; after it was carried out only another plan changes anything.
package struct WithdrawReorganisation: Operation {
    package static let permission = Permission.administer
    let reorganisation: ID<Reorganisation>

    package init(reorganisation: ID<Reorganisation>) { self.reorganisation = reorganisation }

    package func perform(_ turn: Turn) throws {
        guard let found = try ReorganisationStore.load(reorganisation, turn.tx) else { throw Refusal.noSuch(.reorganisation) }
        if found.state != .prepared { throw Refusal.isOver }
        try ReorganisationStore.close(found.id, as: .withdrawn, counts: nil, at: nil, turn.tx)
        try turn.note(.reorganisationWithdrawn(title: found.plan.title))
    }
}

extension Office {
    /// What a plan would do on a day, without doing it. Throws `Refusal`.
    package func preview(_ plan: ReorganisationPlan, on day: Day, as actor: Actor) async throws -> ReorganisationMoves {
        guard Rights.allowSomewhere(actor, .administer) else { throw Refusal.notPermitted(.administer) }
        let now = world.now()
        return try await database.read { tx in
            try ReorganisationMoves(plan, on: day, Turn(tx: tx, actor: actor, now: now, office: self))
        }
    }
}
