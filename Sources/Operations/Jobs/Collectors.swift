import Database
import Domain
import Logging
import ServiceLifecycle
import Storage

/// Asks the channels that do not call by themselves (mail) for what is new, every few seconds.
package struct Collectors: Service {
    let office: Office
    let wires: [any CollectingWire]
    let keeper: DeliveryKeeper
    /// Waits that many seconds; tests shorten it.
    let pause: @Sendable (Int) async -> Void

    package init(office: Office, wires: [any Wire], pause: @escaping @Sendable (Int) async -> Void) {
        self.office = office
        self.wires = wires.compactMap { $0 as? any CollectingWire }
        self.keeper = DeliveryKeeper(office: office)
        self.pause = pause
    }

    /// Works until the server drains; each channel in its own rhythm, so that a slow one delays no other.
    package func run() async {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for wire in wires {
                    group.addTask {
                        while !Task.isCancelled {
                            await collect(wire)
                            await pause(Self.rhythm)
                        }
                    }
                }
                // With no wire there is nothing to do but to live as long as the server.
                group.addTask { while !Task.isCancelled { await pause(3600) } }
                await group.waitForAll()
            }
        }
    }

    /// One round over one channel. A failure is a red light and is tried again.
    package func collect(_ wire: any CollectingWire) async {
        let channel = wire.channel
        do {
            try await wire.collect { bytes, key in _ = try await keeper.keep(bytes, key: key, on: channel, patience: Self.patience) }
            try await office.database.write { try ChannelHealthStore.noteCollected(channel, $0) }
        } catch let failure as CollectFailure {
            office.log.warning("collecting failed", metadata: ["channel": "\(channel)", "reason": "\(failure.reason)"])
            await noteFailure(channel, failure.reason)
        } catch {
            office.log.error("collecting failed", metadata: ["channel": "\(channel)", "error": "\(error)"])
        }
    }

    private func noteFailure(_ channel: Channel, _ reason: String) async {
        let now = office.world.now()
        do {
            try await office.database.write { try ChannelHealthStore.noteFailure(channel, .receiving, reason: reason, at: now, $0) }
        } catch {
            office.log.error("channel health not noted", metadata: ["channel": "\(channel)", "error": "\(error)"])
        }
    }

    /// Milliseconds that a collected message waits for the store: nobody waits for an answer, and the folder would hold it twice.
    static let patience = 30_000
    /// Seconds between two rounds.
    static let rhythm = 20
}
