import Database
import Testing

/// Steps of the schema.
@Suite struct MigratorTests {
    let first = Migration("0001", ["CREATE TABLE a (x TEXT)"])
    let second = Migration("0002", ["CREATE TABLE b (x TEXT)", "INSERT INTO b VALUES ('1')"])

    @Test func onlyWhatIsMissingIsApplied() async throws {
        let database = try Database.inMemory()
        #expect(try await Migrator([first]).migrate(database) == ["0001"])
        #expect(try await Migrator([first, second]).missing(in: database) == ["0002"])
        #expect(try await Migrator([first, second]).migrate(database) == ["0002"])
        #expect(try await Migrator([first, second]).migrate(database) == [])
        #expect(try await Migrator([first, second]).missing(in: database) == [])
    }

    @Test func anEmptyDatabaseLacksEverything() async throws {
        #expect(try await Migrator([first, second]).missing(in: try Database.inMemory()) == ["0001", "0002"])
    }

    @Test func aDatabaseOfANewerVersionIsRefusedAndLeftAlone() async throws {
        let database = try Database.inMemory()
        _ = try await Migrator([first, second]).migrate(database)
        await #expect(throws: DatabaseFault.newerVersion(migration: "0002")) { try await Migrator([first]).migrate(database) }
        await #expect(throws: DatabaseFault.newerVersion(migration: "0002")) { try await Migrator([first]).missing(in: database) }
    }

    @Test func aStepThatFailsLeavesNothing() async throws {
        let database = try Database.inMemory()
        let broken = Migration("0002", ["CREATE TABLE b (x TEXT)", "CREATE NONSENSE"])
        await #expect(throws: (any Error).self) { try await Migrator([first, broken]).migrate(database) }
        #expect(try await Migrator([first]).missing(in: database) == ["0001"])
        let tables = try await database.read { try $0.count("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'b'") }
        #expect(tables == 0)
    }
}
