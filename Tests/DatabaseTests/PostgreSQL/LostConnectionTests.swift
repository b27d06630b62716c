import Database
import Synchronization
import TestSupport
import Testing

/// A server that goes away and comes back.
@Suite(.databases, .enabled(if: Engine.available.contains(.postgresql))) struct LostConnectionTests {
    private func shelf() async throws -> Database {
        let database = try await Engine.postgresql.database()
        _ = try await Migrator([Migration("1", ["CREATE TABLE shelf (name TEXT)"])]).migrate(database)
        return database
    }

    @Test func aConnectionThatWasLostInBetweenIsOpenedAgain() async throws {
        let database = try await shelf()
        try await PostgreSQLCluster.breakConnections(to: database)
        #expect(try await database.read { try $0.count("SELECT count(*) AS n FROM shelf") } == 0)
        try await PostgreSQLCluster.breakConnections(to: database)
        #expect(try await database.write { try $0.run("INSERT INTO shelf VALUES ('a')") } == 1)
        #expect(try await database.read { try $0.count("SELECT count(*) AS n FROM shelf") } == 1)
    }

    @Test func whatWasBegunOnALostConnectionIsDoneOnce() async throws {
        let database = try await shelf()
        let tries = Atomic(0)
        _ = try await database.write { tx in
            try tx.run("INSERT INTO shelf VALUES ('a')")
            if tries.add(1, ordering: .relaxed).newValue == 1 { try tx.run("SELECT pg_terminate_backend(pg_backend_pid())") }
        }
        #expect(tries.load(ordering: .relaxed) == 2)
        #expect(try await database.read { try $0.count("SELECT count(*) AS n FROM shelf") } == 1)
    }

    @Test func aServerThatStaysAwayIsAnErrorAndNotAWait() async throws {
        let database = try await shelf()
        await #expect(throws: DatabaseFault.self) {
            try await database.write { tx in _ = try tx.run("SELECT pg_terminate_backend(pg_backend_pid())") }
        }
        #expect(try await database.write { try $0.run("INSERT INTO shelf VALUES ('a')") } == 1, "and the next one finds it again")
    }

    @Test func thatTheServerWentAndCameBackIsToldOnce() async throws {
        let news = Mutex<[ServerNews]>([])
        let database = try await Database.open(try Engine.postgreSQLAddress()) { told in news.withLock { $0.append(told) } }
        try await PostgreSQLCluster.withoutServer(of: database) {
            for _ in 0..<20 {
                let fault = await #expect(throws: DatabaseFault.self) { try await database.read { try $0.count("SELECT 1 AS n") } }
                #expect(fault?.isOutage == true)
            }
        }
        try await PostgreSQLCluster.back(database)
        #expect(try await database.read { try $0.count("SELECT 1 AS n") } == 1)
        let told = news.withLock { $0 }
        #expect(told.count == 2 && told.last == .back, "\(told)")
        guard case .lost(let reason)? = told.first else { return }
        #expect(!reason.isEmpty)
    }

    @Test func aConnectionThatIsOpenedAgainAtOnceIsNoNews() async throws {
        let news = Mutex<[ServerNews]>([])
        let database = try await Database.open(try Engine.postgreSQLAddress()) { told in news.withLock { $0.append(told) } }
        try await PostgreSQLCluster.breakConnections(to: database)
        #expect(try await database.read { try $0.count("SELECT 1 AS n") } == 1)
        #expect(news.withLock { $0 }.isEmpty)
    }

    @Test func aBodyThatSwallowsARefusalDoesNotPassForDone() async throws {
        let database = try await shelf()
        await #expect(throws: (any Error).self) {
            try await database.write { tx in
                try tx.run("INSERT INTO shelf VALUES ('a')")
                // What a careless verb might do.
                _ = try? tx.run("INSERT INTO nowhere VALUES ('a')")
            }
        }
        #expect(try await database.read { try $0.count("SELECT count(*) AS n FROM shelf") } == 0)
    }
}
