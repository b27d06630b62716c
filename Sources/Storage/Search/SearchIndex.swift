package import Database
package import Domain

/// Finds cases by words, without accents and by beginnings of words. Each case has one entry with all that it says; entries lie in
/// the order in which the cases came. The engines' own ways stand in `SearchIndex+SQLite.swift` and `SearchIndex+PostgreSQL.swift`.
package enum SearchIndex {
    /// Adds something that a case says.
    package static func add(_ petition: ID<Case>, text: [String], _ tx: Transaction) throws {
        let words = text.joined(separator: " ").searchWords
        if words.isEmpty { return }
        let entry = try tx.first("SELECT id, words FROM search_entry WHERE petition = \(petition)") { row in
            Entry(id: try row["id"], words: try row["words"])
        }
        guard let entry else { return try add(petition, words, tx) }
        try extend(entry, by: [betweenMessages] + words, tx)
    }

    /// An entry as it stands.
    struct Entry {
        var id: Int
        /// With single spaces between them.
        var words: String
    }

    /// A word that nobody types: no phrase runs from one message into the next.
    static let betweenMessages = "\u{E000}"

    /// The table of the index; beside it SQLite keeps `search_words`.
    static let table = "search_entry"

    /// Adds the entry of a case that has none.
    static func add(_ petition: ID<Case>, _ words: [String], _ tx: Transaction) throws {
        switch tx.dialect {
        case .sqlite: try addToFTS(petition, words.joined(separator: " "), tx)
        case .postgresql: try addToLexemes(petition, words, tx)
        }
    }

    private static func extend(_ entry: Entry, by words: [String], _ tx: Transaction) throws {
        switch tx.dialect {
        case .sqlite: try extendInFTS(entry, by: words.joined(separator: " "), tx)
        case .postgresql: try extendLexemes(entry, by: words, tx)
        }
    }

    /// Where to look first for the newest matches, so that no more is looked at than a page is worth. Behind `floor` lie older ones.
    struct Stretch {
        /// The oldest entry of the stretch; `nil`: all matches lie in it.
        var floor: Int?
        /// Whether the words are so common that older ones are found sooner by going through the cases.
        var isCommon: Bool
    }

    /// - Parameter end: entries before this one.
    static func newest(_ terms: [SearchTerm], before end: Int?, _ tx: Transaction) throws -> Stretch {
        switch tx.dialect {
        case .sqlite: try newestInFTS(terms, before: end, tx)
        case .postgresql: try newestLexemes(terms, before: end, tx)
        }
    }

    /// What a query reads to find the entries with these words, as `search_entry`; its condition; and what the engine orders by.
    /// - Parameter areRare: the words, as the newest stretch has shown.
    static func source(_ terms: [SearchTerm], areRare: Bool, _ tx: Transaction) -> (tables: SQL, condition: SQL, place: SQL) {
        switch tx.dialect {
        case .sqlite: ftsSource(terms)
        case .postgresql: areRare ? rareLexemeSource(terms) : lexemeSource(terms)
        }
    }

    /// The same condition on an entry that is at hand, without the index.
    static func holds(_ terms: [SearchTerm]) -> SQL {
        SQL.all(
            terms.map { term in
                let pattern = "% " + term.words.joined(separator: " ") + (term.isBeginning ? "%" : " %")
                return "' ' || search_entry.words || ' ' LIKE \(pattern)"
            })
    }

    /// Reads every entry in its order: the case and its words.
    static func each(_ tx: Transaction, _ body: (_ petition: ID<Case>, _ words: String) throws -> Void) throws {
        try tx.each("SELECT petition, words FROM search_entry ORDER BY id") { try body(try $0["petition"], try $0["words"]) }
    }
}
