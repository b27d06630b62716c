package import Database
package import Domain

/// Keeps the register of letters on paper (sổ văn bản đến).
package enum LetterStore {
    package static func insert(_ letter: PaperLetter, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO paper_letter (id, petition, team, year, arrival, number, dated, arrived_on, sender, key)
            VALUES (
              \(letter.id), \(letter.petition), \(letter.team), \(letter.year), \(letter.arrival), \(letter.draft.number),
              \(letter.draft.date), \(letter.draft.arrivedOn), \(letter.draft.sender), \(letter.draft.key))
            """)
    }

    /// The letter that a case came with, as a whole or as one of its items.
    package static func of(_ petition: Case, _ tx: Transaction) throws -> PaperLetter? {
        let first: SQL = petition.item.map { "SELECT id FROM petition WHERE submission = \($0.submission)" } ?? "\(petition.id)"
        return try tx.first("SELECT \(columns) FROM paper_letter WHERE petition IN (\(first))", make)
    }

    /// The case of a letter that is the same: number, date and sender; the first that came.
    package static func same(as draft: LetterDraft, _ tx: Transaction) throws -> CaseNumber? {
        guard let key = draft.key else { return nil }
        return try tx.first(
            """
            SELECT petition.number FROM paper_letter l JOIN petition ON petition.id = l.petition WHERE l.key = \(key)
            ORDER BY l.year, l.arrival LIMIT 1
            """
        ) { try $0["number"] }
    }

    private static let columns: SQL = "id, petition, team, year, arrival, number, dated, arrived_on, sender"

    private static func make(_ row: Row) throws -> PaperLetter {
        PaperLetter(
            id: try row["id"], petition: try row["petition"], team: try row["team"], year: try row["year"], arrival: try row["arrival"],
            draft: LetterDraft(
                number: try row["number"], date: try row["dated"], arrivedOn: try row["arrived_on"], sender: try row["sender"]))
    }
}
