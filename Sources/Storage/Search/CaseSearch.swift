import Database
import Domain

/// A list of the cases that hold certain words, newest first, whatever else it filters by. First the newest stretch of the index is
/// looked at, which fills the page for words that are common; then what is older, by the index where the words are rare, and
/// otherwise through the cases that the filter and the reader's rights leave.
struct CaseSearch {
    let terms: [SearchTerm]
    let conditions: [SQL]
    let limit: Int

    /// - Parameter after: the last case of the page before.
    func rows(after: ID<Case>?, _ tx: Transaction) throws -> [CaseRow] {
        let end: Int? = try after.flatMap { last in
            try tx.first("SELECT id FROM search_entry WHERE petition = \(last)") { try $0["id"] }
        }
        let stretch = try SearchIndex.newest(terms, before: end, tx)
        let rows = try byIndex(from: stretch.floor, before: end, limit, tx)
        guard rows.count < limit, let floor = stretch.floor else { return rows }
        let left = limit - rows.count
        return rows + (stretch.isCommon ? try byCases(before: floor, left, tx) : try byIndex(from: nil, before: floor, left, areRare: true, tx))
    }

    private func byIndex(
        from floor: Int?, before end: Int?, _ limit: Int, areRare: Bool = false, _ tx: Transaction
    ) throws -> [CaseRow] {
        let source = SearchIndex.source(terms, areRare: areRare, tx)
        var all = [source.condition]
        if let floor { all.append("\(source.place) >= \(floor)") }
        if let end { all.append("\(source.place) < \(end)") }
        return try tx.all(
            """
            SELECT \(CaseRow.columns) FROM \(source.tables) \(CaseRow.names)
            WHERE \(SQL.all(all + conditions)) ORDER BY \(source.place) DESC LIMIT \(limit)
            """, CaseRow.init)
    }

    private func byCases(before end: Int, _ limit: Int, _ tx: Transaction) throws -> [CaseRow] {
        try tx.all(
            """
            SELECT \(CaseRow.columns) FROM petition CROSS JOIN search_entry \(CaseRow.names)
            WHERE \(SQL.all(conditions)) AND search_entry.petition = petition.id AND search_entry.id < \(end) AND \(SearchIndex.holds(terms))
            ORDER BY search_entry.id DESC LIMIT \(limit)
            """, CaseRow.init)
    }
}
