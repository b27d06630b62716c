import ServiceLifecycle

/// Carries reorganisations out when their day has come: at the start of a server and every few minutes, so that a plan for midnight
/// holds before anybody comes to work, and one whose day passed while the server was down holds when it is up again.
package struct DueReorganisations: Service {
    let office: Office
    /// Waits that many seconds.
    let pause: @Sendable (Int) async -> Void

    /// Seconds between two looks at the calendar.
    static let rhythm = 120

    package init(office: Office, pause: @escaping @Sendable (Int) async -> Void) {
        self.office = office
        self.pause = pause
    }

    /// Works until the server drains; one that is under way is done first.
    package func run() async {
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            await office.carryOutDueReorganisations()
            await cancelWhenGracefulShutdown { await pause(Self.rhythm) }
        }
    }
}
