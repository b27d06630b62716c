/// Wakes whoever waits for work. A ring while nobody waits is remembered, so that none is lost.
package actor Bell {
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var tickets = 0
    private var rung = false

    package init() {}

    package func ring() {
        if waiting.isEmpty {
            rung = true
            return
        }
        for continuation in waiting.values { continuation.resume() }
        waiting = [:]
    }

    /// Returns at the next ring, or when the task is cancelled.
    package func wait() async {
        if rung {
            rung = false
            return
        }
        tickets += 1
        let ticket = tickets
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled { continuation.resume() } else { waiting[ticket] = continuation }
            }
        } onCancel: {
            Task { await leave(ticket) }
        }
    }

    private func leave(_ ticket: Int) { waiting.removeValue(forKey: ticket)?.resume() }
}
