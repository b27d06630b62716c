package import Database
package import Domain

/// Keeps what cases are known by, so that others like them are found.
package enum LikenessStore {
    /// Notes the terms of something that a case says, or that it was answered. Told twice, they count once. A restricted case is not
    /// noted: nobody is shown it.
    package static func add(_ petition: ID<Case>, text: String, _ tx: Transaction) throws {
        let isRestricted: Bool? = try tx.first("SELECT is_restricted FROM petition WHERE id = \(petition)") { try $0["is_restricted"] }
        guard isRestricted == false else { return }
        let before: [String]? = try tx.first("SELECT terms FROM likeness_case WHERE petition = \(petition)") { split(try $0["terms"]) }
        let new = Set(Likeness.terms(of: text)).subtracting(before ?? [])
        if before != nil, new.isEmpty { return }
        let all = ((before ?? []) + new.sorted()).joined(separator: ",")
        try tx.run(
            """
            INSERT INTO likeness_case (petition, terms) VALUES (\(petition), \(all))
            ON CONFLICT (petition) DO UPDATE SET terms = excluded.terms
            """)
        // What is too common to be looked for is only counted.
        let rare = try count(new.union(before == nil ? [everyCase] : []), tx).filter { $0 != everyCase }
        guard let rows = SQL.joined(rare.map { "(\($0), \(petition))" }, by: ", ") else { return }
        try tx.run("INSERT INTO likeness_term (term, petition) VALUES \(rows) ON CONFLICT (term, petition) DO NOTHING")
    }

    /// Counts one case more for each term; those that are not too common to be looked for.
    private static func count(_ terms: Set<String>, _ tx: Transaction) throws -> [String] {
        // In one order, so that two processes that count the same terms wait for each other instead of for ever.
        guard let rows = SQL.joined(terms.sorted().map { "(\($0), 1)" }, by: ", ") else { return [] }
        let counted: [(String, Int)] = try tx.all(
            """
            INSERT INTO likeness_frequency (term, cases) VALUES \(rows)
            ON CONFLICT (term) DO UPDATE SET cases = likeness_frequency.cases + 1 RETURNING term, cases
            """
        ) { (try $0["term"], try $0["cases"]) }
        return counted.filter { $0.1 <= LikenessQueries.mostLooks }.map(\.0)
    }

    /// The terms of a case as they stand in its row.
    static func split(_ terms: String) -> [String] { terms.split(separator: ",").map(String.init) }

    /// Notes the terms of cases whose turn has not come yet, oldest first, and of answers that went out since; how many cases it took.
    /// What another process has in its hands is passed over.
    package static func fill(limit: Int, _ tx: Transaction) throws -> Int {
        // The condition is that of the index of what is left to do, word for word.
        let waiting = try tx.all(
            """
            SELECT id, title, text, likened, answered_at FROM petition
            WHERE likened < CASE WHEN answered_at IS NULL THEN 1 ELSE 2 END ORDER BY id LIMIT \(limit) \(tx.passingOverClaimed)
            """, Waiting.init)
        for petition in waiting {
            if petition.likened == 0 { try add(petition.id, text: petition.text, tx) }
            if petition.isAnswered, let answer = try LikenessQueries.answers(of: [petition.id], tx)[petition.id] {
                try add(petition.id, text: answer.conclusion, tx)
            }
            try tx.run("UPDATE petition SET likened = \(petition.isAnswered ? 2 : 1) WHERE id = \(petition.id)")
        }
        return waiting.count
    }

    /// What a case is known by: its title, which may have been taken from the text, and the text.
    package static func text(title: String, text: String) -> String { title + ".\n" + text }

    /// The term whose frequency is the number of cases.
    static let everyCase = ""

    private struct Waiting {
        var id: ID<Case>
        var text: String
        var likened: Int
        var isAnswered: Bool

        init(row: Row) throws {
            id = try row["id"]
            text = LikenessStore.text(title: try row["title"], text: try row["text"])
            likened = try row["likened"]
            let answeredAt: Instant? = try row["answered_at"]
            isAnswered = answeredAt != nil
        }
    }
}
