import Database
import Logging
import ServiceLifecycle
import Storage

/// Notes what new cases are known by, and at the first start of this version the older ones too: in bites, behind everything else, so
/// that neither a sender nor an officer waits for it.
package struct LikenessFiller: Service {
    let office: Office
    /// Waits that many seconds.
    let pause: @Sendable (Int) async -> Void

    /// Seconds between two looks for new cases: a draft is written hours after its case came in.
    static let rhythm = 15
    /// Cases in one transaction: about as long as one page takes.
    package static let bite = 25

    package init(office: Office, pause: @escaping @Sendable (Int) async -> Void) {
        self.office = office
        self.pause = pause
    }

    /// Works until the server drains.
    package func run() async {
        while !isDraining {
            await fillAll()
            await cancelWhenGracefulShutdown { await pause(Self.rhythm) }
        }
    }

    /// Bite by bite until none is left. A fault is logged; the next look goes on where this one stopped.
    package func fillAll() async {
        do {
            while !isDraining, try await office.database.write({ try LikenessStore.fill(limit: Self.bite, $0) }) == Self.bite {}
        } catch let fault as DatabaseFault where fault.isOutage {
            // The database has told that it is away, once.
            office.log.debug("noting of likeness waits for the database", metadata: ["error": "\(fault)"])
        } catch {
            office.log.error("likeness was not noted", metadata: ["error": "\(error)"])
        }
    }

    private var isDraining: Bool { Task.isShuttingDownGracefully || Task.isCancelled }
}
