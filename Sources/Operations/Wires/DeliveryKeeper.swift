import Database
package import Domain
import Logging
import Storage
import Synchronization

/// Makes what came in durable before anything else is done with it: in the store, or, when that is too busy or away, in a folder that
/// is emptied into it later. Either way the same delivery is kept once.
package struct DeliveryKeeper: Sendable {
    let office: Office
    /// Deliveries that the store has been given and has not taken yet.
    private let late = Late()

    package init(office: Office) { self.office = office }

    /// Returns once the bytes are durable.
    /// - Parameter patience: milliseconds to wait for the store before the folder takes them.
    package func keep(_ bytes: [UInt8], key: String, on channel: Channel, patience: Int = Self.patience) async throws {
        let now = office.world.now()
        guard let spill = office.settings.spill else { return try await store(bytes, key: key, on: channel, at: now) }
        let delivery = SpilledDelivery(channel: channel, key: key, bytes: bytes, at: now)
        // A store that stands still is not given ever more to hold in memory.
        let attempt = ID<HookRecord>(at: now, chance: office.world.chance(10))
        if !late.enter() { return try await spill.write(delivery, attempt: attempt) }
        // The store goes on by itself when it is late: the key makes the second copy nothing.
        let storing = Task {
            defer { late.leave() }
            try await store(bytes, key: key, on: channel, at: now)
        }
        if await isDone(storing, within: patience) { return }
        do {
            try await spill.write(delivery, attempt: attempt)
        } catch {
            office.log.error("delivery could not be spilled", metadata: ["error": "\(error)"])
            try await storing.value
        }
    }

    /// Whether it has succeeded by then; false at once when it has failed.
    private func isDone(_ storing: Task<Void, any Error>, within milliseconds: Int) async -> Bool {
        let (verdicts, verdict) = AsyncStream.makeStream(of: Bool.self)
        Task {
            do {
                try await storing.value
                verdict.yield(true)
            } catch {
                verdict.yield(false)
            }
        }
        let alarm = Task {
            // A cancelled sleep: the store was faster.
            try? await Task.sleep(for: .milliseconds(milliseconds))
            verdict.yield(false)
        }
        defer { alarm.cancel() }
        return await verdicts.first { _ in true } ?? false
    }

    func store(_ bytes: [UInt8], key: String, on channel: Channel, at now: Instant) async throws {
        let id = ID<HookRecord>(at: now, chance: office.world.chance(10))
        let isNew = try await office.database.write { tx in
            try HookStore.insert(id: id, channel: channel, key: key, bytes: bytes, at: now, tx)
        }
        if isNew { await office.bell.ring() }
    }

    /// Milliseconds: a provider waits two seconds (brief zalo §2.4), its sender's next message waits behind this one.
    package static let patience = 25
}

/// How many deliveries a store that is late holds in memory.
private final class Late: Sendable {
    private let count = Mutex(0)
    private static let most = 256

    /// Whether there is room for one more.
    func enter() -> Bool {
        count.withLock { count in
            guard count < Self.most else { return false }
            count += 1
            return true
        }
    }

    func leave() { count.withLock { $0 -= 1 } }
}
