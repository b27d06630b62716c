package import Database
package import Domain
package import Logging
import NIOPosix
package import Operations
import Storage

/// An office with the ground laid and the cast employed, at an hour that the test sets.
package struct TestOffice: Sendable {
    package let office: Office
    package let clock: HandClock
    package let ground: TestGround
    package let cast: Cast

    package var database: Database { office.database }

    /// Opens it on Monday 3 August 2026 at nine, in a database of its own unless one is given.
    package init(
        at start: String = "2026-08-03T09:00", seed: UInt64 = 1, on engine: Engine = .current, database: Database? = nil, log: Logger? = nil,
        scans: Bool = false
    ) async throws {
        let clock = HandClock(try moment(start))
        let chance = SeededChance(seed: seed)
        var database = database
        if let database {
            _ = try await Migrator(migrations).migrate(database)
        } else {
            database = try await engine.migratedDatabase()
        }
        guard let database else { throw Missing("a database") }
        var settings = OfficeSettings(baseURL: "https://donghanh.example")
        settings.scansFiles = scans
        office = Office(
            database: database, world: World(now: { clock.now }, chance: { chance.bytes($0) }),
            settings: settings,
            passwords: PasswordHasher(threads: .singleton, memory: 8, passes: 1),
            log: log ?? Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        ground = try TestGround()
        _ = try await office.perform(LayGround(ground.ground), as: .system)
        cast = try await Cast(in: office, of: ground)
        self.clock = clock
    }

    /// A case as it stands.
    package func load(_ petition: ID<Case>) async throws -> Case {
        guard let found = try await office.read({ try CaseStore.load(petition, $0) }) else { throw Missing("the case \(petition)") }
        return found
    }

    /// The journal of a case.
    package func events(of petition: Case) async throws -> [CaseEvent] {
        try await office.read { try CaseStore.events(of: petition.id, $0).map(\.event) }
    }

    /// How many rows a table has.
    package func rows(in table: String) async throws -> Int {
        try await office.read { try $0.count("SELECT count(*) AS n FROM \(SQL(trusted: table))") }
    }

    /// The number that a query gives as `n`.
    package func number(_ query: SQL) async throws -> Int { try await office.read { try $0.count(query) } }
}
