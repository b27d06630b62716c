/// Fetches what is new in a mailbox, one connection for all rounds. It blocks on its server, so it has a thread of its own.
actor MailCollector {
    private let server: MailServer
    private let patience: MailPatience
    private let store: @Sendable (MailPosition) async throws -> Void
    private let thread = MailThread()
    private var session: IMAPSession?
    private var position: MailPosition?
    /// Kept, yet the server still names them: in a folder that may only be read they stay unseen, behind a message that it refuses they
    /// stay late.
    private var kept: Set<UInt32> = []
    private var isBusy = false

    /// - Parameters:
    ///   - position: how far the mailbox was read when the program last ran.
    ///   - store: keeps how far it was read.
    init(
        _ server: MailServer, patience: MailPatience, position: MailPosition?, store: @escaping @Sendable (MailPosition) async throws -> Void
    ) {
        self.server = server
        self.patience = patience
        self.position = position
        self.store = store
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// One round: everything that is new, oldest first. Each message is marked as seen once `keep` has returned.
    func collect(_ keep: @Sendable (_ bytes: [UInt8], _ key: String) async throws -> Void) async throws {
        // A round that waits for the store is not overtaken by the next one.
        guard !isBusy else { return }
        isBusy = true
        defer { isBusy = false }
        do {
            try await round(keep)
        } catch let fault as MailFault {
            if case .refused = fault {} else { session = nil }
            throw fault
        }
    }

    private func round(_ keep: @Sendable (_ bytes: [UInt8], _ key: String) async throws -> Void) async throws {
        let folder = try open()
        let old = position.flatMap { $0.validity == folder.validity ? $0 : nil }
        guard let session else { return }
        let unseen = try session.search("UNSEEN")
        // Besides what nobody has seen: what somebody has opened with a program of his own before we came.
        let late = try old.map { try session.search("UID \($0.next):*").filter { [next = $0.next] in $0 >= next } } ?? []
        kept = old == nil ? [] : kept.intersection(unseen + late)
        let waiting = Set(unseen + late).subtracting(kept).sorted()
        var failed: [(uid: UInt32, fault: MailFault)] = []
        for uid in waiting {
            do {
                guard let bytes = try bytes(of: uid, session) else { continue }
                // Two mailboxes may count alike: the key names the mailbox too.
                try await keep(bytes, "\(server.mailbox) \(folder.validity):\(uid)")
                kept.insert(uid)
                try session.markSeen(uid)
            } catch let fault as MailFault {
                // A message that the server cannot give does not hold up those behind it; the next round asks again.
                guard case .refused = fault else { throw fault }
                if !kept.contains(uid) { failed.append((uid, fault)) }
            }
        }
        let end = max(folder.next, (waiting.last ?? 0) + 1, old?.next ?? 0)
        let reached = MailPosition(validity: folder.validity, next: failed.first?.uid ?? end)
        if reached != position {
            try await store(reached)
            position = reached
        }
        if let first = failed.first { throw first.fault }
    }

    /// The folder, over the connection of the last round or a new one.
    private func open() throws(MailFault) -> IMAPSession.Folder {
        if let session {
            do throws(MailFault) {
                return try session.select(server.folder)
            } catch {
                // Servers hang up on those who are silent for long.
                if case .refused = error { throw error }
                self.session = nil
            }
        }
        let fresh = try IMAPSession(server, patience: patience)
        let folder = try fresh.select(server.folder)
        session = fresh
        return folder
    }

    /// The whole message, or of one that is too large its beginning; `nil` when it is gone.
    private func bytes(of uid: UInt32, _ session: IMAPSession) throws(MailFault) -> [UInt8]? {
        guard let size = try session.size(uid) else { return nil }
        if size <= LargeMail.limit { return try session.fetch(uid) }
        return try session.fetch(uid, most: LargeMail.beginning).map { LargeMail.marked($0, size: size) }
    }
}

/// How far a mailbox was read: every message below `next` was taken in.
package struct MailPosition: Sendable, Equatable {
    package var validity: UInt32
    package var next: UInt32

    package init(validity: UInt32, next: UInt32) {
        self.validity = validity
        self.next = next
    }
}
