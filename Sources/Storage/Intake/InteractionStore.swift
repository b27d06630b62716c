package import Database
package import Domain

/// Keeps approaches (lượt liên hệ); a row is never changed.
package enum InteractionStore {
    package static func insert(_ interaction: Interaction, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO interaction (
              id, team, channel, kind, is_incoming, contact, petition, opens_case, at, noted_at, noted_by, noted_by_name, summary, key)
            VALUES (
              \(interaction.id), \(interaction.team), \(interaction.channel), \(interaction.kind), \(interaction.kind.isIncoming),
              \(interaction.contact), \(interaction.petition), \(interaction.opensCase), \(interaction.at), \(interaction.notedAt),
              \(interaction.notedBy), \(interaction.notedByName), \(interaction.summary), \(interaction.key))
            """)
    }

    /// What a form already noted.
    package static func byKey(_ key: String, _ tx: Transaction) throws -> Interaction? {
        try tx.first("SELECT \(columns) FROM interaction WHERE key = \(key)", make)
    }

    /// The approaches about a case, oldest first; at most 500.
    package static func of(_ petition: ID<Case>, _ tx: Transaction) throws -> [Interaction] {
        try tx.all("SELECT \(columns) FROM interaction WHERE petition = \(petition) ORDER BY at, id LIMIT 500", make)
    }

    private static let columns: SQL = """
        id, team, channel, kind, contact, petition, opens_case, at, noted_at, noted_by, noted_by_name, summary, key
        """

    private static func make(_ row: Row) throws -> Interaction {
        Interaction(
            id: try row["id"], team: try row["team"], channel: try row["channel"], kind: try row["kind"], contact: try row["contact"],
            petition: try row["petition"], opensCase: try row["opens_case"], at: try row["at"], notedAt: try row["noted_at"],
            notedBy: try row["noted_by"], notedByName: try row["noted_by_name"], summary: try row["summary"], key: try row["key"])
    }
}

extension Interaction.Kind: Stored {}
