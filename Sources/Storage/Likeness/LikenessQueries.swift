package import Database
package import Domain

/// A case like another one, as it is shown beside a draft.
package struct LikeCase: Sendable, Equatable {
    package var row: CaseRow
    /// What the sender wrote.
    package var text: String
    /// From 0 to 1.
    package var score: Double
    /// The terms that both have (vì sao giống), the most telling first.
    package var common: [String]
    /// The answer that went out last, if one did.
    package var answer: AnswerDraft?
}

/// Finds cases like others.
package enum LikenessQueries {
    /// Cases like a text, the likest first. Restricted cases are never among them, whoever asks.
    /// - Parameters:
    ///   - visibility: of whoever looks; `nil`, an account that sees no cases, finds nothing.
    ///   - onlyAnswered: only those whose answer went out.
    ///   - onlyOpen: only those that still wait for one, duplicates among them.
    ///   - excluding: the case that the text is of.
    package static func alike(
        _ text: String, visibility: CaseVisibility?, onlyAnswered: Bool = false, onlyOpen: Bool = false, excluding: ID<Case>?, limit: Int,
        _ tx: Transaction
    ) throws -> [LikeCase] {
        let terms = Likeness.terms(of: text)
        guard let visibility, !terms.isEmpty else { return [] }
        let weights = try weights(of: terms, tx)
        let telling = telling(terms, weights)
        if telling.isEmpty { return [] }
        var conditions = visibility.conditions + ["petition.is_restricted = 0"]
        if onlyAnswered { conditions.append("petition.answered_at IS NOT NULL") }
        if onlyOpen { conditions.append("(petition.is_open = 1 OR petition.merged_into IS NOT NULL)") }
        if let excluding { conditions.append("petition.id <> \(excluding)") }
        let found = try candidates(telling, weights, conditions, limit: limit * 3, tx)
        let all = try known(by: found, tx)
        var ranked: [(id: ID<Case>, score: Double, common: [String])] = []
        for id in found {
            let score = Likeness.score(terms, all.terms[id] ?? [], LikenessWeights(total: weights.total, frequency: all.frequency))
            if score < leastScore { continue }
            let common = Set(terms).intersection(all.terms[id] ?? [])
            ranked.append((id, score, common.sorted { (weights.frequency[$0] ?? 0, $0) < (weights.frequency[$1] ?? 0, $1) }))
        }
        ranked.sort { ($1.score, $1.id) < ($0.score, $0.id) }
        return try shown(ranked.prefix(limit), tx)
    }

    /// Cases like one that is stored.
    package static func alike(
        _ petition: ID<Case>, visibility: CaseVisibility?, onlyAnswered: Bool, limit: Int, _ tx: Transaction
    ) throws -> [LikeCase] {
        let text = try tx.first("SELECT title, text FROM petition WHERE id = \(petition)") { row in
            LikenessStore.text(title: try row["title"], text: try row["text"])
        }
        guard let text else { return [] }
        return try alike(text, visibility: visibility, onlyAnswered: onlyAnswered, excluding: petition, limit: limit, tx)
    }

    /// How common the terms are among the cases that were noted.
    private static func weights(of terms: [String], _ tx: Transaction) throws -> LikenessWeights {
        var weights = LikenessWeights(total: 0, frequency: [:])
        for row in try tx.rows("SELECT term, cases FROM likeness_frequency WHERE term IN \(SQL.list(terms + [LikenessStore.everyCase]))") {
            let term: String = try row["term"]
            if term == LikenessStore.everyCase { weights.total = try row["cases"] } else { weights.frequency[term] = try row["cases"] }
        }
        return weights
    }

    /// The rarest terms, as many as together stand in no more cases than may be looked at: the cost is the same however many cases
    /// there are.
    private static func telling(_ terms: [String], _ weights: LikenessWeights) -> [String] {
        let known = terms.compactMap { term in weights.frequency[term].map { (cases: $0, term: term) } }.sorted { $0 < $1 }
        var (chosen, looks): ([String], Int) = ([], 0)
        for (cases, term) in known.prefix(mostTellingTerms) where looks + cases <= mostLooks {
            looks += cases
            chosen.append(term)
        }
        return chosen
    }

    /// The cases that have most of the telling terms, by their weight.
    private static func candidates(
        _ terms: [String], _ weights: LikenessWeights, _ conditions: [SQL], limit: Int, _ tx: Transaction
    ) throws -> [ID<Case>] {
        // Whole numbers: both engines add them up alike.
        let parts = terms.map { term -> SQL in "WHEN \(term) THEN \(Int(weights.weight(term) * 1000))" }
        guard let parts = SQL.joined(parts, by: " ") else { return [] }
        // First what has the terms, then whether it may be shown: both engines take a cross join in the order in which it stands.
        return try tx.all(
            """
            SELECT petition.id FROM (
              SELECT petition AS found, CAST(sum(CASE term \(parts) ELSE 0 END) AS BIGINT) AS weight
              FROM likeness_term WHERE term IN \(SQL.list(terms)) GROUP BY petition
            ) AS likeness CROSS JOIN petition
            WHERE petition.id = likeness.found AND \(SQL.all(conditions)) ORDER BY likeness.weight DESC, petition.id DESC LIMIT \(limit)
            """
        ) { try $0["id"] }
    }

    /// All terms of some cases, with how common they are.
    private static func known(by cases: [ID<Case>], _ tx: Transaction) throws -> (terms: [ID<Case>: [String]], frequency: [String: Int]) {
        var terms: [ID<Case>: [String]] = [:]
        if cases.isEmpty { return (terms, [:]) }
        try tx.each("SELECT petition, terms FROM likeness_case WHERE petition IN \(SQL.list(cases)) LIMIT \(cases.count)") { row in
            terms[try row["petition"]] = LikenessStore.split(try row["terms"])
        }
        let every = Set(terms.values.joined()).sorted()
        var frequency: [String: Int] = [:]
        for row in try tx.rows("SELECT term, cases FROM likeness_frequency WHERE term IN \(SQL.list(every)) LIMIT \(every.count)") {
            frequency[try row["term"]] = try row["cases"]
        }
        return (terms, frequency)
    }

    private static func shown(
        _ ranked: ArraySlice<(id: ID<Case>, score: Double, common: [String])>, _ tx: Transaction
    ) throws -> [LikeCase] {
        if ranked.isEmpty { return [] }
        let ids = ranked.map(\.id)
        var rows: [ID<Case>: (CaseRow, String)] = [:]
        for row in try tx.rows(
            """
            SELECT \(CaseRow.columns), petition.text FROM petition \(CaseRow.names) WHERE petition.id IN \(SQL.list(ids)) LIMIT \(ids.count)
            """)
        {
            let line = try CaseRow(row: row)
            rows[line.id] = (line, try row["text"])
        }
        let answers = try answers(of: ids, tx)
        return ranked.compactMap { entry in
            rows[entry.id].map { row, text in
                LikeCase(row: row, text: text, score: entry.score, common: entry.common, answer: answers[entry.id])
            }
        }
    }

    /// The answers that went out last.
    static func answers(of cases: [ID<Case>], _ tx: Transaction) throws -> [ID<Case>: AnswerDraft] {
        var answers: [ID<Case>: AnswerDraft] = [:]
        try tx.each(
            """
            SELECT petition, event FROM case_event WHERE petition IN \(SQL.list(cases)) AND verb = 'approved'
            ORDER BY petition, position LIMIT 1000
            """
        ) { row in
            let event: JSONText<CaseEvent> = try row["event"]
            if case .approved(let answer) = event.content { answers[try row["petition"]] = answer }
        }
        return answers
    }

    /// Terms by which cases are looked for.
    private static let mostTellingTerms = 12
    /// Cases that are looked at for all of them together.
    static let mostLooks = 8000
    /// Below this two texts merely speak the same language.
    private static let leastScore = 0.08
}
