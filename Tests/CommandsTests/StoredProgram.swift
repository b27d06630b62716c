import Database
import Foundation
import TestSupport

/// The program over a database of the engine whose turn it is, as an operator sets it up: on PostgreSQL nothing but its address.
struct StoredProgram {
    let folder: URL
    private let address: String
    private let environment: [String: String]

    /// With an empty database and a folder, gone afterwards.
    static func with<T>(_ body: (StoredProgram) async throws -> T) async throws -> T {
        try await withFolder { folder in
            var environment = ["DONGHANH_NOW": "2026-08-10T09:00:00+07:00"]
            let address = try Engine.current.address(in: folder)
            if Engine.current != .sqlite { environment["DONGHANH_DATABASE_URL"] = address }
            return try await body(StoredProgram(folder: folder, address: address, environment: environment))
        }
    }

    /// The database itself, to lay something in before the program runs.
    func open() async throws -> Database { try await Database.open(address) }

    /// Runs a command to its end.
    func run(_ arguments: [String], input: String = "") async throws -> (status: Int32, output: String, faults: String) {
        try await ProgramRun.run(arguments + ["--data", folder.path], in: folder, environment: environment, input: input)
    }
}
