import Domain
@testable import Operations
import Testing
import TestSupport

/// What a turn hands out.
@Suite struct TurnTests {
    private struct MakeIDs: Operation {
        static let permission = Permission.receive
        func perform(_ turn: Turn) throws -> [ID<Case>] { (0..<300).map { _ in turn.newID() } }
    }

    @Test func idsOfOneTurnSortAsTheyWereMadeAndNoneComesTwice() async throws {
        let test = try await TestOffice(on: .sqlite)
        let (one, other) = (try await test.office.perform(MakeIDs(), as: .sender), try await test.office.perform(MakeIDs(), as: .sender))
        #expect(one == one.sorted())
        #expect(Set(one + other).count == 600, "two turns of one millisecond do not meet")
    }
}
