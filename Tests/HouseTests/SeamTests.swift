import Testing

/// Where the two engines may differ, and nowhere else (architecture 2.4).
@Suite struct SeamTests {
    /// The files that may ask which engine runs, with what for.
    static let seams = [
        "Sources/Database/Dialect.swift",  // placeholders, column types, claiming
        "Sources/Database/SQL.swift",  // placeholders
        "Sources/Database/Migrator.swift",  // column types, steps of one engine
        "Sources/Database/Transaction.swift",  // hands it on
        "Sources/Database/SQLite/SQLiteConnection.swift",  // says who it is
        "Sources/Database/PostgreSQL/PostgreSQLConnection.swift",  // says who it is
        "Sources/Storage/Search/SearchIndex.swift",  // full-text search
    ]

    /// The files above the floor of the engines that may speak one engine's own SQL.
    static let tongues = [
        "Sources/Storage/Migrations/0005_search.swift", "Sources/Storage/Migrations/0007_search_order.swift",
        "Sources/Storage/Migrations/0014_contacts.swift",
        "Sources/Storage/Search/SearchIndex.swift",
        "Sources/Storage/Search/SearchIndex+SQLite.swift", "Sources/Storage/Search/SearchIndex+PostgreSQL.swift",
    ]

    /// What only one of the engines understands.
    static let words = ["sqlite", "postgres", "rowid", "ctid", "pragma", "ilike", "tsvector", "fts5", "strftime", "skip locked", "pg_"]

    @Test func theEngineIsAskedForOnlyAtTheSeams() {
        for file in WritingTests.sources where !Self.seams.contains(file.path) && file.text.lowercased().contains("dialect") {
            for line in file.code { #expect(!line.lowercased().contains("dialect"), "\(file.path): \(line)") }
        }
    }

    @Test(arguments: ["Domain", "Storage", "Documents", "Operations", "Web", "Channels"])
    func nobodyAboveSpeaksTheTongueOfOneEngine(target: String) {
        for file in WritingTests.sources where file.target == target && !Self.tongues.contains(file.path) {
            for line in file.code {
                let line = line.lowercased()
                for word in Self.words { #expect(!line.contains(word), "\(file.path): \(line)") }
            }
        }
    }

    @Test(arguments: seams + tongues) func aSeamThatIsNoneIsTakenFromTheList(path: String) {
        let file = WritingTests.sources.first { $0.path == path }
        let words = Self.seams.contains(path) ? ["dialect"] : Self.words
        #expect(words.contains { file?.text.lowercased().contains($0) == true })
    }
}
