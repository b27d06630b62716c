import CPostgres
package import Database
import Foundation
import Storage
import Synchronization

/// The cluster on which tests make databases of their own.
package enum PostgreSQLCluster {
    package static let address = ProcessInfo.processInfo.environment["DONGHANH_TEST_POSTGRES"]

    private static let number = Atomic(0)

    /// The name of a database with the schema of this version, made once.
    static let template = Task {
        let name = try makeDatabase()
        let database = try await Database.open(address(of: name))
        _ = try await Migrator(migrations).migrate(database)
        try database.close()
        return name
    }

    /// Makes a database and tells its name. A copy needs a template that nobody is connected to.
    static func makeDatabase(from template: String = "template0", as form: String? = nil) throws -> String {
        let number = Self.number.add(1, ordering: .relaxed).newValue
        let name = "test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        let form = form ?? (template == "template0" ? "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" : "")
        try run("CREATE DATABASE \(name) TEMPLATE \(template) \(form)")
        return name
    }

    package static func address(of name: String) throws -> String {
        guard let address, let slash = address.lastIndex(of: "/") else { throw Missing("DONGHANH_TEST_POSTGRES") }
        return address[...slash] + name
    }

    /// The same database for somebody who may connect to it and nothing else.
    package static func guest(at address: String) throws -> String {
        guard let at = address.firstIndex(of: "@") else { throw Missing("a user in the address") }
        try run("DO 'BEGIN CREATE ROLE guest LOGIN PASSWORD ''guest''; EXCEPTION WHEN duplicate_object OR unique_violation THEN END'")
        return "postgres://guest:guest" + address[at...]
    }

    /// Ends every connection to a database, as a server that goes down does.
    package static func breakConnections(to database: Database) async throws {
        try breakConnections(to: try await name(of: database))
    }

    /// Does something while nobody reaches a database, as if its server were down.
    package static func withoutServer<T>(of database: Database, _ body: () async throws -> T) async throws -> T {
        let name = try await name(of: database)
        try run("ALTER DATABASE \(name) ALLOW_CONNECTIONS false")
        let result: Result<T, any Error>
        do {
            try breakConnections(to: name)
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        try run("ALTER DATABASE \(name) ALLOW_CONNECTIONS true")
        return try result.get()
    }

    /// Waits until a database is reached again: it knocks with pauses, at most a second each.
    package static func back(_ database: Database) async throws {
        for _ in 0..<500 {
            do {
                return try await database.read { _ = try $0.rows("SELECT 1 AS one") }
            } catch let fault as DatabaseFault where fault.isOutage {
                // The pause is the engine's own, by a clock that no test moves.
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        throw Missing("the database again")
    }

    private static func name(of database: Database) async throws -> String {
        let name = try await database.read { try $0.first("SELECT current_database() AS name") { row -> String in try row["name"] } }
        guard let name else { throw Missing("the name of the database") }
        return name
    }

    private static func breakConnections(to name: String) throws {
        try run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
    }

    /// Runs a statement that cannot stand in a transaction.
    package static func run(_ statement: String) throws {
        let connection = PQconnectdb(try address(of: "postgres"))
        defer { PQfinish(connection) }
        let result = PQexec(connection, statement)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else { throw Missing(String(cString: PQerrorMessage(connection))) }
    }
}
