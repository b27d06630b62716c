import Synchronization

/// PostgreSQL: one session that writes, in groups, and a bounded number of others, each with its connection and its thread. Sessions
/// are made when they are needed; who finds none waits his turn.
final class PostgreSQLEngine: Engine {
    private struct State {
        var idle: [PostgreSQLSession] = []
        var made = 0
        var waiting: [CheckedContinuation<PostgreSQLSession, Never>] = []
    }

    /// The session that writes, made when it is needed.
    private final class Writer: Sendable {
        private let address: String
        private let outage: Outage
        private let made = Mutex<PostgreSQLSession?>(nil)

        init(address: String, outage: Outage) {
            self.address = address
            self.outage = outage
        }

        var session: PostgreSQLSession {
            made.withLock { made in
                let session = made ?? PostgreSQLSession(address: address, outage: outage)
                made = session
                return session
            }
        }

        func letGo() { made.withLock { $0 = nil } }
    }

    private let address: String
    private let limit: Int
    private let outage: Outage
    private let state = Mutex(State())
    private let writer: Writer
    private let group: GroupCommit

    init(address: String, limit: Int, tell: @escaping @Sendable (ServerNews) -> Void) {
        self.address = address
        self.limit = limit
        let outage = Outage(tell: tell)
        self.outage = outage
        let writer = Writer(address: address, outage: outage)
        self.writer = writer
        group = GroupCommit { group in Task { await writer.session.serve(group) } }
    }

    /// Connects once. Throws `DatabaseFault`.
    func judgeServer() async throws {
        let session = await take()
        defer { giveBack(session) }
        try await session.judgeServer()
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T { try await group.write(body) }

    func read<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T { try await perform(.read, body) }

    func writeAlone<T: Sendable>(_ body: @Sendable (Transaction) throws -> T) async throws -> T { try await perform(.schema, body) }

    func writeAloneBlocking<T>(_ body: (Transaction) throws -> T) throws -> T {
        try PostgreSQLConnection.open(address).transaction(.schema, body)
    }

    /// Lets go of the connections; one that is at work ends its transaction first.
    func close() {
        state.withLock { $0.idle = [] }
        writer.letGo()
    }

    private func perform<T: Sendable>(_ kind: PostgreSQLTransaction, _ body: @Sendable (Transaction) throws -> T) async throws -> T {
        let session = await take()
        defer { giveBack(session) }
        return try await session.perform(kind, body)
    }

    /// The session that was used last, whose connection and caches are warm; a new one; or the next that is given back.
    private func take() async -> PostgreSQLSession {
        await withCheckedContinuation { continuation in
            let session = state.withLock { state -> PostgreSQLSession? in
                if let session = state.idle.popLast() { return session }
                if state.made < limit {
                    state.made += 1
                    return PostgreSQLSession(address: address, outage: outage)
                }
                state.waiting.append(continuation)
                return nil
            }
            if let session { continuation.resume(returning: session) }
        }
    }

    private func giveBack(_ session: PostgreSQLSession) {
        let next = state.withLock { state -> CheckedContinuation<PostgreSQLSession, Never>? in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.idle.append(session)
            return nil
        }
        next?.resume(returning: session)
    }
}

extension Database {
    /// Opens a database on a PostgreSQL server. Throws `DatabaseFault`.
    static func postgreSQL(_ address: String, tell: @escaping @Sendable (ServerNews) -> Void) async throws -> Database {
        let engine = PostgreSQLEngine(address: address, limit: 8, tell: tell)
        try await engine.judgeServer()
        return Database(engine: engine)
    }
}
