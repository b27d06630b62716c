import Database
import Storage
import TestSupport
import Testing

/// Entries of an older version are gathered case by case, in the order in which the cases came.
@Suite(.databases) struct SearchOrderMigrationTests {
    @Test(arguments: Engine.available) func entriesOfAnOlderVersionAreGathered(on engine: Engine) async throws {
        let database = try await engine.database()
        _ = try await Migrator(Array(migrations.prefix { $0.id < "0007" })).migrate(database)
        let said = [("b", "duong vao khu"), ("a", "dien chap chon"), ("b", "them anh 'moi'  a\\b"), ("a", "ca tuan nay")]
        try await database.write { tx in
            for (petition, words) in said {
                switch engine {
                case .sqlite: try tx.run("INSERT INTO search_entry (petition, words) VALUES (\(petition), \(words))")
                case .postgresql:
                    try tx.run(
                        """
                        INSERT INTO search_entry (petition, words, lexemes)
                        VALUES (\(petition), \(words), to_tsvector('simple', \(words)))
                        """)
                }
            }
        }
        _ = try await Migrator(Array(migrations.prefix { $0.id < "0008" })).migrate(database)
        let entries = try await database.read { tx in
            try tx.all("SELECT petition, words FROM search_entry ORDER BY id") { row -> String in
                "\(try row["petition"] as String): \(try row["words"] as String)"
            }
        }
        #expect(entries == ["b: duong vao khu \u{E000} them anh 'moi'  a\\b", "a: dien chap chon \u{E000} ca tuan nay"])
    }
}
