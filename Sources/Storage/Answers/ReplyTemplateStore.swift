package import Database
package import Domain

/// Keeps templates of answers.
package enum ReplyTemplateStore {
    /// Puts a template in its place, new or changed.
    package static func save(_ template: ReplyTemplate, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO reply_template (id, name, field, outcome, conclusion, explanation, legal_basis, commitments, retired_at)
            VALUES (
              \(template.id), \(template.name), \(template.field), \(template.outcome), \(template.conclusion), \(template.explanation),
              \(template.legalBasis), \(template.commitments), \(template.retiredAt))
            ON CONFLICT (id) DO UPDATE SET
              name = excluded.name, field = excluded.field, outcome = excluded.outcome, conclusion = excluded.conclusion,
              explanation = excluded.explanation, legal_basis = excluded.legal_basis, commitments = excluded.commitments,
              retired_at = excluded.retired_at
            """)
    }

    package static func load(_ id: ID<ReplyTemplate>, _ tx: Transaction) throws -> ReplyTemplate? {
        try tx.first("SELECT \(columns) FROM reply_template WHERE id = \(id)", make)
    }

    /// All of them, those in use first, by field and name.
    package static func all(_ tx: Transaction) throws -> [ReplyTemplate] {
        try tx.all("SELECT \(columns) FROM reply_template ORDER BY retired_at IS NOT NULL, field, name, id LIMIT 500", make)
    }

    /// Those in use that suit a case of that field with that outcome: those made for the field first, then those for all.
    package static func suiting(field: FieldCode?, outcome: Outcome?, limit: Int, _ tx: Transaction) throws -> [ReplyTemplate] {
        let own = try all(tx).filter { $0.retiredAt == nil && $0.suits(field: field, outcome: outcome) }
        func rank(_ template: ReplyTemplate) -> Int { (template.field == nil ? 2 : 0) + (template.outcome == nil ? 1 : 0) }
        return Array(own.sorted { (rank($0), $0.name.sortKey, $0.id) < (rank($1), $1.name.sortKey, $1.id) }.prefix(limit))
    }

    private static let columns: SQL = "id, name, field, outcome, conclusion, explanation, legal_basis, commitments, retired_at"

    private static func make(_ row: Row) throws -> ReplyTemplate {
        ReplyTemplate(
            id: try row["id"], name: try row["name"], field: try row["field"], outcome: try row["outcome"],
            conclusion: try row["conclusion"], explanation: try row["explanation"], legalBasis: try row["legal_basis"],
            commitments: try row["commitments"], retiredAt: try row["retired_at"])
    }
}
