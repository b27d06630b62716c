@testable import Database
import Testing

/// Statements: literals are SQL, values are binds, statements nest.
@Suite struct SQLTests {
    @Test func aValueBecomesABindAndNeverText() {
        let name = "Robert'); DROP TABLE petition;--"
        let (text, binds) = ("SELECT * FROM petition WHERE title = \(name)" as SQL).rendered()
        #expect(text == "SELECT * FROM petition WHERE title = ?")
        #expect(binds == [.text(name)])
    }

    @Test func statementsNestWithTheirBindsInOrder() {
        let inner: SQL = "b = \(2) OR c = \("drei")"
        let (text, binds) = ("SELECT 1 WHERE a = \(1) AND (\(inner)) AND d = \(true)" as SQL).rendered()
        #expect(text == "SELECT 1 WHERE a = ? AND (b = ? OR c = ?) AND d = ?")
        #expect(binds == [.integer(1), .integer(2), .text("drei"), .integer(1)])
    }

    @Test func nothingBecomesNull() {
        let missing: String? = nil
        #expect(("SELECT \(missing)" as SQL).rendered().binds == [.null])
    }

    @Test func conditionsAreJoinedAndNoneAreTrue() {
        #expect(SQL.all(["a = \(1)", "b = \(2)"]).rendered().text == "a = ? AND b = ?")
        #expect(SQL.all([]).rendered().text == "1 = 1")
    }

    @Test func aListIsBoundAndAnEmptyOneMatchesNothing() async throws {
        #expect(SQL.list([1, 2, 3]).rendered().text == "(?, ?, ?)")
        let database = try Database.inMemory()
        let found = try await database.read { tx in
            (
                try tx.count("SELECT count(*) AS n FROM (SELECT 2 AS x) WHERE x IN \(SQL.list([1, 2]))"),
                try tx.count("SELECT count(*) AS n FROM (SELECT 2 AS x) WHERE x IN \(SQL.list([Int]()))")
            )
        }
        #expect(found == (1, 0))
    }
}
