import Database
import Documents
import Domain
import ServiceLifecycle
import Logging
import NIOPosix
import Storage

/// Does what is left after a commit: reads hook deliveries, fetches files, delivers the outbox. All of it at least once, from
/// rows that stand in the database, so that a killed server goes on where it was.
package struct Couriers: Service {
    let office: Office
    let wires: [Channel: any Wire]
    /// Waits that many seconds; tests shorten it.
    let pause: @Sendable (Int) async -> Void

    package init(office: Office, wires: [any Wire], pause: @escaping @Sendable (Int) async -> Void) {
        self.office = office
        self.wires = Dictionary(wires.map { ($0.channel, $0) }, uniquingKeysWith: { first, _ in first })
        self.pause = pause
    }

    /// Works until the server drains: at each ring of the bell, and every few seconds for what has become due. Reading, fetching and
    /// the outbox of each channel go on by themselves, so that a dead provider holds up nothing but its own letters.
    package func run() async {
        let works = works
        let bells = works.map { _ in Bell() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await ringEveryFewSeconds() }
            group.addTask { await passOn(to: bells) }
            for (work, bell) in zip(works, bells) { group.addTask { await repeating(work, at: bell) } }
            await group.waitForAll()
        }
    }

    /// What goes on beside each other.
    private var works: [@Sendable () async throws -> Void] {
        var works: [@Sendable () async throws -> Void] = [
            { try await emptySpill() }, { try await readDeliveries() }, { try await fetchFiles() },
        ]
        for channel in wires.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            works.append { try await deliverOutbox(of: channel) }
        }
        return works
    }

    private func ringEveryFewSeconds() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await pause(Self.rhythm)
                await office.bell.ring()
            }
        }
        await office.bell.ring()
    }

    private func passOn(to bells: [Bell]) async {
        repeat {
            for bell in bells { await bell.ring() }
            await office.bell.wait()
        } while !isDraining
        for bell in bells { await bell.ring() }
    }

    /// A drain does not cancel what is under way: a message that was delivered is also noted as delivered.
    private func repeating(_ work: @escaping @Sendable () async throws -> Void, at bell: Bell) async {
        while !isDraining {
            await bell.wait()
            if !isDraining { await goingOn(work) }
        }
    }

    var isDraining: Bool { Task.isShuttingDownGracefully || Task.isCancelled }

    /// One round over everything that waits. A fault is logged and the rest goes on; the row is tried again in the next round.
    package func workOnce() async {
        for work in works { await goingOn(work) }
    }

    /// Does one thing; its fault holds nothing else up.
    func goingOn(_ work: () async throws -> Void) async {
        do {
            try await work()
        } catch let fault as DatabaseFault where fault.isOutage {
            // The database has told that it is away, once; the next round finds everything as it is.
            office.log.debug("background work waits for the database", metadata: ["error": "\(fault)"])
        } catch {
            office.log.error("background work failed", metadata: ["error": "\(error)"])
        }
    }

    /// Seconds between two rounds when nobody rings.
    static let rhythm = 5
    /// Rows in one bite.
    static let bite = 50
}

extension Couriers {
    /// What was put aside while the store was busy or away takes its place in it.
    func emptySpill() async throws {
        guard let spill = office.settings.spill else { return }
        let keeper = DeliveryKeeper(office: office)
        for name in try await spill.waiting() where !isDraining {
            await goingOn {
                guard let delivery = try await spill.read(name) else {
                    // A broken disk; the bytes stay for whoever mends it, and are not tried each round.
                    office.log.critical("a delivery put aside is damaged and kept under another name", metadata: ["file": "\(name)"])
                    return try await spill.setAside(name)
                }
                try await keeper.store(delivery.bytes, key: delivery.key, on: delivery.channel, at: delivery.at)
                try await spill.remove(name)
            }
        }
    }

    /// Reads what came in over hooks. Each delivery is one transaction: all of its messages or none. What came on a channel that is
    /// switched off now waits until it is switched on again, and the page of channels says so.
    func readDeliveries() async throws {
        let channels = wires.keys.sorted { $0.rawValue < $1.rawValue }
        if channels.isEmpty { return }
        var last: ID<HookRecord>?
        while true {
            let waiting = try await office.read { [last] in try HookStore.waiting(on: channels, after: last, limit: Self.bite, $0) }
            for id in waiting where !isDraining { await goingOn { try await read(id) } }
            guard !isDraining, let end = waiting.last else { return }
            last = end
        }
    }

    private func read(_ id: ID<HookRecord>) async throws {
        guard let record = try await office.read({ try HookStore.load(id, $0) }), let wire = wires[record.channel] else { return }
        do {
            // A mail of 25 MB takes its time, which must not sit on the shared pool.
            let inbound = try await NIOThreadPool.singleton.runIfActive { try wire.read(record.bytes) }
            try await office.perform(ReadDelivery(record: record.id, inbound: inbound), as: .sender)
        } catch let error as UnreadableDelivery {
            office.log.warning("hook delivery cannot be read", metadata: ["delivery": "\(record.id)", "reason": "\(error.reason)"])
            try await office.database.write { try HookStore.markUnreadable(record.id, reason: error.reason, $0) }
        } catch let refusal as Refusal {
            office.log.warning("hook delivery refused", metadata: ["delivery": "\(record.id)", "refusal": "\(refusal)"])
            try await office.database.write { try HookStore.markUnreadable(record.id, reason: "Không hợp lệ.", $0) }
        }
    }

    /// Fetches the files that still lie with their provider.
    func fetchFiles() async throws {
        let now = office.world.now()
        let end = now.adding(seconds: Claim.length)
        let pending = try await office.database.write { try AttachmentStore.claim(at: now, until: end, limit: Self.bite, $0) }
        for file in pending where !isDraining {
            // What is passed over here comes back when its claim has run out.
            guard let wire = wires[file.channel], Claim.leavesTime(end, at: office.world.now()) else { continue }
            await goingOn {
                do {
                    let bytes = try await wire.fetch(file.file, limit: FileLimits.wire.file)
                    // Reading a film through takes its time, which must not sit on the shared pool, nor on the only writer.
                    let new = try await NIOThreadPool.singleton.runIfActive { NewContent(bytes) }
                    try await office.database.write { try file.keep(new, $0) }
                } catch {
                    try await postpone(file, error)
                }
            }
        }
    }

    private func postpone(_ file: PendingFile, _ error: any Error) async throws {
        let (reason, isFinal) =
            switch error as? FetchFailure {
            case .tooLarge: (FileWords.reason(.file(FileLimits.wire.file)), true)
            case .refusedAddress: ("Địa chỉ tệp không thuộc nhà cung cấp.", true)
            case .failed(let why): (why, false)
            case nil: ("\(type(of: error))", false)
            }
        let next = isFinal || file.attempts >= Backoff.mostAttempts ? nil : office.world.now().adding(seconds: Backoff.seconds(file.attempts))
        try await office.database.write { try AttachmentStore.postpone(file.id, until: next, reason: reason, $0) }
    }
}

/// How long a process keeps what it has claimed to itself. When it dies, the others wait this long before they take it up.
enum Claim {
    /// Seconds.
    static let length = 120
    /// Seconds within which one delivery or one file is done, or has failed.
    static let longestTry = 60

    /// Whether one more try ends before the claim does.
    static func leavesTime(_ end: Instant, at now: Instant) -> Bool { now.adding(seconds: longestTry) <= end }
}

/// How long to wait before trying again.
enum Backoff {
    /// Tries after which a thing is given up and shown to a person: after about two days.
    static let mostAttempts = 19

    /// Seconds: 5, 10, 20 … at most six hours.
    static func seconds(_ attempts: Int) -> Int { min(5 << min(attempts, 13), 6 * 3600) }
}
