/// Wakes whoever waits for work. A ring while nobody waits is remembered, so that none is lost.
package actor Bell {
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var rung = false

    package func ring() {
        if waiting.isEmpty {
            rung = true
            return
        }
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    /// Returns at the next ring.
    package func wait() async {
        if rung {
            rung = false
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }
}
