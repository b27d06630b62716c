package import Database
package import Domain

/// A mapping that is remembered (cách ghép cột đã nhớ) for lists of one channel with the same heads.
package struct RememberedMapping: Sendable, Equatable {
    package let id: ID<RememberedMapping>
    package var channel: Channel
    package var layout: String
    package var name: String
    package var mapping: PetitionMapping
    package var usedAt: Instant

    package init(
        id: ID<RememberedMapping>, channel: Channel, layout: String, name: String, mapping: PetitionMapping, usedAt: Instant
    ) {
        self.id = id
        self.channel = channel
        self.layout = layout
        self.name = name
        self.mapping = mapping
        self.usedAt = usedAt
    }

    /// Characters of a name.
    package static let longestName = 80
}

/// Keeps mappings.
package enum ImportMappingStore {
    /// Remembers a mapping in the place of what was remembered for the same channel and heads.
    package static func save(_ kept: RememberedMapping, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO import_mapping (id, channel, layout, name, places, used_at)
            VALUES (\(kept.id), \(kept.channel), \(kept.layout), \(kept.name), \(kept.mapping.stored), \(kept.usedAt))
            ON CONFLICT (channel, layout) DO UPDATE SET name = excluded.name, places = excluded.places, used_at = excluded.used_at
            """)
    }

    package static func find(_ channel: Channel, layout: String, _ tx: Transaction) throws -> RememberedMapping? {
        try tx.first("SELECT \(columns) FROM import_mapping WHERE channel = \(channel) AND layout = \(layout)", make)
    }

    /// Those used last first.
    package static func all(_ tx: Transaction) throws -> [RememberedMapping] {
        try tx.all("SELECT \(columns) FROM import_mapping ORDER BY used_at DESC, id LIMIT 100", make)
    }

    package static func forget(_ id: ID<RememberedMapping>, _ tx: Transaction) throws {
        try tx.run("DELETE FROM import_mapping WHERE id = \(id)")
    }

    private static let columns: SQL = "id, channel, layout, name, places, used_at"

    private static func make(_ row: Row) throws -> RememberedMapping {
        RememberedMapping(
            id: try row["id"], channel: try row["channel"], layout: try row["layout"], name: try row["name"],
            mapping: PetitionMapping(stored: try row["places"]), usedAt: try row["used_at"])
    }
}
