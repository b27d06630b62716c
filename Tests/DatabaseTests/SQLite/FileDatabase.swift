import Database
import Foundation

/// A database file of a test's own, with a table to write into.
struct FileDatabase {
    let path: String
    let database: Database

    init() async throws {
        path = NSTemporaryDirectory() + "donghanh-\(UUID().uuidString).sqlite"
        database = try Database.sqlite(path: path)
        _ = try await database.write { try $0.run("CREATE TABLE thing (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)") }
    }

    func add(_ number: Int, word: String? = nil) async throws -> Int {
        try await database.write { tx in
            try tx.run("INSERT INTO thing (number, word) VALUES (\(number), \(word ?? "word \(number)"))")
            return try tx.count("SELECT number AS n FROM thing WHERE number = \(number)")
        }
    }

    func numbers() async throws -> [Int] {
        try await database.read { try $0.all("SELECT number FROM thing ORDER BY number") { try $0["number"] } }
    }

    /// The commits in the write-ahead log: frames whose header says how large the database is after them (file format of SQLite,
    /// section 4.2). All of them, as long as nothing was checkpointed.
    func commitsInLog() throws -> Int {
        let log = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "-wal")))
        guard log.count >= 32 else { return 0 }
        let page = Int(log[8]) << 24 | Int(log[9]) << 16 | Int(log[10]) << 8 | Int(log[11])
        return stride(from: 32, to: log.count - 23, by: 24 + page).count { log[($0 + 4)..<($0 + 8)].contains { $0 != 0 } }
    }

    func remove() {
        for suffix in ["", "-wal", "-shm"] {
            // What is not there need not be removed.
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}
