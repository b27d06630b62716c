/// Hands messages to the server that sends them on, one connection for all. It blocks, so it has a thread of its own.
actor MailCourier {
    private let server: MailServer
    private let patience: MailPatience
    private let thread = MailThread()
    private var line: MailLine?

    init(_ server: MailServer, patience: MailPatience) {
        self.server = server
        self.patience = patience
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// `nil` when the server has taken it.
    func send(_ draft: MailDraft) -> MailFault? {
        do throws(MailFault) {
            guard let line = line ?? MailLine() else { throw .broken("") }
            self.line = line
            try line.mail(draft.bytes, from: draft.from.address, to: draft.to, server: server, patience: patience)
            return nil
        } catch {
            return error
        }
    }
}
