import Operations
import Testing

/// The bell that wakes the couriers.
@Suite(.timeLimit(.minutes(1))) struct BellTests {
    @Test func aRingWhileNobodyWaitsIsRemembered() async {
        let bell = Bell()
        await bell.ring()
        await bell.wait()
    }

    @Test func aRingWakesWhoeverWaits() async {
        let bell = Bell()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<3 { group.addTask { await bell.wait() } }
            group.addTask {
                for _ in 0..<3 {
                    await Task.yield()
                    await bell.ring()
                }
            }
            // Whoever came too late for the rings is woken here.
            for _ in 0..<4 {
                await group.next()
                await bell.ring()
            }
        }
    }

    @Test func whoeverIsCancelledWaitsNoLonger() async {
        let bell = Bell()
        let waiting = Task { await bell.wait() }
        await Task.yield()
        waiting.cancel()
        await waiting.value
    }
}
