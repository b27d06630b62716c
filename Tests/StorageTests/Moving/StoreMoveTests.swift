import Database
import Domain
import Storage
import TestSupport
import Testing

/// Moving a store from one engine to the other and back.
@Suite(.databases) struct StoreMoveTests {
    /// An office in which something of everything has happened.
    private func lived(on engine: Engine) async throws -> TestOffice {
        let office = try await TestOffice(on: engine)
        _ = try await office.answered()
        _ = try await office.submit(files: [UploadedFile(name: "anh.png", bytes: Samples.png, recognised: .png)])
        try await office.zalo("Đường hỏng, \"chờ\" sửa", id: "m-1")
        office.clock.advance(hours: 1)
        try await office.zalo("Gần cầu Thủ Biên", id: "m-2")
        return office
    }

    private func digests(_ database: Database) async throws -> [TableDigest] { try await database.read { try TableDigest.all($0) } }

    @Test(arguments: Engine.available, Engine.available) func everythingArrivesAsItWas(from: Engine, to: Engine) async throws {
        let office = try await lived(on: from)
        let target = try await to.database()
        let moved = try await StoreMove.run(from: office.database, to: target)
        #expect(try await digests(office.database) == moved)
        #expect(try await digests(target) == moved)
        let rows = Dictionary(uniqueKeysWithValues: moved.map { ($0.table, $0.rows) })
        #expect(rows["petition"] == 3 && rows["content"] == 1 && rows["message"] == 4)
        var filter = CaseFilter()
        filter.words = "thu bien"
        let (asked, now) = (filter, office.clock.now)
        let found = try await target.read {
            try CaseQueries.list(asked, seenBy: .everything, at: now, soon: now, after: nil, limit: 50, $0)
        }
        #expect(found.count == 1)
    }

    @Test(arguments: Engine.available) func thereAndBackIsWhereItWas(over other: Engine) async throws {
        let office = try await lived(on: .sqlite)
        let there = try await other.database()
        let back = try await Engine.sqlite.database()
        let first = try await StoreMove.run(from: office.database, to: there)
        #expect(try await StoreMove.run(from: there, to: back) == first)
    }

    @Test(arguments: Engine.available) func aTargetThatHoldsSomethingIsRefusedAndLeftAlone(on engine: Engine) async throws {
        let office = try await lived(on: .sqlite)
        let other = try await TestOffice(on: engine)
        let before = try await digests(other.database)
        await #expect(throws: StoreMoveFault.targetNotEmpty(table: "unit")) {
            try await StoreMove.run(from: office.database, to: other.database)
        }
        #expect(try await digests(other.database) == before)
    }

    @Test(arguments: Engine.available) func anEmptySourceIsRefused(on engine: Engine) async throws {
        let source = try await engine.database()
        let target = try await engine.database()
        await #expect(throws: StoreMoveFault.sourceOutdated) { try await StoreMove.run(from: source, to: target) }
    }

    @Test(arguments: Engine.available) func aChangedValueChangesTheDigest(on engine: Engine) async throws {
        let office = try await lived(on: engine)
        let before = try await digests(office.database)
        _ = try await office.database.write { try $0.run("UPDATE petition SET title = 'khác' WHERE is_open = 1") }
        let after = try await digests(office.database)
        let different = zip(before, after).filter { $0 != $1 }.map(\.0.table)
        #expect(different == ["petition"])
    }

    @Test(arguments: Engine.available) func noTableOfTheSchemaIsLeftBehind(on engine: Engine) async throws {
        let database = try await engine.migratedDatabase()
        let query: SQL =
            switch engine {
            case .sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_words%'"
            case .postgresql: "SELECT CAST(tablename AS text) AS name FROM pg_tables WHERE schemaname = current_schema()"
            }
        let tables = try await database.read { try $0.all(query) { row -> String in try row["name"] } }
        let moved = Set(try await digests(database).map(\.table))
        #expect(Set(tables).subtracting(["schema_migration", "write_turn"]) == moved)
    }
}
