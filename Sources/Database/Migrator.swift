/// One step of the schema, forward only. Its statements use the column types of `ColumnTypes`.
package struct Migration: Sendable {
    package let id: String
    package let statements: [String]

    package init(_ id: String, _ statements: [String]) {
        self.id = id
        self.statements = statements
    }
}

/// Brings a database to this version.
package struct Migrator: Sendable {
    package let migrations: [Migration]

    package init(_ migrations: [Migration]) { self.migrations = migrations }

    /// Applies what is missing, each step whole or not at all; the ids that were applied. Throws `DatabaseFault.newerVersion`
    /// when the database knows a step that this program does not.
    package func migrate(_ database: Database) async throws -> [String] {
        try await database.write { tx in
            try tx.run("CREATE TABLE IF NOT EXISTS schema_migration (id TEXT PRIMARY KEY)")
            let applied = try appliedIDs(tx)
            var done: [String] = []
            for migration in migrations where !applied.contains(migration.id) {
                for statement in migration.statements { try tx.run(SQL(trusted: tx.dialect.columnTypes(in: statement))) }
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

extension Dialect {
    /// Translates the column types of a migration: INSTANT (milliseconds), NUMBER, FLAG, BYTES, JSON; TEXT is the same everywhere.
    func columnTypes(in statement: String) -> String {
        switch self {
        case .sqlite:
            statement
                .replacing(" INSTANT", with: " INTEGER").replacing(" NUMBER", with: " INTEGER").replacing(" FLAG", with: " INTEGER")
                .replacing(" BYTES", with: " BLOB").replacing(" JSON", with: " TEXT")
        }
    }

    func hasTable(_ name: String, _ tx: Transaction) throws -> Bool {
        switch self {
        case .sqlite: try tx.row("SELECT 1 AS one FROM sqlite_schema WHERE type = 'table' AND name = \(name)") != nil
        }
    }
}
