import GRDB
import Synchronization

/// Lets writes that come at the same time share one transaction and one flush to the disk. Whoever comes while a group commits
/// waits for the next; a lone write goes at once. Each body runs in a savepoint of its own, so that one's refusal undoes only its
/// own work, and nobody hears of success before COMMIT has returned. Bodies run in the order in which they came.
final class GroupCommit: Sendable {
    private let writer: any DatabaseWriter
    private let line = Mutex(Line())

    /// Bodies in one transaction at most, and how long they may run before the group commits: nobody waits long for others.
    static let mostBodies = 128
    static let longestGroup = Duration.milliseconds(5)

    private struct Line {
        var waiting: [any PendingWrite] = []
        /// Whether somebody stands at the writer and takes what waits.
        var isServed = false
    }

    init(writer: any DatabaseWriter) { self.writer = writer }

    /// Runs a body in the next group; returns once that is durable. Throws what the body throws, or why the group was lost.
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(body, continuation)
            let begins = line.withLock { line in
                line.waiting.append(write)
                defer { line.isServed = true }
                return !line.isServed
            }
            if begins { writer.asyncWriteWithoutTransaction { self.serve($0) } }
        }
    }

    private func serve(_ database: GRDB.Database) {
        while true {
            var group = next()[...]
            if group.isEmpty { return }
            while !group.isEmpty { group = group.dropFirst(commit(group, database)) }
        }
    }

    /// Takes what waits; when nothing does, leaves the writer.
    private func next() -> [any PendingWrite] {
        line.withLock { line in
            if line.waiting.isEmpty { line.isServed = false }
            let group = Array(line.waiting.prefix(Self.mostBodies))
            line.waiting.removeFirst(group.count)
            return group
        }
    }

    /// Runs as many of the bodies as the time allows in one transaction, and tells each how it ended; how many those were.
    private func commit(_ group: ArraySlice<any PendingWrite>, _ database: GRDB.Database) -> Int {
        let start = ContinuousClock.now
        var ran = 0
        do {
            try database.beginTransaction(.immediate)
            for write in group {
                ran += 1
                try run(write, alone: group.count == 1, database)
                if ContinuousClock.now - start > Self.longestGroup { break }
            }
            try database.commit()
            for write in group.prefix(ran) { write.finish() }
        } catch {
            // The whole transaction is lost: the engine has undone it, or undoes it here.
            if database.isInsideTransaction { undo(database) }
            // When it did not even begin, it would begin for none of them.
            if ran == 0 { ran = group.count }
            for write in group.prefix(ran) { write.finish(lostBy: error) }
        }
        return ran
    }

    /// Runs one body; throws only when the transaction around it is lost with all that others did in it.
    private func run(_ write: any PendingWrite, alone: Bool, _ database: GRDB.Database) throws {
        let transaction = Transaction(connection: SQLiteConnection(database: database))
        if alone {
            if let failure = write.run(transaction) { throw failure }
            return
        }
        try database.cachedStatement(sql: "SAVEPOINT one_of_group").execute()
        if let failure = write.run(transaction) {
            // A full disk or a broken file ends the transaction by itself; there is nothing left to go on with.
            guard database.isInsideTransaction else { throw failure }
            try database.cachedStatement(sql: "ROLLBACK TO one_of_group").execute()
        }
        try database.cachedStatement(sql: "RELEASE one_of_group").execute()
    }

    private func undo(_ database: GRDB.Database) {
        // When even this fails the connection is broken; whoever waits hears the error that came first, and the next write its own.
        try? database.rollback()
    }
}

/// A write that stands in line, whatever it returns.
private protocol PendingWrite: Sendable {
    /// Runs the body and keeps what came of it; the error that it threw.
    func run(_ transaction: Transaction) -> (any Error)?
    /// The group is durable: the caller gets what came of the body.
    func finish()
    /// The group is lost: the caller hears why, or what the body itself threw.
    func finish(lostBy error: any Error)
}

private final class Write<T: Sendable>: PendingWrite {
    private let body: @Sendable (Transaction) throws -> T
    private let caller: CheckedContinuation<T, any Error>
    private let outcome = Mutex<Result<T, any Error>?>(nil)

    init(_ body: @escaping @Sendable (Transaction) throws -> T, _ caller: CheckedContinuation<T, any Error>) {
        self.body = body
        self.caller = caller
    }

    func run(_ transaction: Transaction) -> (any Error)? {
        let result = Result { try body(transaction) }
        outcome.withLock { $0 = result }
        guard case .failure(let error) = result else { return nil }
        return error
    }

    func finish() {
        caller.resume(with: outcome.withLock { $0 } ?? .failure(WriteNeverRan()))
    }

    func finish(lostBy error: any Error) {
        guard case .failure(let own)? = outcome.withLock({ $0 }) else { return caller.resume(throwing: error) }
        caller.resume(throwing: own)
    }
}

/// A write was answered before its body ran: a fault of the group commit itself.
private struct WriteNeverRan: Error {}
