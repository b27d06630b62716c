package import Domain
package import Operations

/// The wire to a mailbox: IMAP in, SMTP out. One value for the whole run of the program, since its connections live in it.
package struct MailWire: CollectingWire {
    package let channel = Channel.mail
    let settings: MailSettings
    let now: @Sendable () -> Instant
    let collector: MailCollector
    let courier: MailCourier

    /// - Parameters:
    ///   - position: how far the mailbox was read when the program last ran; `nil`: never.
    ///   - now: the clock.
    ///   - store: keeps how far the mailbox was read.
    package init(
        settings: MailSettings, position: MailPosition?, now: @escaping @Sendable () -> Instant,
        store: @escaping @Sendable (MailPosition) async throws -> Void
    ) {
        self.settings = settings
        self.now = now
        collector = MailCollector(settings.incoming, patience: settings.patience, position: position, store: store)
        courier = MailCourier(settings.outgoing, patience: settings.patience)
    }

    /// Nobody knocks for mail: it is asked for.
    package func judge(_ delivery: HookDelivery) -> HookVerdict { .refuse(reason: "mail has no hook") }

    /// Files come with their message.
    package func fetch(_ file: RemoteFile, limit: Int) async throws(FetchFailure) -> [UInt8] { throw .refusedAddress }

    package func collect(_ keep: @Sendable (_ bytes: [UInt8], _ key: String) async throws -> Void) async throws {
        do {
            try await collector.collect(keep)
        } catch let fault as MailFault {
            throw CollectFailure(reason: fault.reason)
        }
    }
}
