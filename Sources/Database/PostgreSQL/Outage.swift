import Synchronization

/// While the server is away its sessions knock with growing pauses, together, and answer at once in between. That it went and that
/// it came back is told once.
final class Outage: Sendable {
    private struct State {
        var failures = 0
        var fault: DatabaseFault?
        var next = ContinuousClock.now
        /// A server that was never reached is the business of whoever opens the database.
        var wasReached = false
    }

    private let state = Mutex(State())
    private let tell: @Sendable (ServerNews) -> Void

    init(tell: @escaping @Sendable (ServerNews) -> Void) { self.tell = tell }

    /// Throws the last fault when it is too early to knock again.
    func check() throws {
        try state.withLock { state in
            if let fault = state.fault, ContinuousClock.now < state.next { throw fault }
        }
    }

    func note(_ fault: DatabaseFault) {
        let begins = state.withLock { state in
            state.fault = fault
            state.next = .now + .milliseconds(min(50 << min(state.failures, 5), 1000))
            state.failures += 1
            return state.failures == 1 && state.wasReached
        }
        if begins, case .unreachable(let reason) = fault { tell(.lost(reason: reason)) }
    }

    func end() {
        let ends = state.withLock { state in
            defer { state = State(wasReached: true) }
            return state.failures > 0 && state.wasReached
        }
        if ends { tell(.back) }
    }
}
