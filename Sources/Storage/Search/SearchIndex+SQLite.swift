import Database
import Domain

extension SearchIndex {
    static func addToFTS(_ petition: ID<Case>, _ words: [String], _ tx: Transaction) throws {
        try tx.run("INSERT INTO search_entry (petition, words) VALUES (\(petition), \(words.joined(separator: " ")))")
    }

    /// Each term quoted. Ordered by row, newest first, and bounded: ranking a common word over everything takes half a second
    /// (stack, pitfall 4).
    static func ftsCondition(_ terms: [SearchTerm]) -> SQL {
        let match = terms.map { "\"\($0.words.joined(separator: " "))\"" + ($0.isBeginning ? "*" : "") }.joined(separator: " ")
        return """
            petition.id IN (SELECT petition FROM search_entry WHERE words MATCH \(match) ORDER BY rowid DESC LIMIT 1000)
            """
    }
}
