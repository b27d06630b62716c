import CPostgres

extension PostgreSQLConnection {
    /// Connects, waiting a few seconds at most. Throws `DatabaseFault`.
    static func open(_ address: String) throws -> PostgreSQLConnection {
        // What stands in the address overrides what stands before it.
        let settings: [(String, String)] = [
            ("application_name", "donghanh"), ("connect_timeout", "5"), ("target_session_attrs", "read-write"), ("keepalives_idle", "15"),
            ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "15000"), ("dbname", address),
            ("client_encoding", "UTF8"),
        ]
        guard let handle = withCStrings(settings.map(\.0), { keys in withCStrings(settings.map(\.1)) { PQconnectdbParams(keys, $0, 1) } })
        else { throw DatabaseFault.unreachable(reason: "out of memory") }
        // What is worth saying comes as an error too; libpq would write it to the program's standard error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        let connection = PostgreSQLConnection(handle)
        if connection.isLost {
            throw DatabaseFault.unreachable(reason: PQerrorMessage(handle).map { String(cString: $0).firstLine } ?? "")
        }
        do {
            try connection.runText(preparation)
            connection.hasWriteTurn = try connection.findsWriteTurn()
        } catch let error as PostgreSQLError {
            throw DatabaseFault.unreachable(reason: error.message)
        }
        return connection
    }

    /// A lock is waited for as long as SQLite's; a process that died in a transaction does not hold it for ever; and whatever the
    /// server's configuration says, a commit that was acknowledged is on its disk.
    private static let preparation = """
        SET client_min_messages = warning; SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'; SET jit = off;
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
        """

    func findsWriteTurn() throws -> Bool {
        try rows("SELECT 1 AS one WHERE to_regclass('write_turn') IS NOT NULL").isEmpty == false
    }

    /// Refuses a server that is too old, and a database whose text would sort otherwise than on SQLite. Throws `DatabaseFault`.
    func judgeServer() throws {
        let version = Int(PQserverVersion(handle))
        guard version >= 150_000 else { throw DatabaseFault.olderServer(version: version) }
        let row = try rows(
            """
            SELECT pg_encoding_to_char(encoding) AS encoding, datcollate AS collation, datlocprovider = 'i' AS is_icu
            FROM pg_catalog.pg_database WHERE datname = current_database()
            """
        ).first
        guard let row else { return }
        let (encoding, collation, isICU): (String, String, Bool) = (try row["encoding"], try row["collation"], try row["is_icu"])
        guard encoding == "UTF8", !isICU, ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(collation) else {
            throw DatabaseFault.wrongTextOrder(encoding: encoding, collation: isICU ? "ICU" : collation)
        }
    }

    /// Hands over the texts as a C array that ends with null.
    private static func withCStrings<T>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T) -> T {
        let bytes = texts.map { $0.utf8CString }
        let block = bytes.flatMap { $0 }
        return block.withUnsafeBufferPointer { block in
            var places: [UnsafePointer<CChar>?] = []
            var offset = 0
            for text in bytes {
                places.append(block.baseAddress?.advanced(by: offset))
                offset += text.count
            }
            places.append(nil)
            return places.withUnsafeBufferPointer { places in
                guard let base = places.baseAddress else { return withUnsafePointer(to: nil) { body($0) } }
                return body(base)
            }
        }
    }
}
