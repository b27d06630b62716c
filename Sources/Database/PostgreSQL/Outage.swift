import Synchronization

/// While the server is away its sessions knock with growing pauses, together, and answer at once in between.
final class Outage: Sendable {
    private struct State {
        var failures = 0
        var fault: DatabaseFault?
        var next = ContinuousClock.now
    }

    private let state = Mutex(State())

    /// Throws the last fault when it is too early to knock again.
    func check() throws {
        try state.withLock { state in
            if let fault = state.fault, ContinuousClock.now < state.next { throw fault }
        }
    }

    func note(_ fault: DatabaseFault) {
        state.withLock { state in
            state.fault = fault
            state.next = .now + .milliseconds(min(50 << min(state.failures, 5), 1000))
            state.failures += 1
        }
    }

    func end() { state.withLock { $0 = State() } }
}
