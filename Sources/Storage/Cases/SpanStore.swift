import Database
import Domain

/// Keeps from when until when a case counted as what, was due when, was led by whom, and stood still. Weekly figures are read from these spans, so
/// a past week stays as it was whatever happens later.
enum SpanStore {
    /// The end of a span that still goes on: the largest moment that both engines compare without thinking.
    static let open = Instant(milliseconds: 9_000_000_000_000_000)

    static func open(_ petition: Case, at now: Instant, _ tx: Transaction) throws {
        try openStand(petition, at: now, tx)
        try openDue(petition, at: now, tx)
        try openLead(petition, at: now, tx)
    }

    /// Ends the spans that an event ended and opens those that it began.
    static func follow(from before: Case, to after: Case, at now: Instant, _ tx: Transaction) throws {
        if before.state.count != after.state.count {
            try tx.run("UPDATE stand SET until_at = \(now) WHERE petition = \(after.id) AND until_at = \(open)")
            try openStand(after, at: now, tx)
        }
        if before.clock.due != after.clock.due {
            try tx.run("UPDATE due_span SET until_at = \(now) WHERE petition = \(after.id) AND until_at = \(open)")
            try openDue(after, at: now, tx)
        }
        if before.lead != after.lead {
            try tx.run("UPDATE lead_span SET until_at = \(now) WHERE petition = \(after.id) AND until_at = \(open)")
            try openLead(after, at: now, tx)
        }
        if before.clock.isPaused != after.clock.isPaused {
            if after.clock.isPaused {
                try tx.run("INSERT INTO pause_span (petition, from_at, until_at) VALUES (\(after.id), \(now), \(open))")
            } else {
                try tx.run("UPDATE pause_span SET until_at = \(now) WHERE petition = \(after.id) AND until_at = \(open)")
            }
        }
    }

    private static func openStand(_ petition: Case, at now: Instant, _ tx: Transaction) throws {
        // By what was promised to the case's own sender, whatever was promised to that of a duplicate.
        let inTime: Bool? = petition.state.isOpen ? nil : now <= petition.clock.own
        try tx.run(
            """
            INSERT INTO stand (petition, counts_as, from_at, until_at, in_time)
            VALUES (\(petition.id), \(petition.state.count.word), \(now), \(open), \(inTime))
            ON CONFLICT (petition, from_at, counts_as) DO UPDATE SET until_at = excluded.until_at, in_time = excluded.in_time
            """)
    }

    private static func openLead(_ petition: Case, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            "INSERT INTO lead_span (petition, unit, from_at, until_at) VALUES (\(petition.id), \(petition.lead), \(now), \(open))")
    }

    private static func openDue(_ petition: Case, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            "INSERT INTO due_span (petition, due_at, from_at, until_at) VALUES (\(petition.id), \(petition.clock.due), \(now), \(open))")
    }
}

extension CaseState.Count {
    /// The word in the column `stand.counts_as`.
    var word: String {
        switch self {
        case .open: "open"
        case .done: "done"
        case .transferred: "transferred"
        }
    }
}
