@testable import Channels
import Domain
import Testing

struct ZaloThrottleTests {
    private let now = Instant(milliseconds: 1_790_000_040_000)

    @Test func nothingIsHeldBackBeforeThePlatformHasSaidAnything() async {
        #expect(await ZaloThrottle().wait(for: .background, at: now) == nil)
    }

    @Test func belowTheReserveAMessageWaitsForTheNextClockMinute() async {
        let throttle = ZaloThrottle()
        await throttle.note(limit: 100, left: 2, at: now)
        let wait = await throttle.wait(for: .message, at: now)
        #expect(wait.map { now.adding(seconds: $0).secondOfDay % 60 } == 1)
        #expect(await throttle.wait(for: .message, at: now.adding(seconds: 60)) == nil)
    }

    @Test func whatCanWaitLeavesRoomForMessages() async {
        let throttle = ZaloThrottle()
        await throttle.note(limit: 100, left: 20, at: now)
        #expect(await throttle.wait(for: .background, at: now) != nil)
        #expect(await throttle.wait(for: .message, at: now) == nil)
    }
}
