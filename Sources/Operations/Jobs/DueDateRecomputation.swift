package import Domain
import Logging
import ServiceLifecycle
import Storage

extension Office {
    /// Bites that whoever changes the calendar waits for; what is left the watch does.
    static let bitesAtOnce = 5

    /// Changes the calendar and recomputes the first of the open cases at once, in a small province all of them. Throws `Refusal` when the
    /// change does not hold; once it stands, the rest is seen to whatever happens.
    package func changeCalendar(_ change: CalendarChange, version: Int, as actor: Actor) async throws {
        try await perform(ChangeCalendar(change, version: version), as: actor)
        do {
            try await recomputeDueDates(bites: Self.bitesAtOnce)
        } catch {
            log.notice("the watch goes on with the due dates", metadata: ["error": "\(error)"])
        }
    }

    /// Goes on with what changes of the calendar have left to recompute, the oldest first.
    func recomputeDueDates(bites: Int = .max) async throws {
        var left = bites
        while left > 0, !Task.isCancelled, !Task.isShuttingDownGracefully, let job = try await read({ try RecomputationStore.waiting($0) }) {
            try await perform(RecomputeDueDates(job.id), as: try await actor(of: job))
            left -= 1
        }
    }

    /// Whoever changed the calendar, while he may still do so.
    private func actor(of job: Recomputation) async throws -> Actor {
        let account = try await read { tx in try self.accounts(tx).first { $0.id == job.account } }
        guard let account, Rights.allowSomewhere(.staff(account), RecomputeDueDates.permission) else { return .system }
        return .staff(account)
    }
}

/// Recomputes the due dates of some open cases under the calendar as it stands. A case whose date stays is not touched, so that nothing
/// happens twice when a bite is taken again.
struct RecomputeDueDates: Operation {
    static let permission = Permission.administer
    static let isLong = true
    let job: ID<Recomputation>

    init(_ job: ID<Recomputation>) { self.job = job }

    func perform(_ turn: Turn) throws {
        guard var job = try RecomputationStore.load(job, turn.tx), job.doneAt == nil else { return }
        let rules = try turn.rules()
        let ticking = try WatchQueries.open(touching: job.day, after: job.last, limit: CaseWatch.bite, turn.tx)
        for one in ticking where one.clock.recomputed(rules.calendar) != nil {
            guard let petition = try CaseStore.load(one.id, turn.tx), let event = petition.recompute(rules, reason: job.reason) else { continue }
            try turn.record(event, on: petition)
            job.changed += 1
        }
        job.seen += ticking.count
        job.last = ticking.last?.id ?? job.last
        if ticking.count < CaseWatch.bite { job.doneAt = turn.now }
        try RecomputationStore.advance(job, turn.tx)
    }
}
