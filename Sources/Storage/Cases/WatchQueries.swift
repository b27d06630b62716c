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

    /// Open cases in the order of their ids, after one of them.
    package static func open(after last: ID<Case>?, limit: Int, _ tx: Transaction) throws -> [ID<Case>] {
        let further: SQL = last.map { "AND id > \($0)" } ?? ""
        return try tx.all("SELECT id FROM petition WHERE is_open = 1 \(further) ORDER BY id LIMIT \(limit)") { try $0["id"] }
    }
}
