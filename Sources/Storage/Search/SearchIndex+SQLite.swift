import Database
import Domain

extension SearchIndex {
    static func addToFTS(_ petition: ID<Case>, _ words: String, _ tx: Transaction) throws {
        let row = try tx.row("INSERT INTO search_entry (petition, words) VALUES (\(petition), \(words)) RETURNING id")
        guard let row else { throw UnreadableColumn(.null, expected: "the place of a new entry", column: "id") }
        let id: Int = try row["id"]
        try tx.run("INSERT INTO search_words (rowid, words) VALUES (\(id), \(words))")
    }

    /// The index keeps no text of its own, so it is told what no longer stands there.
    static func extendInFTS(_ entry: Entry, by words: String, _ tx: Transaction) throws {
        let all = entry.words + " " + words
        try tx.run("INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', \(entry.id), \(entry.words))")
        try tx.run("UPDATE search_entry SET words = \(all) WHERE id = \(entry.id)")
        try tx.run("INSERT INTO search_words (rowid, words) VALUES (\(entry.id), \(all))")
    }

    /// FTS5 walks its matches from the newest on by itself (ranking a common word over everything takes half a second: stack,
    /// pitfall 4), so the stretch is a number of matches.
    static func newestInFTS(_ terms: [SearchTerm], before end: Int?, _ tx: Transaction) throws -> Stretch {
        let floor: Int? = try tx.first(
            """
            SELECT rowid AS id FROM search_words WHERE search_words MATCH \(match(terms)) AND rowid < \(end ?? Int.max)
            ORDER BY rowid DESC LIMIT 1 OFFSET \(matchesLookedAt - 1)
            """
        ) { try $0["id"] }
        return Stretch(floor: floor, isCommon: floor != nil)
    }

    /// The join is told its order: the planner knows nothing of how common the words are.
    static func ftsSource(_ terms: [SearchTerm]) -> (tables: SQL, condition: SQL, place: SQL) {
        (
            "search_words CROSS JOIN search_entry ON search_entry.id = search_words.rowid CROSS JOIN petition ON petition.id = search_entry.petition",
            "search_words MATCH \(match(terms))", "search_words.rowid"
        )
    }

    /// Each term quoted: operators are only words.
    private static func match(_ terms: [SearchTerm]) -> String {
        terms.map { "\"\($0.words.joined(separator: " "))\"" + ($0.isBeginning ? "*" : "") }.joined(separator: " ")
    }

    /// About two microseconds each.
    private static let matchesLookedAt = 3000
}
