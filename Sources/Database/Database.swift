import Foundation

/// The door to the store. Transactions are synchronous closures; async only here.
package struct Database: Sendable {
    private let engine: any Engine

    init(engine: any Engine) { self.engine = engine }

    /// Opens the database behind an address: `sqlite:PATH`, whose folder is made when missing, or `postgres://…` as libpq reads it.
    /// - Parameter tell: hears when the server is lost and when it is back; a file never is.
    ///
    /// Throws `DatabaseFault`.
    package static func open(_ address: String, tell: @escaping @Sendable (ServerNews) -> Void = { _ in }) async throws -> Database {
        if address.hasPrefix("sqlite:") {
            let path = String(address.dropFirst("sqlite:".count))
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            } catch {
                throw DatabaseFault.notWritable(path: folder.path)
            }
            return try sqlite(path: path)
        }
        guard address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") else { throw DatabaseFault.unknownAddress }
        return try await postgreSQL(address, tell: tell)
    }

    /// Runs a body that may change things, whole or not at all; it is durable when this returns. Bodies that come at the same time may
    /// share one transaction of the engine, but never see or undo what another has left half done. A body may run more than once: one
    /// that met another on the way is undone and run again.
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.write(body)
    }

    /// Runs queries over one consistent state.
    package func read<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.read(body)
    }

    /// A write during which no other process writes: for the steps of the schema.
    package func writeAlone<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.writeAlone(body)
    }

    /// Reads one consistent state here while writing to another database, in one transaction there during which nobody else
    /// writes to it. It holds a thread for as long as it takes: for moving a store.
    package func transfer<T: Sendable>(
        to target: Database, _ body: @Sendable (_ source: Transaction, _ target: Transaction) throws -> T
    ) async throws -> T {
        try await engine.read { source in try target.engine.writeAloneBlocking { try body(source, $0) } }
    }

    /// Puts what is pending in its place and closes the files.
    package func close() throws { try engine.close() }
}

/// What each engine does.
protocol Engine: Sendable {
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T
    func read<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T
    func writeAlone<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T
    /// The same on the thread of the caller.
    func writeAloneBlocking<T>(_ body: (Transaction) throws -> T) throws -> T
    func close() throws
}

/// Why a database could not be opened or used, in facts for the edge to word.
package enum DatabaseFault: Error, Sendable, Equatable {
    /// The address is not of a kind that this version knows.
    case unknownAddress
    /// The file or its folder cannot be written.
    case notWritable(path: String)
    /// The database was made by a newer version; the first migration that is not known here.
    case newerVersion(migration: String)
    /// The server cannot be reached now; libpq's words.
    case unreachable(reason: String)
    /// The connection broke while a commit was on its way: it may have happened or not. Asking again with the same key is safe.
    case outcomeUnknown
    /// The server is older than PostgreSQL 15; its own number, such as 140011.
    case olderServer(version: Int)
    /// The user named in the address may not do what was asked; the server's words.
    case missingRight(reason: String)
    /// Text in this database does not sort by its bytes, or is not UTF-8; the database's encoding and collation.
    case wrongTextOrder(encoding: String, collation: String)

    /// Whether the store is only out of reach for a while: nobody is at fault, and trying again later helps.
    package var isOutage: Bool {
        switch self {
        case .unreachable, .outcomeUnknown: true
        case .unknownAddress, .notWritable, .newerVersion, .olderServer, .missingRight, .wrongTextOrder: false
        }
    }
}

/// What a database tells of the way to its server while it is in use: each once, however many are waiting.
package enum ServerNews: Sendable, Equatable {
    /// The server does not answer any more; libpq's words.
    case lost(reason: String)
    case back
}
