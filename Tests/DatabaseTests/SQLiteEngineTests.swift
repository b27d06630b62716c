import Database
import Foundation
import Testing

/// A database file.
@Suite struct SQLiteEngineTests {
    /// A folder of its own that is gone when the test is over.
    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("donghanh-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // What stays behind lies among temporary files.
        try await body(folder)
    }

    @Test func anAcknowledgedCommitIsOnTheDisk() async throws {
        try await withFolder { folder in
            let database = try Database.sqlite(path: folder.appendingPathComponent("a.db").path)
            let (level, mode) = try await database.write { tx in
                let level: Int? = try tx.first("PRAGMA synchronous") { try $0["synchronous"] }
                let mode: String? = try tx.first("PRAGMA journal_mode") { try $0["journal_mode"] }
                return (level, mode)
            }
            #expect(level == 2, "FULL")
            #expect(mode == "wal")
            try database.close()
        }
    }

    @Test func referencesAreKept() async throws {
        try await withFolder { folder in
            let database = try Database.sqlite(path: folder.appendingPathComponent("a.db").path)
            let kept = try await database.write { tx in try tx.first("PRAGMA foreign_keys") { row -> Int in try row["foreign_keys"] } }
            #expect(kept == 1)
            try database.close()
        }
    }

    @Test func whatWasWrittenIsThereAfterReopening() async throws {
        try await withFolder { folder in
            let path = folder.appendingPathComponent("a.db").path
            let first = try Database.sqlite(path: path)
            _ = try await first.write { tx in
                _ = try tx.run("CREATE TABLE shelf (name TEXT)")
                return try tx.run("INSERT INTO shelf VALUES ('a')")
            }
            try first.close()
            let second = try Database.sqlite(path: path)
            #expect(try await second.read { try $0.count("SELECT count(*) AS n FROM shelf") } == 1)
            try second.close()
        }
    }

    @Test func aFolderThatIsNotThereIsToldOf() {
        #expect(throws: DatabaseFault.notWritable(path: "/khong/co/a.db")) { try Database.sqlite(path: "/khong/co/a.db") }
    }

    /// Told by the table of statements that Debian's SQLite is built with (SQLITE_ENABLE_STMTVTAB).
    @Test func aStatementIsPreparedOnceForAllItsValues() async throws {
        let database = try Database.inMemory()
        let runs = try await database.write { tx in
            for number in 0..<50 { _ = try tx.count("SELECT CAST(\(number) AS INTEGER) AS n") }
            return try tx.all("SELECT run FROM sqlite_stmt WHERE sql LIKE 'SELECT CAST(%'") { row -> Int in try row["run"] }
        }
        #expect(runs == [50])
    }
}
