import NIOPosix

/// One place in the pool: a connection and the thread that it blocks. A lost connection is opened again at the next transaction.
actor PostgreSQLSession {
    private let address: String
    private let outage: Outage
    private let thread = SessionThread()
    private var connection: PostgreSQLConnection?

    init(address: String, outage: Outage) {
        self.address = address
        self.outage = outage
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Connects and judges the server. Throws `DatabaseFault`.
    func judgeServer() throws { try connected().judgeServer() }

    /// Does the writes that wait.
    func serve(_ group: GroupCommit) {
        group.serve(PostgreSQLGroup(connect: { try self.connected() }, drop: { self.connection = nil }))
    }

    /// Runs a transaction until it holds: a conflict is tried again; a connection that was lost before the commit was sent is
    /// opened again, once.
    func perform<T: Sendable>(_ kind: PostgreSQLTransaction, _ body: @Sendable (Transaction) throws -> T) throws -> T {
        var attempts = 0
        while true {
            attempts += 1
            let connection = try connected()
            do {
                return try connection.transaction(kind, body)
            } catch let error as PostgreSQLError where error.isLoss || error.isStaleStatement {
                self.connection = nil
                if attempts > 1 { throw DatabaseFault.unreachable(reason: error.message) }
            } catch let error as PostgreSQLError where error.isConflict && attempts < Self.mostAttempts {
                continue
            } catch let error as PostgreSQLError where error.isMissingRight {
                throw DatabaseFault.missingRight(reason: error.message)
            } catch {
                if connection.isLost { self.connection = nil }
                throw error
            }
        }
    }

    private func connected() throws -> PostgreSQLConnection {
        if let connection { return connection }
        try outage.check()
        do {
            let opened = try PostgreSQLConnection.open(address)
            outage.end()
            connection = opened
            return opened
        } catch let fault as DatabaseFault {
            outage.note(fault)
            throw fault
        }
    }

    /// Tries of a transaction that meets others; from the second on it is alone, so a third is needed only when something outside
    /// this program writes too.
    static let mostAttempts = 4
}

/// The thread on which a session blocks.
final class SessionThread: SerialExecutor {
    private let pool = NIOThreadPool(numberOfThreads: 1)

    init() { pool.start() }

    deinit { pool.shutdownGracefully { _ in } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pool.submit { [executor = asUnownedSerialExecutor()] _ in job.runSynchronously(on: executor) }
    }
}
