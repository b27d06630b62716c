import GRDB

/// The writer of a SQLite file, as a group of writes uses it.
final class SQLiteGroup: GroupConnection {
    private let database: GRDB.Database
    private var isInPart = false

    init(_ database: GRDB.Database) { self.database = database }

    func begin(attempt: Int) throws -> Transaction {
        isInPart = false
        try database.beginTransaction(.immediate)
        return Transaction(connection: SQLiteConnection(database: database))
    }

    func beginPart() throws {
        if isInPart { try database.cachedStatement(sql: "RELEASE one_of_group").execute() }
        try database.cachedStatement(sql: "SAVEPOINT one_of_group").execute()
        isInPart = true
    }

    func undoPart() throws { try database.cachedStatement(sql: "ROLLBACK TO one_of_group").execute() }

    /// A failed statement undoes itself; the body may go on.
    var refusal: (any Error)? { nil }

    /// A full disk or a broken file ends the transaction by itself.
    func losesAll(by error: any Error) -> Bool { !database.isInsideTransaction }

    func commit() throws { try database.commit() }

    func undo() {
        // When even this fails the connection is broken; whoever waits hears the error that came first, and the next write its own.
        if database.isInsideTransaction { try? database.rollback() }
    }

    /// There is no other writer to meet, and a broken file is not mended by trying.
    func reasonToEnd(after error: any Error, attempts: Int) -> (any Error)? { error }
}
