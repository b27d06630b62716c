import GRDB

/// SQLite in WAL mode: one writer, several readers, each commit on the disk before it is acknowledged.
struct SQLiteEngine: Engine {
    let writer: any DatabaseWriter
    private let group: GroupCommit

    init(writer: any DatabaseWriter) {
        self.writer = writer
        group = GroupCommit { group in writer.asyncWriteWithoutTransaction { group.serve(SQLiteGroup($0)) } }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T { try await group.write(body) }

    func read<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T {
        try await withoutActuallyEscaping(body) { body in
            try await writer.read { try body(Transaction(connection: SQLiteConnection(database: $0))) }
        }
    }

    func writeAlone<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T {
        try await withoutActuallyEscaping(body) { body in
            try await writer.write { try body(Transaction(connection: SQLiteConnection(database: $0))) }
        }
    }

    func writeAloneBlocking<T>(_ body: (Transaction) throws -> T) throws -> T {
        try writer.write { try body(Transaction(connection: SQLiteConnection(database: $0))) }
    }

    func close() throws {
        do {
            // Readers, which are closed last, may not move the log into the file; a copy of the file alone should be whole.
            try writer.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
            // Another process is reading: it, or the next start, finds everything in the log.
        }
        try writer.close()
    }
}

extension Database {
    /// Opens a database file, making it and its folder's file when missing. Throws `DatabaseFault.notWritable`.
    package static func sqlite(path: String) throws -> Database {
        var configuration = settings
        configuration.maximumReaderCount = 6
        let pool: DatabasePool
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY {
            throw DatabaseFault.notWritable(path: path)
        }
        // The pool resets this to NORMAL when it turns WAL on; an acknowledged petition must outlive the power (stack, pitfall 2).
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return Database(engine: SQLiteEngine(writer: pool))
    }

    /// A database that lives in memory: for tests.
    package static func inMemory() throws -> Database {
        Database(engine: SQLiteEngine(writer: try DatabaseQueue(configuration: settings)))
    }

    private static var settings: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000") }
        return configuration
    }
}
