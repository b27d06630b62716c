/// The door to the store. Transactions are synchronous closures; async only here.
package struct Database: Sendable {
    private let engine: any Engine

    init(engine: any Engine) { self.engine = engine }

    /// Runs a body that may change things, whole or not at all; it is durable when this returns. Bodies that come at the same time may
    /// share one transaction of the engine, but never see or undo what another has left half done.
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.write(body)
    }

    /// Runs queries over one consistent state.
    package func read<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.read(body)
    }

    /// Puts what is pending in its place and closes the files.
    package func close() throws { try engine.close() }
}

/// What each engine does.
protocol Engine: Sendable {
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T
    func read<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T
    func close() throws
}

/// Why a database could not be opened, in facts for the edge to word.
package enum DatabaseFault: Error, Sendable, Equatable {
    /// The address is not of a kind that this version knows.
    case unknownAddress
    /// The file or its folder cannot be written.
    case notWritable(path: String)
    /// The database was made by a newer version; the first migration that is not known here.
    case newerVersion(migration: String)
}
