import CPostgres
import Database
import Foundation
import Storage
import Synchronization

/// The cluster on which tests make databases of their own.
enum PostgreSQLCluster {
    static let address = ProcessInfo.processInfo.environment["DONGHANH_TEST_POSTGRES"]

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
    static func makeDatabase(from template: String = "template0") throws -> String {
        let number = Self.number.add(1, ordering: .relaxed).newValue
        let name = "test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        let locale = template == "template0" ? "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' STRATEGY file_copy" : ""
        try run("CREATE DATABASE \(name) TEMPLATE \(template) \(locale)")
        return name
    }

    static func address(of name: String) throws -> String {
        guard let address, let slash = address.lastIndex(of: "/") else { throw Missing("DONGHANH_TEST_POSTGRES") }
        return address[...slash] + name
    }

    /// Runs a statement that cannot stand in a transaction.
    static func run(_ statement: String) throws {
        let connection = PQconnectdb(try address(of: "postgres"))
        defer { PQfinish(connection) }
        let result = PQexec(connection, statement)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw Missing(String(cString: PQerrorMessage(connection))) }
    }
}
