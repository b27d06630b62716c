import Database
import Domain

extension SearchIndex {
    /// The lexemes are written out here rather than by the server's parser, which takes `12/2026` for a path and asks the
    /// database's locale what a letter is.
    static func addToLexemes(_ petition: ID<Case>, _ words: [String], _ tx: Transaction) throws {
        // Places beyond this one are not kept by the server.
        let lexemes = words.enumerated().map { "'\($1)':\(min($0 + 1, 16_383))" }.joined(separator: " ")
        try tx.run(
            """
            INSERT INTO search_entry (petition, words, lexemes)
            VALUES (\(petition), \(words.joined(separator: " ")), CAST(\(lexemes) AS tsvector))
            """)
    }

    static func lexemeCondition(_ terms: [SearchTerm]) -> SQL {
        let match = terms.map { term in
            "(" + term.words.map { "'\($0)'" }.joined(separator: " <-> ") + (term.isBeginning ? ":*" : "") + ")"
        }.joined(separator: " & ")
        return """
            petition.id IN (
              SELECT petition FROM search_entry WHERE lexemes @@ CAST(\(match) AS tsquery) ORDER BY id DESC LIMIT 1000)
            """
    }
}
