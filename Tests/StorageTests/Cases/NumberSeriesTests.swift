import Database
import Storage
import TestSupport
import Testing

/// Numbers without gaps, never twice.
@Suite(.databases) struct NumberSeriesTests {
    struct Stop: Error {}

    @Test(arguments: Engine.available) func manyAtOnceGetEachNumberOnce(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let database = office.database
        let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<200 { group.addTask { try await database.write { try NumberSeriesStore.next("BD-2026", $0) } } }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(numbers.sorted() == Array(1...200))
    }

    @Test(arguments: Engine.available) func aTransactionThatFailsUsesNoNumberUp(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        await #expect(throws: Stop.self) {
            try await office.database.write { tx in
                _ = try NumberSeriesStore.next("BD-2026", tx)
                throw Stop()
            }
        }
        #expect(try await office.database.write { try NumberSeriesStore.next("BD-2026", $0) } == 1)
    }

    @Test(arguments: Engine.available) func eachSeriesCountsForItself(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let numbers = try await office.database.write { tx in
            [try NumberSeriesStore.next("A", tx), try NumberSeriesStore.next("B", tx), try NumberSeriesStore.next("A", tx)]
        }
        #expect(numbers == [1, 1, 2])
    }
}
