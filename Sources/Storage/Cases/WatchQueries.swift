package import Database
package import Domain

/// Finds cases in which time itself brings something about.
package enum WatchQueries {
    /// Cases in which the date of a question has passed in silence.
    package static func silent(at now: Instant, limit: Int, _ tx: Transaction) throws -> [ID<Case>] {
        try tx.all(
            """
            SELECT DISTINCT consultation.petition AS id FROM consultation JOIN petition ON petition.id = consultation.petition
            WHERE consultation.ended_at IS NULL AND consultation.due_at < \(now) AND petition.is_open = 1 ORDER BY id LIMIT \(limit)
            """
        ) { try $0["id"] }
    }

    /// Open cases whose clock stands still since before a moment, after one of them.
    package static func standing(since moment: Instant, after last: ID<Case>?, limit: Int, _ tx: Transaction) throws -> [ID<Case>] {
        let further: SQL = last.map { "AND petition.id > \($0)" } ?? ""
        return try tx.all(
            """
            SELECT petition.id AS id FROM petition JOIN pause_span ON pause_span.petition = petition.id
            WHERE petition.is_open = 1 AND petition.is_paused = 1 AND pause_span.until_at = \(SpanStore.open)
              AND pause_span.from_at < \(moment) \(further) ORDER BY petition.id LIMIT \(limit)
            """
        ) { try $0["id"] }
    }

    /// An open case with its clock, and nothing else of it.
    package struct Ticking: Sendable, Equatable {
        package var id: ID<Case>
        package var number: CaseNumber
        package var isRestricted: Bool
        package var clock: CaseClock
    }

    /// Open cases whose count touches a day, in the order of their ids, after one of them. The count of a case begins with its
    /// receipt and ends with its due date; only a standstill after the due date counts days further on.
    package static func open(touching day: Day, after last: ID<Case>?, limit: Int, _ tx: Transaction) throws -> [Ticking] {
        let further: SQL = last.map { "AND petition.id > \($0)" } ?? ""
        return try tx.all(
            """
            SELECT petition.id AS id, petition.number AS number, petition.is_restricted AS is_restricted, petition.clock AS clock FROM petition
            WHERE (petition.is_open = 1 OR petition.merged_into IS NOT NULL) AND petition.received_at < \(Instant(day.adding(1)))
              AND (petition.due_at >= \(Instant(day))
                OR EXISTS (SELECT 1 FROM pause_span WHERE pause_span.petition = petition.id)) \(further)
            ORDER BY petition.id LIMIT \(limit)
            """
        ) { row in
            let clock: JSONText<CaseClock> = try row["clock"]
            return Ticking(id: try row["id"], number: try row["number"], isRestricted: try row["is_restricted"], clock: clock.content)
        }
    }
}
