import Database
import Synchronization
import TestSupport
import Testing

/// Writes that share a transaction, on either engine.
@Suite(.databases) struct GroupCommitTests {
    private struct No: Error, Equatable { var number: Int }

    private func shelf(on engine: Engine) async throws -> Database {
        let database = try await engine.database()
        _ = try await Migrator([
            Migration(
                "1",
                [
                    "CREATE TABLE shelf (n NUMBER PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
                    "CREATE TABLE lent (n NUMBER NOT NULL REFERENCES shelf (n) DEFERRABLE INITIALLY DEFERRED)",
                ])
        ]).migrate(database)
        return database
    }

    private func add(_ number: Int, word: String? = nil, to database: Database, then: @escaping @Sendable (Transaction) throws -> Void = { _ in })
        async throws
    {
        try await database.write { tx in
            try tx.run("INSERT INTO shelf (n, word) VALUES (\(number), \(word ?? "word \(number)"))")
            try then(tx)
        }
    }

    private func numbers(_ database: Database) async throws -> [Int] {
        try await database.read { try $0.all("SELECT n FROM shelf ORDER BY n") { try $0["n"] } }
    }

    @Test(arguments: Engine.available) func aRefusalUndoesOnlyItsOwnWork(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        try await database.behindOneAnother(60) { number in
            if number.isMultiple(of: 3) {
                await #expect(throws: No(number: number)) { try await add(number, to: database) { _ in throw No(number: number) } }
            } else {
                try await add(number, to: database)
            }
        }
        #expect(try await numbers(database) == (0..<60).filter { !$0.isMultiple(of: 3) })
    }

    @Test(arguments: Engine.available) func aTakenKeyIsOneWritersOwnAffair(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        try await add(1000, word: "taken", to: database)
        try await database.behindOneAnother(40) { number in
            let clashes = number.isMultiple(of: 10)
            let succeeded = await succeeds {
                try await add(number, to: database) { tx in
                    if clashes { try tx.run("INSERT INTO shelf (n, word) VALUES (\(2000 + number), 'taken')") }
                }
            }
            #expect(succeeded != clashes)
        }
        #expect(try await numbers(database) == (0..<40).filter { !$0.isMultiple(of: 10) } + [1000])
    }

    /// What only COMMIT finds out: a reference that leads nowhere.
    @Test(arguments: Engine.available) func aCommitThatFailsIsAcknowledgedToNobody(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        let acknowledged = Mutex<Set<Int>>([])
        try await database.behindOneAnother(20) { number in
            let succeeded = await succeeds {
                try await add(number, to: database) { tx in
                    if number == 7 { try tx.run("INSERT INTO lent (n) VALUES (99)") }
                }
            }
            if succeeded { _ = acknowledged.withLock { $0.insert(number) } }
        }
        let there = Set(try await numbers(database))
        #expect(there == acknowledged.withLock { $0 })
        #expect(!there.contains(7))
        try await add(50, to: database)
        #expect(try await numbers(database).contains(50), "and the next write holds")
    }

    @Test(arguments: Engine.available) func aBodySeesWhatThoseBeforeItHaveDone(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        try await database.behindOneAnother(60) { _ in
            try await database.write { tx in
                let next = try tx.count("SELECT count(*) AS n FROM shelf")
                try tx.run("INSERT INTO shelf (n, word) VALUES (\(next), \("word \(next)"))")
            }
        }
        #expect(try await numbers(database) == Array(0..<60))
    }
}
