@testable import Database
import TestSupport
import Testing

/// Statements: literals are SQL, values are binds, statements nest.
@Suite(.databases) struct SQLTests {
    @Test func aValueBecomesABindAndNeverText() {
        let name = "Robert'); DROP TABLE petition;--"
        let (text, binds) = ("SELECT * FROM petition WHERE title = \(name)" as SQL).rendered(for: .sqlite)
        #expect(text == "SELECT * FROM petition WHERE title = ?")
        #expect(binds.map(\.value) == [.text(name)])
    }

    @Test func eachEngineHasItsOwnMarks() {
        let statement: SQL = "SELECT 1 WHERE a = \(1) AND b = \("zwei")"
        #expect(statement.rendered(for: .sqlite).text == "SELECT 1 WHERE a = ? AND b = ?")
        #expect(statement.rendered(for: .postgresql).text == "SELECT 1 WHERE a = $1 AND b = $2")
    }

    @Test func statementsNestWithTheirBindsInOrder() {
        let inner: SQL = "b = \(2) OR c = \("drei")"
        let (text, binds) = ("SELECT 1 WHERE a = \(1) AND (\(inner)) AND d = \(true)" as SQL).rendered(for: .sqlite)
        #expect(text == "SELECT 1 WHERE a = ? AND (b = ? OR c = ?) AND d = ?")
        #expect(binds.map(\.value) == [.integer(1), .integer(2), .text("drei"), .integer(1)])
    }

    @Test func nothingBecomesNull() {
        let missing: String? = nil
        #expect(("SELECT \(missing)" as SQL).rendered(for: .sqlite).binds.map(\.value) == [.null])
    }

    @Test func conditionsAreJoinedAndNoneAreTrue() {
        #expect(SQL.all(["a = \(1)", "b = \(2)"]).rendered(for: .sqlite).text == "a = ? AND b = ?")
        #expect(SQL.all([]).rendered(for: .sqlite).text == "1 = 1")
    }

    @Test func partsAreJoinedWithTheirBindsInOrder() {
        let (text, binds) = SQL.joined(["a = \(1)", "b = \(2)", "c"], by: " OR ")?.rendered(for: .postgresql) ?? ("", [])
        #expect(text == "a = $1 OR b = $2 OR c")
        #expect(binds.map(\.value) == [.integer(1), .integer(2)])
        #expect(SQL.list(Array(1...3000)).rendered(for: .sqlite).binds.map(\.value) == (1...3000).map { .integer($0) })
    }

    @Test(arguments: TestSupport.Engine.available) func aListIsBoundAndAnEmptyOneMatchesNothing(on engine: TestSupport.Engine) async throws {
        #expect(SQL.list([1, 2, 3]).rendered(for: .sqlite).text == "(?, ?, ?)")
        let database = try await engine.database()
        let found = try await database.read { tx in
            (
                try tx.count("SELECT count(*) AS n FROM (SELECT 2 AS x) AS t WHERE x IN \(SQL.list([1, 2]))"),
                try tx.count("SELECT count(*) AS n FROM (SELECT 2 AS x) AS t WHERE x IN \(SQL.list([Int]()))")
            )
        }
        #expect(found == (1, 0))
    }
}
