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

    /// Ends every connection to a database, as a server that goes down does.
    package static func breakConnections(to database: Database) async throws {
        let name = try await database.read { try $0.first("SELECT current_database() AS name") { row -> String in try row["name"] } }
        guard let name else { throw Missing("the name of the database") }
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
