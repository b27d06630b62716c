import Database
import TestSupport
import Testing

/// Steps of the schema.
@Suite(.databases) struct MigratorTests {
    let first = Migration("0001", ["CREATE TABLE a (x TEXT)"])
    let second = Migration("0002", ["CREATE TABLE b (x TEXT)", "INSERT INTO b VALUES ('1')"])

    @Test(arguments: Engine.available) func onlyWhatIsMissingIsApplied(on engine: Engine) async throws {
        let database = try await engine.database()
        #expect(try await Migrator([first]).migrate(database) == ["0001"])
        #expect(try await Migrator([first, second]).missing(in: database) == ["0002"])
        #expect(try await Migrator([first, second]).migrate(database) == ["0002"])
        #expect(try await Migrator([first, second]).migrate(database) == [])
        #expect(try await Migrator([first, second]).missing(in: database) == [])
    }

    @Test(arguments: Engine.available) func anEmptyDatabaseLacksEverything(on engine: Engine) async throws {
        #expect(try await Migrator([first, second]).missing(in: try await engine.database()) == ["0001", "0002"])
    }

    @Test(arguments: Engine.available) func aDatabaseOfANewerVersionIsRefusedAndLeftAlone(on engine: Engine) async throws {
        let database = try await engine.database()
        _ = try await Migrator([first, second]).migrate(database)
        await #expect(throws: DatabaseFault.newerVersion(migration: "0002")) { try await Migrator([first]).migrate(database) }
        await #expect(throws: DatabaseFault.newerVersion(migration: "0002")) { try await Migrator([first]).missing(in: database) }
    }

    @Test(arguments: Engine.available) func aStepThatFailsLeavesNothing(on engine: Engine) async throws {
        let database = try await engine.database()
        let broken = Migration("0002", ["CREATE TABLE b (x TEXT)", "CREATE NONSENSE"])
        await #expect(throws: (any Error).self) { try await Migrator([first, broken]).migrate(database) }
        #expect(try await Migrator([first]).missing(in: database) == ["0001"])
        // The name is free: nothing of the broken step has stayed.
        #expect(try await Migrator([first, second]).migrate(database) == ["0001", "0002"])
    }
}
