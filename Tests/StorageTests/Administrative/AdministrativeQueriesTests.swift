import Database
import Domain
import Storage
import TestSupport
import Testing

/// The stored map answers as the map itself does.
@Suite(.databases) struct AdministrativeQueriesTests {
    private func stored(_ map: AdministrativeMap, on engine: Engine) async throws -> Database {
        let database = try await engine.migratedDatabase()
        try await database.write { try AdministrativeStore.apply(AdministrativeChange(from: [], [], to: map), $0) }
        return database
    }

    private func code(_ classification: AdministrativeClassification, _ digits: String) throws -> AdministrativeCode {
        try #require(AdministrativeCode(classification, digits))
    }

    @Test(arguments: Engine.available) func everyUnitHasTheFateAndTheOriginsOfTheMap(on engine: Engine) async throws {
        let map = try AdministrativeSamples.map()
        let database = try await stored(map, on: engine)
        for unit in map.units {
            let code = unit.code
            #expect(try await database.read { try AdministrativeQueries.unit(code, $0) } == unit)
            #expect(try await database.read { try AdministrativeQueries.fate(of: code, $0) } == map.fate(of: code), "\(unit.name)")
            #expect(try await database.read { try AdministrativeQueries.origins(of: code, $0) } == map.origins(of: code), "\(unit.name)")
            #expect(try await database.read { try AdministrativeQueries.children(of: code, $0) } == map.children(of: code))
            #expect(try await database.read { try AdministrativeQueries.meanings(of: code.digits, $0) } == map.meanings(of: code.digits))
        }
    }

    @Test(arguments: Engine.available) func aUnitThatIsNotThereIsNotFound(on engine: Engine) async throws {
        let code = try code(.twoTier, "99999")
        let database = try await stored(AdministrativeSamples.map(), on: engine)
        #expect(try await database.read { try AdministrativeQueries.unit(code, $0) } == nil)
        #expect(try await database.read { try AdministrativeQueries.fate(of: code, $0) } == .nothing)
    }

    @Test(
        arguments: Engine.available,
        [
            ("suoi", ["Xã Suối", "Xã Suối Lớn"]), ("xã Suối L", ["Xã Suối Lớn"]), ("LỚN", ["Xã Suối Lớn"]), ("doi", ["Phường Đồi", "Thị trấn Đồi", "Huyện Đồi"]),
            ("uoi", []), ("suoi xa", []), ("%", []), ("_", []), ("", []),
        ] as [(String, [String])]) func namesAreFoundByTheirWordsWithOrWithoutMarks(on engine: Engine, asked: (String, [String])) async throws {
        let found = try await stored(AdministrativeSamples.map(), on: engine).read { try AdministrativeQueries.find(asked.0, $0) }
        #expect(Set(found.map(\.name)) == Set(asked.1))
    }

    @Test(arguments: Engine.available) func aListGoesOnBehindItsLastUnit(on engine: Engine) async throws {
        let database = try await stored(AdministrativeSamples.map(), on: engine)
        let all = try await database.read { try AdministrativeQueries.find("doi", $0) }
        var pages: [AdministrativeUnit] = []
        while true {
            let last = pages.last
            let page = try await database.read { try AdministrativeQueries.find("doi", after: last, limit: 1, $0) }
            if page.isEmpty { break }
            pages += page
        }
        #expect(all.count == 3 && pages == all)
    }

    @Test(arguments: Engine.available) func aSearchMayStayInOneClassification(on engine: Engine) async throws {
        let found = try await stored(AdministrativeSamples.map(), on: engine).read { try AdministrativeQueries.find("doi", in: .twoTier, $0) }
        #expect(found.map(\.name) == ["Phường Đồi"])
    }

    @Test(arguments: Engine.available) func unitsAreCountedByKind(on engine: Engine) async throws {
        let counts = try await stored(AdministrativeSamples.map(), on: engine).read { try AdministrativeQueries.counts($0) }
        #expect(counts.map(\.count).reduce(0, +) == 7)
        #expect(counts.first?.classification == .threeTier && counts.first?.kind == .province)
    }
}
