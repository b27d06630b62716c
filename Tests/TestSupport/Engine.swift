package import Database
package import Foundation
import Storage
import Synchronization
package import Testing

/// The engines that a test runs on: suites with `.eachEngine`, or `@Test(arguments: Engine.available)` where the engine matters. PostgreSQL is there when `DONGHANH_TEST_POSTGRES` holds
/// the address of a cluster that tests may make databases in (`scripts/postgres start` prints one).
package enum Engine: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case sqlite = "SQLite"
    case postgresql = "PostgreSQL"

    package static let available: [Engine] = PostgreSQLCluster.address == nil ? [.sqlite] : allCases

    /// The engine of offices that name none: SQLite, or the one whose turn it is in a suite with `.eachEngine`.
    @TaskLocal package static var current = Engine.sqlite

    package var testDescription: String { rawValue }

    /// An empty database of the test's own, in memory or on the cluster. The suite carries `.databases`, which clears it away.
    package func database() async throws -> Database {
        switch self {
        case .sqlite: return try Database.inMemory()
        case .postgresql: return try await Self.opened(PostgreSQLCluster.makeDatabase())
        }
    }

    /// The same, with the schema of this version.
    package func migratedDatabase() async throws -> Database {
        switch self {
        case .sqlite:
            let database = try Database.inMemory()
            _ = try await Migrator(migrations).migrate(database)
            return database
        case .postgresql:
            let template = try await PostgreSQLCluster.template.value
            return try await Self.opened(PostgreSQLCluster.makeDatabase(from: template))
        }
    }

    /// The address of an empty database of the test's own, for programs in a process of their own; a file lies in the folder.
    package func address(in folder: URL) throws -> String {
        switch self {
        case .sqlite: "sqlite:\(folder.appendingPathComponent("donghanh.sqlite").path)"
        case .postgresql: try Self.postgreSQLAddress()
        }
    }

    /// An address on the cluster of a database of the test's own.
    /// - Parameter form: encoding and order of text, as CREATE DATABASE takes them; what the product asks for when nothing is said.
    package static func postgreSQLAddress(as form: String? = nil) throws -> String {
        let name = try PostgreSQLCluster.makeDatabase(as: form)
        guard let shelf = Databases.current else { throw Missing("the trait .databases on the suite") }
        shelf.keep(nil, name)
        return try PostgreSQLCluster.address(of: name)
    }

    private static func opened(_ name: String) async throws -> Database {
        let database = try await Database.open(PostgreSQLCluster.address(of: name))
        guard let shelf = Databases.current else { throw Missing("the trait .databases on the suite") }
        shelf.keep(database, name)
        return database
    }
}

/// Clears the databases away that a test has made on the cluster.
package struct Databases: SuiteTrait, TestTrait, TestScoping {
    @TaskLocal static var current: Shelf?

    package var isRecursive: Bool { true }

    /// The databases of one test.
    final class Shelf: Sendable {
        private let kept = Mutex<[(database: Database?, name: String)]>([])

        func keep(_ database: Database?, _ name: String) { kept.withLock { $0.append((database, name)) } }

        func clear() throws {
            for (database, name) in kept.withLock({ $0 }) {
                try database?.close()
                try PostgreSQLCluster.run("DROP DATABASE \(name) WITH (FORCE)")
            }
        }
    }

    package func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
        let shelf = Shelf()
        try await Self.$current.withValue(shelf) { try await function() }
        try shelf.clear()
    }
}

extension Trait where Self == Databases {
    package static var databases: Databases { Databases() }
}
