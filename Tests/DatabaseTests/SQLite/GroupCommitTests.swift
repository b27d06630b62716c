import Database
import Dispatch
import Synchronization
import Testing

@Suite struct GroupCommitTests {
    private struct No: Error, Equatable { var number: Int }

    /// Opens the writer's door only when all have come, so that those behind the first one form groups.
    private final class Gate: Sendable {
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

        func hold() { door.wait() }
    }

    /// Runs a write that holds the writer until `count` others have come, and these.
    private func behindOneAnother(_ store: FileDatabase, _ count: Int, _ write: @escaping @Sendable (Int) async throws -> Void) async throws {
        let gate = Gate(count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await store.database.write { _ in gate.hold() } }
            for number in 0..<count {
                group.addTask {
                    gate.arrive()
                    try await write(number)
                }
            }
            try await group.waitForAll()
        }
    }

    private func succeeds(_ work: () async throws -> Void) async -> Bool {
        do {
            try await work()
            return true
        } catch {
            return false
        }
    }

    @Test func aThousandWritesAtOnceAreAllThereAfterClosingAndOpening() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        try await behindOneAnother(store, 1000) { number in
            let own = try await store.add(number)
            #expect(own == number)
        }
        try store.database.close()
        let again = try Database.sqlite(path: store.path)
        let count = try await again.read { try $0.count("SELECT count(*) AS n FROM thing") }
        #expect(count == 1000)
        try again.close()
    }

    @Test func writesAtOnceShareCommits() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        let before = try store.commitsInLog()
        try await behindOneAnother(store, 1000) { _ = try await store.add($0) }
        #expect(try store.commitsInLog() - before < 200)
    }

    @Test func writesOneAfterAnotherAreEachCommitted() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        let before = try store.commitsInLog()
        for number in 0..<20 { _ = try await store.add(number) }
        #expect(try store.commitsInLog() - before == 20)
    }

    @Test func aRefusalUndoesOnlyItsOwnWork() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        try await behindOneAnother(store, 100) { number in
            let succeeded = await succeeds {
                try await store.database.write { tx in
                    try tx.run("INSERT INTO thing (number, word) VALUES (\(number), \("word \(number)"))")
                    if number.isMultiple(of: 3) { throw No(number: number) }
                }
            }
            #expect(succeeded == !number.isMultiple(of: 3))
        }
        #expect(try await store.numbers() == (0..<100).filter { !$0.isMultiple(of: 3) })
    }

    @Test func aBrokenConstraintUndoesOnlyItsOwnBody() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        _ = try await store.add(1000, word: "taken")
        try await behindOneAnother(store, 50) { number in
            let clashes = number.isMultiple(of: 10)
            let succeeded = await succeeds {
                try await store.database.write { tx in
                    try tx.run("INSERT INTO thing (number, word) VALUES (\(number), \("word \(number)"))")
                    if clashes { try tx.run("INSERT INTO thing (number, word) VALUES (\(2000 + number), 'taken')") }
                }
            }
            #expect(succeeded != clashes)
        }
        #expect(try await store.numbers() == (0..<50).filter { !$0.isMultiple(of: 10) } + [1000])
    }

    @Test func eachCallerGetsHisOwnResultAndHisOwnRefusal() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        try await behindOneAnother(store, 200) { number in
            if number.isMultiple(of: 2) {
                let own = try await store.add(number)
                #expect(own == number)
            } else {
                await #expect(throws: No(number: number)) { try await store.database.write { _ in throw No(number: number) } }
            }
        }
    }

    @Test func aBodySeesWhatThoseBeforeItHaveDone() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        try await behindOneAnother(store, 100) { _ in
            try await store.database.write { tx in
                let next = try tx.count("SELECT count(*) AS n FROM thing")
                try tx.run("INSERT INTO thing (number, word) VALUES (\(next), \("word \(next)"))")
            }
        }
        #expect(try await store.numbers() == Array(0..<100))
    }

    @Test func readersSeeNothingBeforeTheCommit() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        let gate = Gate(1)
        let writing = Task { try await store.database.write { tx in
            try tx.run("INSERT INTO thing (number, word) VALUES (1, 'one')")
            gate.hold()
        } }
        #expect(try await store.numbers().isEmpty)
        gate.arrive()
        try await writing.value
        #expect(try await store.numbers() == [1])
    }

    @Test func theWriterFlushesEachCommitToTheDisk() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        let (synchronous, journal): (Int?, String?) = try await store.database.write { tx in
            (try tx.first("PRAGMA synchronous") { try $0["synchronous"] }, try tx.first("PRAGMA journal_mode") { try $0["journal_mode"] })
        }
        #expect(synchronous == 2)
        #expect(journal == "wal")
    }

    @Test func aClosedDatabaseRefusesInsteadOfWaitingForever() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        try store.database.close()
        await #expect(throws: (any Error).self) { try await store.add(1) }
    }
}
