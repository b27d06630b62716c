import Database
import TestSupport
import Testing

/// Transactions at the same time end as if they had come one after the other, on either engine.
@Suite(.databases) struct ConcurrencyTests {
    private func counter(on engine: Engine) async throws -> Database {
        let database = try await engine.database()
        _ = try await Migrator([
            Migration("1", ["CREATE TABLE counter (name TEXT PRIMARY KEY, n NUMBER NOT NULL)", "INSERT INTO counter VALUES ('a', 0)"])
        ]).migrate(database)
        return database
    }

    @Test(arguments: Engine.available) func whatIsReadAndThenWrittenIsNotLost(on engine: Engine) async throws {
        let database = try await counter(on: engine)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await database.write { tx in
                        let n = try tx.count("SELECT n FROM counter WHERE name = 'a'")
                        try tx.run("UPDATE counter SET n = \(n + 1) WHERE name = 'a'")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.count("SELECT n FROM counter WHERE name = 'a'") } == 40)
    }

    /// Each looks whether nobody is there yet and then comes in under a name of his own: rows that do not touch each other.
    @Test(arguments: Engine.available) func ofManyWhoFindTheRoomEmptyOneComesIn(on engine: Engine) async throws {
        let database = try await counter(on: engine)
        let entered = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<20 {
                group.addTask {
                    try await database.write { tx in
                        if try tx.count("SELECT count(*) AS n FROM counter WHERE name <> 'a'") > 0 { return 0 }
                        return try tx.run("INSERT INTO counter (name, n) VALUES (\("guest-\(index)"), 1)")
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(entered == 1)
    }

    @Test(arguments: Engine.available) func ofManyWhoMakeTheSameRowAllFindIt(on engine: Engine) async throws {
        let database = try await counter(on: engine)
        let made = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await database.write { tx in
                        if try tx.row("SELECT n FROM counter WHERE name = 'b'") != nil { return 0 }
                        return try tx.run("INSERT INTO counter (name, n) VALUES ('b', 1)")
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(made == 1)
    }

    @Test(arguments: Engine.available) func aReaderSeesOneState(on engine: Engine) async throws {
        let database = try await counter(on: engine)
        _ = try await database.write { try $0.run("INSERT INTO counter (name, n) VALUES ('b', 0)") }
        let writing = Task {
            for _ in 0..<50 {
                try await database.write { tx in
                    try tx.run("UPDATE counter SET n = n + 1 WHERE name = 'a'")
                    try tx.run("UPDATE counter SET n = n + 1 WHERE name = 'b'")
                }
            }
        }
        for _ in 0..<50 {
            let pair = try await database.read { tx in
                (try tx.count("SELECT n FROM counter WHERE name = 'a'"), try tx.count("SELECT n FROM counter WHERE name = 'b'"))
            }
            #expect(pair.0 == pair.1)
        }
        try await writing.value
    }
}
