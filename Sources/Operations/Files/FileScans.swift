import Database
import Domain
import Logging
import ServiceLifecycle
import Storage

/// Has every file looked at by the scanner that the operator has set up, those of before too. While it is away files wait, a red light
/// says so, and work on cases goes on.
package struct FileScans: Service {
    private let office: Office
    private let scanner: any FileScanner
    /// Waits that many seconds.
    private let pause: @Sendable (Int) async -> Void

    /// Seconds between two looks for new files.
    private static let rhythm = 5
    /// Seconds after which another process takes up what this one has claimed; longer than the scanner may take.
    private static let claim = 180

    package init(office: Office, scanner: any FileScanner, pause: @escaping @Sendable (Int) async -> Void) {
        self.office = office
        self.scanner = scanner
        self.pause = pause
    }

    /// Works until the server drains.
    package func run() async {
        while !isDraining {
            await scanAll()
            await cancelWhenGracefulShutdown { await pause(Self.rhythm) }
        }
    }

    /// One by one until none is due or the scanner is away. A fault is logged; the next look goes on.
    package func scanAll() async {
        do {
            try await greet()
            while !isDraining, try await scanOne() {}
        } catch let failure as ScanFailure {
            office.log.debug("the scanner of files does not answer", metadata: ["reason": "\(failure)"])
        } catch let fault as DatabaseFault where fault.isOutage {
            // The database has told that it is away, once.
            office.log.debug("scanning of files waits for the database", metadata: ["error": "\(fault)"])
        } catch {
            office.log.error("files were not scanned", metadata: ["error": "\(error)"])
        }
    }

    /// The light changes with the answer, and is written only when it does.
    private func greet() async throws {
        do {
            try await scanner.greet()
        } catch {
            try await noteAway(error)
            throw error
        }
        let known = try await office.read { try ScannerHealth.load($0) }
        if known.failedAt != nil || known.answeredAt == nil {
            let now = office.world.now()
            try await office.database.write { try ScannerHealth.noteAnswer(at: now, $0) }
            office.log.notice("the scanner of files answers")
        }
    }

    private func noteAway(_ failure: ScanFailure) async throws {
        let reason = switch failure { case .away(let why), .refused(let why): why }
        let known = try await office.read { try ScannerHealth.load($0) }
        guard known.failedAt == nil || known.reason != reason else { return }
        let now = office.world.now()
        try await office.database.write { try ScannerHealth.noteFailure(reason, at: now, $0) }
        office.log.error("the scanner of files is away", metadata: ["reason": "\(reason)"])
    }

    /// `false` when none is due. Throws `ScanFailure` when the scanner has gone away meanwhile.
    private func scanOne() async throws -> Bool {
        let now = office.world.now()
        let claimed = try await office.database.write { try FileStateStore.claimForScan(at: now, until: now.adding(seconds: Self.claim), $0) }
        guard let claimed else { return false }
        guard let bytes = try await office.read({ try AttachmentStore.bytes(of: claimed.hash, $0) }) else { return true }
        do {
            let verdict = try await scanner.scan(bytes)
            try await note(verdict, of: claimed.hash)
        } catch let failure as ScanFailure {
            try await postpone(claimed, failure)
        }
        return true
    }

    private func note(_ verdict: ScanVerdict, of hash: String) async throws {
        let now = office.world.now()
        let signature: String? = if case .infected(let name) = verdict { name } else { nil }
        if let signature {
            office.log.warning("a file is infected and given to nobody", metadata: ["content": "\(hash)", "signature": "\(signature)"])
        }
        try await office.database.write { try FileStateStore.noteScanned(hash, signature: signature, at: now, $0) }
    }

    private func postpone(_ claimed: (hash: String, attempts: Int), _ failure: ScanFailure) async throws {
        let now = office.world.now()
        let (reason, wait) =
            switch failure {
            case .away(let why): (why, Backoff.seconds(claimed.attempts))
            case .refused(let why): (why, Backoff.seconds(claimed.attempts + 6))
            }
        office.log.warning("a file is not scanned", metadata: ["content": "\(claimed.hash)", "reason": "\(reason)"])
        try await office.database.write { try FileStateStore.postponeScan(claimed.hash, until: now.adding(seconds: wait), $0) }
        // A scanner that hangs up over one file and still answers looks at the others.
        if case .away = failure { try await greet() }
    }

    private var isDraining: Bool { Task.isShuttingDownGracefully || Task.isCancelled }
}
