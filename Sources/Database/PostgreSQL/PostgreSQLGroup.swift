import CPostgres

/// The session that writes, as a group of writes uses it. One connection for all writes of this program: they cannot conflict with
/// each other, which on their own connections all but one of those that number a case at the same time would do.
final class PostgreSQLGroup: GroupConnection {
    private let connect: () throws -> PostgreSQLConnection
    private let drop: () -> Void
    private var connection: PostgreSQLConnection?
    private var isInPart = false
    private var isAlone = false

    /// - Parameters:
    ///   - connect: the connection of the session, opened again where it was dropped.
    ///   - drop: lets go of it.
    init(connect: @escaping () throws -> PostgreSQLConnection, drop: @escaping () -> Void) {
        self.connect = connect
        self.drop = drop
    }

    /// From the second attempt on no other process writes meanwhile.
    func begin(attempt: Int) throws -> Transaction {
        let connection = try connect()
        self.connection = connection
        (isInPart, isAlone) = (false, attempt > 1)
        connection.refusal = nil
        try connection.begin(isAlone ? .alone : .write)
        return Transaction(connection: connection)
    }

    func beginPart() throws {
        connection?.refusal = nil
        try connection?.runText(isInPart ? "RELEASE one_of_group; SAVEPOINT one_of_group" : "SAVEPOINT one_of_group")
        isInPart = true
    }

    func undoPart() throws {
        connection?.refusal = nil
        try connection?.runText("ROLLBACK TO one_of_group")
    }

    var refusal: (any Error)? { connection?.refusal }

    /// A row that somebody else has just made calls for another look at everything; when nobody else writes, it was there before
    /// and is the body's own affair.
    func losesAll(by error: any Error) -> Bool {
        guard let refusal = connection?.refusal else { return connection?.isLost ?? true }
        return refusal.isLoss || refusal.isStaleStatement || refusal.isMissingRight || (refusal.isConflict && !(isAlone && refusal.isTakenKey))
    }

    func commit() throws {
        guard let connection else { return }
        do {
            try connection.commit()
        } catch let error as PostgreSQLError where error.isLoss {
            throw DatabaseFault.outcomeUnknown
        }
    }

    func undo() {
        connection?.rollBack()
        if connection?.isLost == true { drop() }
    }

    func reasonToEnd(after error: any Error, attempts: Int) -> (any Error)? {
        // What the server refused counts, whatever the body made of it; but a commit whose outcome is unknown is not tried again.
        let refusal = error is DatabaseFault ? nil : connection?.refusal ?? (error as? PostgreSQLError)
        guard let refusal else { return error }
        if refusal.isLoss || refusal.isStaleStatement {
            drop()
            return attempts > 1 ? DatabaseFault.unreachable(reason: refusal.message) : nil
        }
        if refusal.isMissingRight { return DatabaseFault.missingRight(reason: refusal.message) }
        return refusal.isConflict && attempts < PostgreSQLSession.mostAttempts ? nil : error
    }
}
