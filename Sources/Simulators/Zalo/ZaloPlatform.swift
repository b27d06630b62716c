import AsyncHTTPClient
package import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle

/// A stand-in for the Zalo Official Account platform, for tests and demonstrations (brief zalo.md §13): the platform offers no
/// sandbox. It answers the OpenAPI, delivers signed events to a webhook, and lets one play the citizen at `/_sim/`. Written from
/// the platform's description alone; it knows nothing of the program that it is tried with.
package struct ZaloPlatform: Service {
    package let settings: ZaloPlatformSettings
    let world: ZaloWorld
    let hook: ZaloHook
    private let later: AsyncStream<ZaloHook.Later>
    private let logger: Logger

    package init(settings: ZaloPlatformSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
        world = ZaloWorld(settings: settings)
        let (stream, continuation) = AsyncStream.makeStream(of: ZaloHook.Later.self)
        later = stream
        hook = ZaloHook(settings: settings, world: world, client: Self.client, logger: logger, later: continuation)
    }

    /// Where the platform is reached; waits until it listens.
    package var address: String { get async { await world.address() } }

    /// Serves until the surrounding service group shuts down gracefully. Throws when the port cannot be had.
    package func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await application().run()
                } catch {
                    // Who waits for the address must not wait for ever.
                    await world.listens(at: await world.baseURL)
                    throw error
                }
            }
            group.addTask { await deliverLater() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Starts a platform on a free port, hands it to the body, and stops it afterwards.
    package static func serving<Result: Sendable>(
        _ settings: ZaloPlatformSettings, logger: Logger, _ body: @Sendable (ZaloPlatform) async throws -> Result
    ) async throws -> Result {
        var settings = settings
        settings.port = 0
        let platform = ZaloPlatform(settings: settings, logger: logger)
        let services = ServiceGroup(configuration: .init(services: [platform], logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            _ = await platform.address
            do {
                let result = try await body(platform)
                await services.triggerGracefulShutdown()
                return result
            } catch {
                await services.triggerGracefulShutdown()
                throw error
            }
        }
    }

    /// The platform as an application, for a service group or for tests without a socket; what is delivered later (echoes,
    /// repetitions) goes out only under `run`.
    package func application() -> some ApplicationProtocol {
        let router = Router()
        ZaloOAuthRoutes(world: world, settings: settings).add(to: router)
        ZaloAPIRoutes(world: world, hook: hook, settings: settings).add(to: router)
        ZaloBusinessRoutes(world: world, hook: hook, settings: settings).add(to: router)
        ZaloControlRoutes(platform: self).add(to: router)
        ZaloGroupControlRoutes(platform: self).add(to: router)
        ZaloMishapRoutes(platform: self).add(to: router)
        ZaloPageRoutes(world: world, settings: settings).add(to: router)
        return Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in
                await world.fill()
                await world.listens(at: "http://\(settings.host):\(channel.localAddress?.port ?? settings.port)")
            },
            logger: logger)
    }

    /// Echoes and repetitions, each when its time has come.
    private func deliverLater() async {
        await withDiscardingTaskGroup { group in
            for await delivery in later.cancelOnGracefulShutdown() {
                group.addTask {
                    if delivery.seconds > 0 {
                        do { try await wait(seconds: delivery.seconds) } catch { return }
                    }
                    if delivery.attempt == 0 {
                        await hook.deliver(delivery.event)
                    } else {
                        await hook.attempt(delivery.event, number: delivery.attempt)
                    }
                }
            }
        }
    }

    /// The client of every stand-in of this process: a missing connection is an answer, not a reason to try again unseen.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow, timeout: .init(connect: .seconds(2)))
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()
}

/// Waits, but not beyond the end of the platform.
func wait(seconds: Double) async throws {
    try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(seconds)) }
}
