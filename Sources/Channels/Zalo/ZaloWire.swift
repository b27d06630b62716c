package import AsyncHTTPClient
package import Domain
package import Logging
import NIOCore
import Operations

/// The wire to a Zalo Official Account: webhook in, OpenAPI out (brief zalo.md). One value for the whole run of the program,
/// since the token lives in it.
package struct ZaloWire: Wire {
    package let channel = Channel.zalo
    let settings: ZaloSettings
    let client: HTTPClient
    let token: ZaloToken
    let gateway: ZaloGateway
    let now: @Sendable () -> Instant
    let logger: Logger

    /// - Parameters:
    ///   - tokens: the pair as it was last stored; `nil` or an empty one before the first refresh: then the settings' own.
    ///   - now: the clock.
    ///   - vault: keeps a new pair durably; the wire uses a pair only after that.
    package init(
        settings: ZaloSettings, tokens: TokenPair?, now: @escaping @Sendable () -> Instant, logger: Logger,
        client: HTTPClient = ZaloWire.client, vault: ZaloVault
    ) {
        self.settings = settings
        self.client = client
        self.now = now
        self.logger = logger
        let stored = tokens.flatMap { $0.refreshToken.isEmpty ? nil : $0 }
        let first = stored ?? TokenPair(accessToken: settings.accessToken, refreshToken: settings.refreshToken, issuedAt: nil)
        token = ZaloToken(settings: settings, pair: first, client: client, now: now, logger: logger, vault: vault)
        gateway = ZaloGateway(settings: settings, client: client, token: token, now: now)
    }

    /// The same for one process that keeps its pair by itself; `store` returns once a new pair is durable.
    package init(
        settings: ZaloSettings, tokens: TokenPair?, now: @escaping @Sendable () -> Instant, logger: Logger,
        client: HTTPClient = ZaloWire.client, store: @escaping @Sendable (TokenPair) async throws -> Void
    ) {
        self.init(settings: settings, tokens: tokens, now: now, logger: logger, client: client, vault: ZaloVault(store: store))
    }

    /// The client of every Zalo wire of this process. It follows no redirects: where a file may come from is decided by its
    /// address, and a redirect would lead around that. One connection that cannot be had is tried again until ten seconds are over, for
    /// with it all calls that wait in line would fail; so long a call may also stand in line.
    package static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(10), read: .seconds(20)))
        configuration.connectionPool.retryConnectionEstablishment = true
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()
}
