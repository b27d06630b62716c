package import Database
package import Domain

extension CaseQueries {
    /// The passage of each case that shows best what a search found in it: from what the sender wrote, or from the answer.
    package static func passages(of rows: [CaseRow], finding terms: [SearchTerm], _ tx: Transaction) throws -> [ID<Case>: Passage] {
        if rows.isEmpty || terms.isEmpty { return [:] }
        var texts: [ID<Case>: [String]] = [:]
        try tx.each(
            """
            SELECT petition, text FROM message WHERE petition IN \(SQL.list(rows.map(\.id))) AND direction = 'in'
            ORDER BY petition, at, id LIMIT 1000
            """
        ) { texts[try $0["petition"], default: []].append(try $0["text"]) }
        var best: [ID<Case>: (passage: Passage, terms: Int)] = [:]
        for row in rows { best[row.id] = Passage.best(of: texts[row.id] ?? [], finding: terms) }
        // Only where the sender's own words do not show it all is the answer looked at.
        let unshown = rows.filter { $0.answeredAt != nil && (best[$0.id]?.terms ?? 0) < terms.count }.map(\.id)
        for (id, answer) in try answers(of: unshown, tx) {
            guard let found = Passage.best(of: [answer.conclusion, answer.explanation], finding: terms) else { continue }
            if found.terms > best[id]?.terms ?? 0 { best[id] = found }
        }
        return best.mapValues(\.passage)
    }

    private static func answers(of cases: [ID<Case>], _ tx: Transaction) throws -> [(ID<Case>, AnswerDraft)] {
        if cases.isEmpty { return [] }
        return try tx.all(
            """
            SELECT petition, event FROM case_event WHERE petition IN \(SQL.list(cases)) AND verb = 'approved'
            ORDER BY petition, position LIMIT 1000
            """
        ) { row in
            let event: JSONText<CaseEvent> = try row["event"]
            guard case .approved(let answer) = event.content else { return nil }
            return (try row["petition"], answer)
        }.compactMap { $0 }
    }
}
