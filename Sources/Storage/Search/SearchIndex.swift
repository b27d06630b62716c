package import Database
package import Domain

/// Finds cases by words, without accents and by beginnings of words, newest first. The engines' own ways stand in
/// `SearchIndex+SQLite.swift` and its siblings.
package enum SearchIndex {
    /// Adds something that a case says.
    package static func add(_ petition: ID<Case>, text: [String], _ tx: Transaction) throws {
        let words = text.joined(separator: " ").folded
        if words.isEmpty { return }
        switch tx.dialect {
        case .sqlite: try addToFTS(petition, words, tx)
        }
    }

    /// A condition on `petition.id` that holds for the newest thousand matches; `nil` when the query has no word.
    package static func condition(_ query: String, _ tx: Transaction) -> SQL? {
        let words = query.folded.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).prefix(12).map(String.init)
        if words.isEmpty { return nil }
        switch tx.dialect {
        case .sqlite: return ftsCondition(words)
        }
    }
}
