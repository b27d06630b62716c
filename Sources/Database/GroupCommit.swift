import Synchronization

/// Lets writes that come at the same time share one transaction and one flush to the disk, on either engine. Whoever comes while a
/// group commits waits for the next; a lone write goes at once. Each body runs in a savepoint of its own, so that one's refusal
/// undoes only its own work, and nobody hears of success before COMMIT has returned. Bodies run in the order in which they came.
final class GroupCommit: Sendable {
    /// Calls `serve` on the one connection that writes, soon.
    private let callWriter: @Sendable (GroupCommit) -> Void
    private let line = Mutex(Line())

    /// Bodies in one transaction at most, and how long they may run before the group commits: nobody waits long for others.
    static let mostBodies = 128
    static let longestGroup = Duration.milliseconds(5)

    private struct Line {
        var waiting: [any PendingWrite] = []
        /// Whether somebody stands at the writer and takes what waits.
        var isServed = false
    }

    init(callWriter: @escaping @Sendable (GroupCommit) -> Void) { self.callWriter = callWriter }

    /// Runs a body in the next group; returns once that is durable. Throws what the body throws, or why the group was lost.
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let write = Write(body, continuation)
            let begins = line.withLock { line in
                line.waiting.append(write)
                defer { line.isServed = true }
                return !line.isServed
            }
            if begins { callWriter(self) }
        }
    }

    /// Does what waits until nothing does.
    func serve(_ connection: some GroupConnection) {
        while true {
            var group = next()[...]
            if group.isEmpty { return }
            while !group.isEmpty { group = group.dropFirst(commit(group, connection)) }
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
    private func commit(_ group: ArraySlice<any PendingWrite>, _ connection: some GroupConnection) -> Int {
        var attempts = 0
        while true {
            attempts += 1
            var ran = 0
            do {
                let start = ContinuousClock.now
                let transaction = try connection.begin(attempt: attempts)
                for write in group {
                    ran += 1
                    try run(write, in: transaction, alone: group.count == 1, connection)
                    if ContinuousClock.now - start > Self.longestGroup { break }
                }
                try connection.commit()
                for write in group.prefix(ran) { write.finish() }
                return ran
            } catch {
                // The whole transaction is lost with all that was done in it.
                connection.undo()
                guard let reason = connection.reasonToEnd(after: error, attempts: attempts) else { continue }
                // When it did not even begin, it would begin for none of them.
                if ran == 0 { ran = group.count }
                for write in group.prefix(ran) { write.finish(lostBy: reason) }
                return ran
            }
        }
    }

    /// Runs one body; throws only when the transaction around it is lost.
    private func run(_ write: any PendingWrite, in transaction: Transaction, alone: Bool, _ connection: some GroupConnection) throws {
        if !alone { try connection.beginPart() }
        guard let failure = write.run(transaction, refusal: { connection.refusal }) else { return }
        if alone || connection.losesAll(by: failure) {
            // What came of it is for the connection to say: it may be tried again, or lost for a reason of the engine's.
            write.forget()
            throw failure
        }
        try connection.undoPart()
    }
}

/// The one connection that writes, as a group uses it: all calls on one thread.
protocol GroupConnection {
    /// Begins the transaction of a group. Attempts count from 1.
    func begin(attempt: Int) throws -> Transaction
    /// Begins what may be undone without what was done before in the transaction.
    func beginPart() throws
    /// Undoes all since `beginPart`.
    func undoPart() throws
    /// What the engine refused since the transaction or the part began.
    var refusal: (any Error)? { get }
    /// Whether more is lost than the part in which a body failed.
    func losesAll(by error: any Error) -> Bool
    /// Returns when the transaction is durable.
    func commit() throws
    /// Undoes the transaction, whatever is left of it.
    func undo()
    /// What the writers of a lost group are told; `nil`: it is right to try again.
    func reasonToEnd(after error: any Error, attempts: Int) -> (any Error)?
}

/// A write that stands in line, whatever it returns.
private protocol PendingWrite: Sendable {
    /// Runs the body and keeps what came of it; the error that it threw.
    /// - Parameter refusal: what the engine refused the body, which may have gone on as if nothing were.
    func run(_ transaction: Transaction, refusal: () -> (any Error)?) -> (any Error)?
    /// Lets go of what came of the body.
    func forget()
    /// The group is durable: the caller gets what came of the body.
    func finish()
    /// The group is lost: the caller hears why, or what his own body threw.
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

    func run(_ transaction: Transaction, refusal: () -> (any Error)?) -> (any Error)? {
        let result = Result {
            let result = try body(transaction)
            if let refusal = refusal() { throw refusal }
            return result
        }
        outcome.withLock { $0 = result }
        guard case .failure(let error) = result else { return nil }
        return error
    }

    func forget() { outcome.withLock { $0 = nil } }

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
