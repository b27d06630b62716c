import Database
import Domain

extension SearchIndex {
    static func addToLexemes(_ petition: ID<Case>, _ words: [String], _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO search_entry (petition, words, lexemes)
            VALUES (\(petition), \(words.joined(separator: " ")), CAST(\(lexemes(words)) AS tsvector))
            """)
    }

    static func extendLexemes(_ entry: Entry, by words: [String], _ tx: Transaction) throws {
        // The server moves the places of what is added behind those that are there.
        try tx.run(
            """
            UPDATE search_entry SET words = words || ' ' || \(words.joined(separator: " ")),
              lexemes = lexemes || CAST(\(lexemes(words)) AS tsvector) WHERE id = \(entry.id)
            """)
    }

    /// The lexemes are written out here rather than by the server's parser, which takes `12/2026` for a path and asks the
    /// database's locale what a letter is.
    private static func lexemes(_ words: [String]) -> String {
        // Places beyond this one are not kept by the server.
        words.enumerated().map { "'\($1)':\(min($0 + 1, 16_383))" }.joined(separator: " ")
    }

    /// GIN gives its matches in no order: for a common word it would fetch and sort them all. So the newest entries are looked at
    /// one by one first, where a common word fills the page at once; what is rarer than that, GIN finds quickly.
    static func newestLexemes(_ terms: [SearchTerm], before end: Int?, _ tx: Transaction) throws -> Stretch {
        let end = end ?? Int.max
        let floor: Int? = try tx.first(
            "SELECT id FROM search_entry WHERE id < \(end) ORDER BY id DESC LIMIT 1 OFFSET \(entriesLookedAt - 1)"
        ) { try $0["id"] }
        guard let floor else { return Stretch(floor: nil, isCommon: false) }
        let matches = try tx.count(
            """
            SELECT count(*) AS n FROM search_entry
            WHERE id >= \(floor) AND id < \(end) AND lexemes @@ CAST(\(match(terms)) AS tsquery)
            """)
        return Stretch(floor: floor, isCommon: matches > entriesLookedAt / 20)
    }

    static func lexemeSource(_ terms: [SearchTerm]) -> (tables: SQL, condition: SQL, place: SQL) {
        (
            "search_entry JOIN petition ON petition.id = search_entry.petition",
            "search_entry.lexemes @@ CAST(\(match(terms)) AS tsquery)", "search_entry.id"
        )
    }

    /// The matches by themselves (OFFSET keeps the planner from looking in): it takes words for independent of each other, so for five
    /// words of one letter's number it would sooner go through all entries from the newest on than ask GIN for the three that match.
    static func rareLexemeSource(_ terms: [SearchTerm]) -> (tables: SQL, condition: SQL, place: SQL) {
        (
            """
            (SELECT id, petition FROM search_entry WHERE lexemes @@ CAST(\(match(terms)) AS tsquery) ORDER BY id DESC OFFSET 0)
              AS search_entry JOIN petition ON petition.id = search_entry.petition
            """,
            "1 = 1", "search_entry.id"
        )
    }

    private static func match(_ terms: [SearchTerm]) -> String {
        terms.map { term in
            "(" + term.words.map { "'\($0)'" }.joined(separator: " <-> ") + (term.isBeginning ? ":*" : "") + ")"
        }.joined(separator: " & ")
    }

    private static let entriesLookedAt = 1000
}
