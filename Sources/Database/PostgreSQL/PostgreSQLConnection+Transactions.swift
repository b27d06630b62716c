import CPostgres

/// How a transaction stands towards others.
enum PostgreSQLTransaction {
    /// Sees one state, changes nothing.
    case read
    /// Beside other writers, as if they came one after the other: verbs are written for one writer (SQLite's) and hold here
    /// unchanged. Who loses is undone and tried again.
    case write
    /// No other writer is at work; nothing can be lost to one.
    case alone
    /// Alone, and the only one that changes the schema, also when there is no schema yet.
    case schema
}

extension PostgreSQLConnection {
    /// Runs a transaction once. Throws what the body throws; `PostgreSQLError` when the server undid it;
    /// `DatabaseFault.outcomeUnknown` when the connection was lost while the commit was on its way.
    func transaction<T>(_ kind: PostgreSQLTransaction, _ body: (Transaction) throws -> T) throws -> T {
        refusal = nil
        let result: T
        do {
            try begin(kind)
            result = try body(Transaction(connection: self))
            // A body that went on after a refusal has done nothing since.
            if let refusal { throw refusal }
        } catch {
            rollBack()
            if let refusal, refusal.isConflict || refusal.isLoss || refusal.isStaleStatement { throw refusal }
            throw error
        }
        do {
            try commit()
        } catch let error as PostgreSQLError {
            if case .read = kind { return result }
            if error.isLoss { throw DatabaseFault.outcomeUnknown }
            throw error
        }
        return result
    }

    /// Writers hold the table `write_turn` together; one that wants to be alone holds it for itself. The lock is taken before the
    /// snapshot, so that who waited for it sees what the others have done.
    func begin(_ kind: PostgreSQLTransaction) throws {
        switch kind {
        case .read:
            try runText("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        case .write:
            if !hasWriteTurn { hasWriteTurn = try findsWriteTurn() }
            let turn = hasWriteTurn ? "; LOCK TABLE write_turn IN ROW SHARE MODE" : ""
            try runText("BEGIN ISOLATION LEVEL SERIALIZABLE" + turn)
        case .alone:
            let turn = hasWriteTurn ? "; LOCK TABLE write_turn IN EXCLUSIVE MODE" : ""
            try runText("BEGIN ISOLATION LEVEL READ COMMITTED" + turn)
        case .schema:
            try runText(
                """
                BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '10min';
                SELECT pg_advisory_xact_lock(\(Self.schemaLock)); CREATE TABLE IF NOT EXISTS write_turn ();
                LOCK TABLE write_turn IN EXCLUSIVE MODE
                """)
        }
    }

    func commit() throws {
        // The server answers the COMMIT of a transaction that it has given up with a ROLLBACK and no error.
        if PQtransactionStatus(handle) == PQTRANS_INERROR, let refusal { throw refusal }
        try runText("COMMIT")
    }

    func rollBack() {
        if PQtransactionStatus(handle) == PQTRANS_IDLE { return }
        PQclear(PQexec(handle, "ROLLBACK"))
    }

    /// The advisory lock around the steps of the schema: any number that others are unlikely to use ("donghanh" in ASCII).
    private static let schemaLock = 0x646F_6E67_6861_6E68
}
