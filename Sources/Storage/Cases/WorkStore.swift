import Database
import Domain

/// Keeps beside the case what boards and queues count: opinions that are owed, and who passes cases to whom.
enum WorkStore {
    static func follow(_ event: CaseEvent, from before: Case, to after: Case, at now: Instant, _ tx: Transaction) throws {
        if before.work.consultations != after.work.consultations { try keepConsultations(of: after, tx) }
        if let handoff = Handoff(event, before, now) {
            try tx.run(
                """
                INSERT INTO handoff (petition, position, from_unit, to_unit, reason, at, state)
                VALUES (\(after.id), \(after.version), \(before.lead), \(handoff.to), \(handoff.reason), \(now), \(handoff.state))
                """)
        } else if before.work.offer != nil, after.work.offer == nil {
            let (state, answer) = Handoff.end(of: event)
            try tx.run(
                """
                UPDATE handoff SET state = \(state), answered_at = \(now), answer = \(answer)
                WHERE petition = \(after.id) AND state = 'waiting'
                """)
        }
    }

    private static func keepConsultations(of petition: Case, _ tx: Transaction) throws {
        for (position, asked) in petition.work.consultations.enumerated() {
            let ended = asked.opinion?.at ?? asked.lapsedAt
            let late: Bool? = ended == nil ? nil : asked.isLate
            try tx.run(
                """
                INSERT INTO consultation (petition, position, unit, asked_at, due_at, ended_at, is_late)
                VALUES (\(petition.id), \(position), \(asked.unit), \(asked.askedAt), \(asked.due), \(ended), \(late))
                ON CONFLICT (petition, position) DO UPDATE SET unit = excluded.unit, ended_at = excluded.ended_at, is_late = excluded.is_late
                """)
        }
    }

    private struct Handoff {
        var to: ID<Domain.Unit>?
        var reason: String
        var state: String

        init?(_ event: CaseEvent, _ before: Case, _ now: Instant) {
            if case .offered(let offer) = event {
                (to, reason, state) = (offer.to, offer.reason, "waiting")
            } else if case .gaveBack(let reason, _) = event {
                (to, self.reason, state) = (nil, reason, "gaveBack")
            } else if case .decisionAsked(let to, _, let reason) = event {
                (self.to, self.reason, state) = (to, reason, "forDecision")
            } else {
                return nil
            }
        }

        static func end(of event: CaseEvent) -> (state: String, answer: String) {
            if case .tookOver = event { return ("accepted", "") }
            if case .sentBack(_, _, let reason) = event { return ("returned", reason) }
            return ("withdrawn", "")
        }
    }
}
