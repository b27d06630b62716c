import Database
import Domain
import Logging
import ServiceLifecycle
import Storage

/// Makes the copies of pictures and papers that have come in, one at a time behind everything else.
package struct PictureCopies: Service {
    private let office: Office
    private let copier: PictureCopier?
    /// Waits that many seconds.
    private let pause: @Sendable (Int) async -> Void

    /// Seconds between two looks for new pictures.
    private static let rhythm = 3
    /// Seconds after which another process takes up what this one has claimed.
    private static let claim = 120

    /// - Parameter copier: `nil` where the system lacks the program: copies are made once it is there.
    package init(office: Office, copier: PictureCopier?, pause: @escaping @Sendable (Int) async -> Void) {
        self.office = office
        self.copier = copier
        self.pause = pause
    }

    /// Works until the server drains.
    package func run() async {
        if copier == nil { office.log.warning("vips is not installed: pictures are kept and cannot be looked at on the pages") }
        while !isDraining {
            await copyAll()
            await cancelWhenGracefulShutdown { await pause(Self.rhythm) }
        }
    }

    /// One by one until none is left. A fault is logged, and its picture is taken up again when the claim has run out.
    package func copyAll() async {
        guard let copier else { return }
        do {
            while !isDraining, try await copyOne(copier) {}
        } catch let fault as DatabaseFault where fault.isOutage {
            // The database has told that it is away, once.
            office.log.debug("copying of pictures waits for the database", metadata: ["error": "\(fault)"])
        } catch {
            office.log.error("a picture was not copied", metadata: ["error": "\(error)"])
        }
    }

    /// `false` when none waits.
    private func copyOne(_ copier: PictureCopier) async throws -> Bool {
        let now = office.world.now()
        let claimed = try await office.database.write { try FileCopyStore.claim(at: now, until: now.adding(seconds: Self.claim), $0) }
        guard let claimed else { return false }
        guard let bytes = try await office.read({ try AttachmentStore.bytes(of: claimed.hash, $0) }) else { return true }
        do {
            let copies = try await copier.copies(of: bytes, claimed.kind)
            try await office.database.write { try FileCopyStore.insert(copies, of: claimed.hash, $0) }
        } catch let failure as PictureCopier.Failure {
            try await office.database.write { try FileCopyStore.fail(claimed.hash, reason: failure.reason, $0) }
        }
        return true
    }

    private var isDraining: Bool { Task.isShuttingDownGracefully || Task.isCancelled }
}
