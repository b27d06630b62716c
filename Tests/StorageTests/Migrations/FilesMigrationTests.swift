import Database
import Domain
import Storage
import TestSupport
import Testing

/// What an older version has kept is known by its type, and waits for its copies and for the scanner.
@Suite(.databases) struct FilesMigrationTests {
    @Test(arguments: Engine.available) func filesOfAnOlderVersionAreKnown(on engine: Engine) async throws {
        let database = try await engine.database()
        _ = try await Migrator(Array(migrations.prefix { $0.id < "0019" })).migrate(database)
        try await database.write { tx in
            for (hash, type) in [("a", "application/pdf"), ("b", "image/png"), ("c", "application/msword"), ("d", nil)] {
                let bytes: [UInt8] = [1]
                try tx.run("INSERT INTO content (hash, bytes) VALUES (\(hash), \(bytes))")
                guard let type else { continue }
                for copy in 1...2 {
                    let id = "\(hash)\(copy)"
                    try tx.run("INSERT INTO paper (id, name, content_type, size, content) VALUES (\(id), 'x', \(type), 1, \(hash))")
                }
            }
        }
        _ = try await Migrator(migrations).migrate(database)
        let states = try await database.read { tx in try ["a", "b", "c", "d"].map { try FileStateStore.load($0, tx) } }
        #expect(states == [
            FileState(content: .known(.pdf)), FileState(content: .known(.png)), FileState(content: .known(.doc)), nil,
        ])
    }
}
