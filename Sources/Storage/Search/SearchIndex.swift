package import Database
package import Domain

/// Finds cases by words, without accents and by beginnings of words, newest first. The engines' own ways stand in
/// `SearchIndex+SQLite.swift` and `SearchIndex+PostgreSQL.swift`.
package enum SearchIndex {
    /// Adds something that a case says.
    package static func add(_ petition: ID<Case>, text: [String], _ tx: Transaction) throws {
        let words = text.joined(separator: " ").searchWords
        if !words.isEmpty { try add(petition, words, tx) }
    }

    /// The table of the index, which each engine builds in its own way.
    static let table = "search_entry"

    static func add(_ petition: ID<Case>, _ words: [String], _ tx: Transaction) throws {
        switch tx.dialect {
        case .sqlite: try addToFTS(petition, words, tx)
        case .postgresql: try addToLexemes(petition, words, tx)
        }
    }

    /// A condition on `petition.id` that holds for the newest thousand matches; `nil` when the query has no word.
    package static func condition(_ query: String, _ tx: Transaction) -> SQL? {
        let terms = SearchTerm.read(query)
        if terms.isEmpty { return nil }
        return switch tx.dialect {
        case .sqlite: ftsCondition(terms)
        case .postgresql: lexemeCondition(terms)
        }
    }

    /// Reads everything that was added, in its order: the case and its words.
    static func each(_ tx: Transaction, _ body: (_ petition: ID<Case>, _ words: String) throws -> Void) throws {
        let order: SQL =
            switch tx.dialect {
            case .sqlite: "rowid"
            case .postgresql: "id"
            }
        try tx.each("SELECT petition, words FROM search_entry ORDER BY \(order)") { row in
            let words: String = try row["words"]
            try body(try row["petition"], words.searchWords.joined(separator: " "))
        }
    }
}
