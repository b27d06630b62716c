/// One step of the schema, forward only. Its statements use the column types INSTANT, NUMBER, FLAG, BYTES, JSON and TEXT.
package struct Migration: Sendable {
    package let id: String
    private let sqlite: [String]
    private let postgresql: [String]

    /// A step in the common tongue.
    package init(_ id: String, _ statements: [String]) { self.init(id, sqlite: statements, postgresql: statements) }

    /// A step that each engine takes in its own way.
    package init(_ id: String, sqlite: [String], postgresql: [String]) {
        self.id = id
        self.sqlite = sqlite
        self.postgresql = postgresql
    }

    func statements(for dialect: Dialect) -> [SQL] {
        let texts =
            switch dialect {
            case .sqlite: sqlite
            case .postgresql: postgresql
            }
        return texts.map { SQL(trusted: dialect.columnTypes(in: $0)) }
    }
}

/// Brings a database to this version.
package struct Migrator: Sendable {
    package let migrations: [Migration]

    package init(_ migrations: [Migration]) { self.migrations = migrations }

    /// Applies what is missing, each step whole or not at all; the ids that were applied. Throws `DatabaseFault.newerVersion`
    /// when the database knows a step that this program does not.
    package func migrate(_ database: Database) async throws -> [String] {
        try await database.writeAlone { tx in
            try tx.run("CREATE TABLE IF NOT EXISTS schema_migration (id TEXT PRIMARY KEY)")
            let applied = try appliedIDs(tx)
            var done: [String] = []
            for migration in migrations where !applied.contains(migration.id) {
                for statement in migration.statements(for: tx.dialect) { try tx.run(statement) }
                try tx.run("INSERT INTO schema_migration (id) VALUES (\(migration.id))")
                done.append(migration.id)
            }
            return done
        }
    }

    /// The steps that the database still lacks. Throws `DatabaseFault.newerVersion`.
    package func missing(in database: Database) async throws -> [String] {
        try await database.read { tx in
            let known = try tx.dialect.hasTable("schema_migration", tx)
            let applied = known ? try appliedIDs(tx) : []
            return migrations.map(\.id).filter { !applied.contains($0) }
        }
    }

    private func appliedIDs(_ tx: Transaction) throws -> Set<String> {
        let applied: [String] = try tx.all("SELECT id FROM schema_migration ORDER BY id") { try $0["id"] }
        let known = Set(migrations.map(\.id))
        if let stranger = applied.first(where: { !known.contains($0) }) { throw DatabaseFault.newerVersion(migration: stranger) }
        return Set(applied)
    }
}
