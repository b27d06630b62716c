import Domain
import Testing

/// How long a sender may still be written to (brief zalo §3).
@Suite struct ReplyWindowTests {
    private static let said = Instant(milliseconds: 1_790_000_000_000)
    private let window = ReplyWindow(lastInteraction: said)

    private static let table: [(Int, ReplyWindow.Standing)] = [
        (0, .free), (172_799, .free), (172_800, .paid), (604_799, .paid), (604_800, .shut), (2_592_000, .shut),
    ]

    @Test(arguments: table)
    func itIsFreeThenPaidThenShut(seconds: Int, standing: ReplyWindow.Standing) {
        #expect(window.standing(at: Self.said.adding(seconds: seconds)) == standing)
    }

    @Test func itWarnsBeforeEachEndAndNotAfterTheLast() {
        #expect(!window.warns(at: Self.said.adding(hours: 39)))
        #expect(window.warns(at: Self.said.adding(hours: 41)))
        #expect(!window.warns(at: Self.said.adding(hours: 50)))
        #expect(window.warns(at: Self.said.adding(hours: 7 * 24 - 1)))
        #expect(!window.warns(at: Self.said.adding(hours: 7 * 24 + 1)))
    }
}
