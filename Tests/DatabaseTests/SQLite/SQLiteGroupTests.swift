import Database
import Synchronization
import Testing

@Suite struct SQLiteGroupTests {
    private struct No: Error, Equatable { var number: Int }

    @Test func aThousandWritesAtOnceAreAllThereAfterClosingAndOpening() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        try await store.database.behindOneAnother(1000) { number in
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
        try await store.database.behindOneAnother(1000) { _ = try await store.add($0) }
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
        try await store.database.behindOneAnother(100) { number in
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
        try await store.database.behindOneAnother(50) { number in
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
        try await store.database.behindOneAnother(200) { number in
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
        try await store.database.behindOneAnother(100) { _ in
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

    @Test func aFullDiskIsToldToEveryoneWhoseWorkIsNotThere() async throws {
        let store = try await FileDatabase()
        defer { store.remove() }
        let pages = try await store.database.read { try $0.first("PRAGMA page_count") { try $0["page_count"] } ?? 0 }
        _ = try await store.database.write { try $0.row("PRAGMA max_page_count = \(SQL(trusted: "\(pages + 40)"))") }
        let acknowledged = Mutex<Set<Int>>([])
        try await store.database.behindOneAnother(100) { number in
            let word = String(repeating: "đầy ", count: 500) + "\(number)"
            if await succeeds({ _ = try await store.add(number, word: word) }) { _ = acknowledged.withLock { $0.insert(number) } }
        }
        let there = Set(try await store.numbers())
        #expect(there == acknowledged.withLock { $0 })
        #expect(!there.isEmpty && there.count < 100)
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
