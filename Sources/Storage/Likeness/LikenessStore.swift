package import Database
package import Domain

/// Keeps what cases are known by, so that others like them are found.
package enum LikenessStore {
    /// Notes the terms of something that a case says, or that it was answered. Told twice, they count once. A restricted case is not
    /// noted: nobody is shown it.
    package static func add(_ petition: ID<Case>, text: String, _ tx: Transaction) throws {
        let isRestricted: Bool? = try tx.first("SELECT is_restricted FROM petition WHERE id = \(petition)") { try $0["is_restricted"] }
        guard isRestricted == false else { return }
        // In one order, so that two processes that note the same terms wait for each other instead of for ever.
        let terms = ([everyCase] + Likeness.terms(of: text)).sorted()
        guard let values = SQL.joined(terms.map { "(\($0), \(petition))" }, by: ", ") else { return }
        let new: [String] = try tx.all(
            "INSERT INTO likeness_term (term, petition) VALUES \(values) ON CONFLICT (term, petition) DO NOTHING RETURNING term"
        ) { try $0["term"] }
        guard let counts = SQL.joined(new.sorted().map { "(\($0), 1)" }, by: ", ") else { return }
        try tx.run(
            """
            INSERT INTO likeness_frequency (term, cases) VALUES \(counts)
            ON CONFLICT (term) DO UPDATE SET cases = likeness_frequency.cases + 1
            """)
    }

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
                try add(petition.id, text: answer.conclusion + "\n" + answer.explanation, tx)
            }
            try tx.run("UPDATE petition SET likened = \(petition.isAnswered ? 2 : 1) WHERE id = \(petition.id)")
        }
        return waiting.count
    }

    /// What a case is known by: its title, which may have been taken from the text, and the text.
    package static func text(title: String, text: String) -> String { title + ".\n" + text }

    /// The term that every case has.
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
