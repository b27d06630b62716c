import Database
import Domain

extension SearchIndex {
    static func addToFTS(_ petition: ID<Case>, _ words: String, _ tx: Transaction) throws {
        try tx.run("INSERT INTO search_entry (petition, words) VALUES (\(petition), \(words))")
    }

    /// Each word quoted, the last one as a beginning, so that a search finds while it is being typed. Ordered by row, newest
    /// first, and bounded: ranking a common word over everything takes half a second (stack, pitfall 4).
    static func ftsCondition(_ words: [String]) -> SQL {
        let match = words.map { "\"\($0)\"" }.joined(separator: " ") + "*"
        return """
            petition.id IN (SELECT petition FROM search_entry WHERE words MATCH \(match) ORDER BY rowid DESC LIMIT 1000)
            """
    }
}
