import Database
import Dispatch
import Synchronization

/// Opens the writer's door only when all have come, so that those behind the first one form groups.
final class Gate: Sendable {
    private let left: Mutex<Int>
    private let door = DispatchSemaphore(value: 0)

    init(_ count: Int) { left = Mutex(count) }

    func arrive() {
        let last = left.withLock { left in
            left -= 1
            return left == 0
        }
        if last { door.signal() }
    }

    /// A body may run more than once: the door stays open behind the first.
    func hold() {
        door.wait()
        door.signal()
    }
}

extension Database {
    /// Runs a write that holds the writer until `count` others have come, and these.
    func behindOneAnother(_ count: Int, _ write: @escaping @Sendable (Int) async throws -> Void) async throws {
        let gate = Gate(count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            // It may share its transaction with others, and their end.
            group.addTask { _ = await succeeds { try await self.write { _ in gate.hold() } } }
            for number in 0..<count {
                group.addTask {
                    gate.arrive()
                    try await write(number)
                }
            }
            try await group.waitForAll()
        }
    }
}

/// Whether the work throws nothing.
func succeeds(_ work: () async throws -> Void) async -> Bool {
    do {
        try await work()
        return true
    } catch {
        return false
    }
}
