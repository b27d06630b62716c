import Database
import TestSupport
import Testing

/// Transactions: all or nothing, and values come back as they went in.
@Suite(.databases) struct TransactionTests {
    struct Stop: Error {}

    private func shelf(on engine: Engine) async throws -> Database {
        let database = try await engine.database()
        _ = try await Migrator([
            Migration("1", ["CREATE TABLE shelf (name TEXT PRIMARY KEY, t TEXT, n NUMBER, r DOUBLE PRECISION, b BYTES, f FLAG, i INSTANT, j JSON)"])
        ]).migrate(database)
        return database
    }

    private func count(_ database: Database) async throws -> Int {
        try await database.read { try $0.count("SELECT count(*) AS n FROM shelf") }
    }

    @Test(arguments: Engine.available) func whatIsThrownUndoesEverything(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        await #expect(throws: Stop.self) {
            try await database.write { tx in
                try tx.run("INSERT INTO shelf (name) VALUES ('a')")
                try tx.run("INSERT INTO shelf (name) VALUES ('b')")
                throw Stop()
            }
        }
        #expect(try await count(database) == 0)
        _ = try await database.write { try $0.run("INSERT INTO shelf (name) VALUES ('a')") }
        #expect(try await count(database) == 1)
    }

    @Test(arguments: Engine.available) func aFailedStatementUndoesThoseBeforeIt(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        await #expect(throws: (any Error).self) {
            try await database.write { tx in
                try tx.run("INSERT INTO shelf (name) VALUES ('a')")
                try tx.run("INSERT INTO shelf (name) VALUES ('a')")
            }
        }
        #expect(try await count(database) == 0)
    }

    @Test(arguments: Engine.available) func aReaderCannotWrite(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        await #expect(throws: (any Error).self) { try await database.read { _ = try $0.run("INSERT INTO shelf (name) VALUES ('a')") } }
        #expect(try await count(database) == 0)
    }

    @Test(arguments: Engine.available) func everyTypeComesBackAsItWentIn(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        let text = "Đường bị “sụt lún”; -- 'x' \u{1F6A7}"
        let bytes: [UInt8] = [0, 1, 255, 39]
        try await database.write { tx in
            _ = try tx.run(
                """
                INSERT INTO shelf (name, t, n, r, b, f, i, j)
                VALUES ('a', \(text), \(Int64.max), \(0.1), \(bytes), \(true), \(Int64(-5)), \(String?.none))
                """)
        }
        let row = try #require(try await database.read { try $0.row("SELECT * FROM shelf") })
        #expect(try row["t"] == text)
        #expect(try row["n"] == Int64.max)
        #expect(try row["r"] == 0.1)
        #expect(try row["b"] == bytes)
        #expect(try row["f"] == true)
        #expect(try row["i"] == Int64(-5))
        let nothing: String? = try row["j"]
        #expect(nothing == nil)
    }

    @Test(arguments: Engine.available) func emptyTextAndEmptyBytesAreNotNothing(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        let none: [UInt8] = []
        _ = try await database.write { try $0.run("INSERT INTO shelf (name, t, b) VALUES ('a', \(""), \(none))") }
        let row = try #require(try await database.read { try $0.row("SELECT t, b FROM shelf") })
        let text: String? = try row["t"]
        let bytes: [UInt8]? = try row["b"]
        #expect(text == "" && bytes == [])
    }

    @Test(arguments: Engine.available) func anUnreadableColumnIsNamedWithoutItsValue(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        _ = try await database.write { try $0.run("INSERT INTO shelf (name, t) VALUES ('a', 'Nguyễn Văn Kín')") }
        let row = try #require(try await database.read { try $0.row("SELECT t FROM shelf") })
        let error = #expect(throws: UnreadableColumn.self) { let _: Int = try row["t"] }
        let words = try #require(error).description
        #expect(words.contains("t") && words.contains("an integer"))
        #expect(!words.contains("Kín") && !String(reflecting: error).contains("Kín"))
    }

    @Test(arguments: Engine.available) func aColumnThatIsNotThereIsNamed(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        let row = try #require(try await database.read { try $0.row("SELECT 1 AS one") })
        let error = #expect(throws: UnreadableColumn.self) { let _: Int = try row["two"] }
        #expect(error?.column == "two")
    }

    @Test(arguments: Engine.available) func nothingWhereSomethingIsExpectedIsUnreadable(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        let row = try #require(try await database.read { try $0.row("SELECT NULL AS t") })
        #expect(throws: UnreadableColumn.self) { let _: String = try row["t"] }
    }

    @Test(arguments: Engine.available) func aStatementTellsHowManyRowsItChanged(on engine: Engine) async throws {
        let database = try await shelf(on: engine)
        let changed = try await database.write { tx in
            [
                try tx.run("INSERT INTO shelf (name) VALUES ('a'), ('b')"),
                try tx.run("INSERT INTO shelf (name) VALUES ('a') ON CONFLICT (name) DO NOTHING"),
                try tx.run("UPDATE shelf SET t = 'x' WHERE name = 'b'"), try tx.run("DELETE FROM shelf WHERE name = 'c'"),
            ]
        }
        #expect(changed == [2, 0, 1, 0])
    }
}
