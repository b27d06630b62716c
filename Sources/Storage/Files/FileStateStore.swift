package import Database
package import Domain

/// Keeps what is known of the content of files.
package enum FileStateStore {
    /// Notes what a content is; what is known already stays as it is.
    static func note(_ new: NewContent, _ tx: Transaction) throws {
        let state = FileState(content: new.content)
        try tx.run(
            """
            INSERT INTO file_state (content, kind, closed, scan, copy)
            VALUES (\(new.hash), \(state.content.kind), \(state.content.closed), \(state.scan.stage), \(state.copy.stage))
            ON CONFLICT (content) DO NOTHING
            """)
    }

    package static func load(_ hash: String, _ tx: Transaction) throws -> FileState? {
        try tx.first("SELECT \(columns) FROM file_state f WHERE f.content = \(hash)", FileState.init)
    }

    /// True of contents in which nothing was found.
    static func isHarmless(_ content: SQL) -> SQL {
        "NOT EXISTS (SELECT 1 FROM file_state f WHERE f.content = \(content) AND f.scan = 'infected')"
    }

    /// The columns of which `FileState(row:)` reads, of a table called `f`.
    static let columns: SQL = "f.kind, f.closed, f.scan, f.signature, f.copy, f.copy_reason"
}

/// Contents that wait for the scanner.
extension FileStateStore {
    /// Claims a content: those that were tried least often come first, so that one on which the scanner fails is behind all others; among
    /// them the one that has waited longest. Until the claim runs out no other process scans it.
    package static func claimForScan(at now: Instant, until end: Instant, _ tx: Transaction) throws -> (hash: String, attempts: Int)? {
        let found = try tx.first(
            """
            SELECT content, scan_attempts FROM file_state
            WHERE scan = 'unscanned' AND (scan_next_at IS NULL OR scan_next_at <= \(now))
              AND (scan_claimed_until IS NULL OR scan_claimed_until <= \(now))
            ORDER BY scan_attempts, scan_next_at, content LIMIT 1 \(tx.passingOverClaimed)
            """
        ) { row -> (hash: String, attempts: Int) in (try row["content"], try row["scan_attempts"]) }
        guard let found else { return nil }
        try tx.run("UPDATE file_state SET scan_claimed_until = \(end) WHERE content = \(found.hash)")
        return found
    }

    /// - Parameter signature: what was found in it; `nil`: nothing.
    package static func noteScanned(_ hash: String, signature: String?, at now: Instant, _ tx: Transaction) throws {
        let stage = signature == nil ? FileState.Scan.Stage.clean : .infected
        try tx.run(
            """
            UPDATE file_state SET scan = \(stage), signature = \(signature), scanned_at = \(now), scan_next_at = NULL,
              scan_claimed_until = NULL
            WHERE content = \(hash)
            """)
    }

    /// The scanner did not say: again at `next`.
    package static func postponeScan(_ hash: String, until next: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE file_state SET scan_attempts = scan_attempts + 1, scan_next_at = \(next), scan_claimed_until = NULL
            WHERE content = \(hash)
            """)
    }

    /// How many contents wait for the scanner.
    package static func unscanned(_ tx: Transaction) throws -> Int {
        try tx.count("SELECT count(*) AS n FROM file_state WHERE scan = 'unscanned'")
    }

    /// Attachments in which something was found, newest first; at most 100. Of restricted cases the administrator learns neither the number
    /// nor what their senders call their files.
    package static func infected(_ tx: Transaction) throws -> [InfectedFile] {
        try tx.all(
            """
            SELECT f.signature, f.scanned_at, CASE WHEN p.is_restricted = 1 THEN NULL ELSE a.name END AS shown_name,
              CASE WHEN p.is_restricted = 1 THEN NULL ELSE p.number END AS shown_number
            FROM file_state f JOIN attachment a ON a.content = f.content
            JOIN message m ON m.id = a.message LEFT JOIN petition p ON p.id = m.petition
            WHERE f.scan = 'infected' ORDER BY f.scanned_at DESC, a.id LIMIT 100
            """
        ) { row in
            InfectedFile(
                name: try row["shown_name"], signature: try row["signature"], scannedAt: try row["scanned_at"],
                number: try row["shown_number"])
        }
    }
}

/// An attachment that nobody is given, as the administrator sees it.
package struct InfectedFile: Sendable, Equatable {
    /// `nil`: of a restricted case.
    package var name: String?
    package var signature: String
    package var scannedAt: Instant
    /// `nil`: of a restricted case, or of none.
    package var number: CaseNumber?

    package init(name: String?, signature: String, scannedAt: Instant, number: CaseNumber?) {
        self.name = name
        self.signature = signature
        self.scannedAt = scannedAt
        self.number = number
    }
}

/// How the scanner of viruses fares.
package struct ScannerHealth: Sendable, Equatable {
    package var answeredAt: Instant?
    /// Since when it has not answered; `nil`: it does.
    package var failedAt: Instant?
    package var reason: String?

    package init(answeredAt: Instant? = nil, failedAt: Instant? = nil, reason: String? = nil) {
        self.answeredAt = answeredAt
        self.failedAt = failedAt
        self.reason = reason
    }

    private static let name = "clamd"

    package static func load(_ tx: Transaction) throws -> ScannerHealth {
        let found = try tx.first("SELECT answered_at, failed_at, reason FROM scanner_health WHERE scanner = \(name)") { row in
            ScannerHealth(answeredAt: try row["answered_at"], failedAt: try row["failed_at"], reason: try row["reason"])
        }
        return found ?? ScannerHealth()
    }

    package static func noteAnswer(at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO scanner_health (scanner, answered_at) VALUES (\(name), \(now))
            ON CONFLICT (scanner) DO UPDATE SET answered_at = excluded.answered_at, failed_at = NULL, reason = NULL
            """)
    }

    package static func noteFailure(_ reason: String, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO scanner_health (scanner, failed_at, reason) VALUES (\(name), \(now), \(reason))
            ON CONFLICT (scanner) DO UPDATE
            SET failed_at = COALESCE(scanner_health.failed_at, excluded.failed_at), reason = excluded.reason
            """)
    }
}

extension FileState {
    init(row: Row) throws {
        let kind: FileKind? = try row["kind"]
        let closed: FileContent.Closed? = try row["closed"]
        let scan: Scan.Stage = try row["scan"]
        let copy: Copy.Stage = try row["copy"]
        let content: FileContent = kind.map { .known($0) } ?? .closed(closed ?? .unlisted)
        let found: Scan =
            switch scan {
            case .unscanned: .unscanned
            case .clean: .clean
            case .infected: .infected(signature: try row["signature"])
            }
        let made: Copy =
            switch copy {
            case .nothing: .nothing
            case .waiting: .waiting
            case .made: .made
            case .failed: .failed(reason: try row["copy_reason"])
            }
        self.init(content: content, scan: found, copy: made)
    }
}

extension FileContent {
    var closed: Closed? { if case .closed(let why) = self { why } else { nil } }
}
