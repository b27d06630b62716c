import Database
import Synchronization
import TestSupport
import Testing

/// A server: what it must be, how its types come back, and several who use it at once.
@Suite(.databases, .enabled(if: Engine.available.contains(.postgresql))) struct PostgreSQLEngineTests {
    @Test func aDatabaseThatIsNotUTF8IsRefused() async throws {
        let address = try Engine.postgreSQLAddress(as: "ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'")
        await #expect(throws: DatabaseFault.wrongTextOrder(encoding: "SQL_ASCII", collation: "C")) { try await Database.open(address) }
    }

    @Test func aDatabaseThatSortsByALanguageIsRefused() async throws {
        let address = try Engine.postgreSQLAddress(as: "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi' LOCALE 'C'")
        await #expect(throws: DatabaseFault.wrongTextOrder(encoding: "UTF8", collation: "ICU")) { try await Database.open(address) }
    }

    @Test func aServerThatIsNotThereIsToldOf() async throws {
        let fault = await #expect(throws: DatabaseFault.self) {
            try await Database.open("postgres://nobody:secret-word@127.0.0.1:1/nothing")
        }
        guard case .unreachable(let reason) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(!reason.isEmpty && !reason.contains("secret-word"))
    }

    @Test func aUserWithoutTheRightsIsToldSo() async throws {
        let address = try Engine.postgreSQLAddress()
        let guest = try PostgreSQLCluster.guest(at: address)
        let database = try await Database.open(guest)
        let fault = await #expect(throws: DatabaseFault.self) {
            try await Migrator([Migration("1", ["CREATE TABLE shelf (name TEXT)"])]).migrate(database)
        }
        guard case .missingRight(let reason) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(!reason.isEmpty)
        try database.close()
    }

    @Test func anAddressOfAnotherKindIsRefused() async {
        await #expect(throws: DatabaseFault.unknownAddress) { try await Database.open("mysql://localhost/a") }
    }

    @Test func theServersOwnTypesComeBackAsTheCommonOnes() async throws {
        let database = try await Engine.postgresql.database()
        let row = try #require(
            try await database.read {
                try $0.row(
                    """
                    SELECT CAST(-7 AS smallint) AS two, -70000 AS four, count(*) AS eight, 1 = 1 AS yes, CAST(-0.5 AS float8) AS half,
                      CAST('ă' AS varchar) AS word
                    """)
            })
        #expect(try row["two"] == -7)
        #expect(try row["four"] == -70_000)
        #expect(try row["eight"] == 1)
        #expect(try row["yes"] == true)
        #expect(try row["half"] == -0.5)
        #expect(try row["word"] == "ă")
    }

    @Test func aTypeThatHasNoPlaceHereIsNamed() async throws {
        let database = try await Engine.postgresql.database()
        let error = await #expect(throws: (any Error).self) { try await database.read { try $0.row("SELECT now() AS t")?.names } }
        #expect(String(describing: error).contains("1184"))
    }

    @Test func textSortsByItsBytes() async throws {
        let database = try await Engine.postgresql.database()
        let order = try await database.read {
            try $0.all("SELECT w FROM (VALUES ('b'), ('Z'), ('ă'), ('a'), ('đ')) AS t (w) ORDER BY w") { row -> String in try row["w"] }
        }
        #expect(order == ["Z", "a", "b", "ă", "đ"])
    }

    @Test func aColumnThatComesLaterIsSeen() async throws {
        let database = try await Engine.postgresql.database()
        let first = Migration("1", ["CREATE TABLE shelf (name TEXT)", "INSERT INTO shelf VALUES ('a')"])
        _ = try await Migrator([first]).migrate(database)
        #expect(try await database.read { try $0.row("SELECT * FROM shelf")?.names } == ["name"])
        _ = try await Migrator([first, Migration("2", ["ALTER TABLE shelf ADD COLUMN n NUMBER"])]).migrate(database)
        #expect(try await database.read { try $0.row("SELECT * FROM shelf")?.names } == ["name", "n"])
    }

    @Test func aStatementIsPreparedOnceForAllItsValues() async throws {
        let database = try await Engine.postgresql.database()
        let kept = try await database.write { tx in
            for number in 0..<50 { _ = try tx.count("SELECT CAST(\(number) AS bigint) AS n") }
            return try tx.count("SELECT count(*) AS n FROM pg_prepared_statements WHERE statement LIKE 'SELECT CAST(%'")
        }
        let later = try await database.write { tx in
            _ = try tx.count("SELECT CAST(\(7) AS bigint) AS n")
            return try tx.count("SELECT count(*) AS n FROM pg_prepared_statements WHERE statement LIKE 'SELECT CAST(%'")
        }
        #expect(kept == 1 && later == 1)
    }

    @Test func manyTextsOfAQueryDoNotFillTheServer() async throws {
        let database = try await Engine.postgresql.database()
        for index in 0..<700 {
            #expect(try await database.read { try $0.count("SELECT \(SQL(trusted: "\(index)")) AS n") } == index)
        }
        let kept = try await database.read { try $0.count("SELECT count(*) AS n FROM pg_prepared_statements") }
        #expect(kept <= 300)
    }

    @Test func theStepsOfTheSchemaAreTakenByOneOfMany() async throws {
        let address = try Engine.postgreSQLAddress()
        let steps = [Migration("1", ["CREATE TABLE a (x TEXT)"]), Migration("2", ["CREATE TABLE b (x TEXT)"])]
        let applied = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<5 {
                group.addTask {
                    let database = try await Database.open(address)
                    defer { try? database.close() }  // The cluster ends what is left when the test is over.
                    return try await Migrator(steps).migrate(database)
                }
            }
            return try await group.reduce(into: [[String]]()) { $0.append($1) }
        }
        #expect(applied.sorted { $0.count < $1.count } == [[], [], [], [], ["1", "2"]])
    }
}
