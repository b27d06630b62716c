package import Database
package import Domain

/// Keeps letters with several items.
package enum SubmissionStore {
    package static func insert(_ submission: Submission, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO submission (id, contact, channel, received_at, title, text, items)
            VALUES (
              \(submission.id), \(submission.contact), \(submission.channel), \(submission.receivedAt), \(submission.title),
              \(submission.text), \(submission.items))
            """)
    }

    package static func load(_ id: ID<Submission>, _ tx: Transaction) throws -> Submission? {
        try tx.first(
            "SELECT id, contact, channel, received_at, title, text, items, closed_at FROM submission WHERE id = \(id)"
        ) { row in
            Submission(
                id: try row["id"], contact: try row["contact"], channel: try row["channel"], receivedAt: try row["received_at"],
                title: try row["title"], text: try row["text"], items: try row["items"], closedAt: try row["closed_at"])
        }
    }

    package static func close(_ id: ID<Submission>, at now: Instant?, _ tx: Transaction) throws {
        try tx.run("UPDATE submission SET closed_at = \(now) WHERE id = \(id)")
    }

    /// Gives a case the text of its item; the letter keeps the whole.
    package static func setText(_ text: String, of petition: ID<Case>, _ tx: Transaction) throws {
        try tx.run("UPDATE petition SET text = \(text) WHERE id = \(petition)")
    }

    /// The items of a letter, in their order.
    package static func items(_ id: ID<Submission>, _ tx: Transaction) throws -> [Case] {
        let ids = try tx.all("SELECT id FROM petition WHERE submission = \(id) ORDER BY item") { row -> ID<Case> in try row["id"] }
        return try ids.compactMap { try CaseStore.load($0, tx) }
    }
}

extension Level: Stored {}
