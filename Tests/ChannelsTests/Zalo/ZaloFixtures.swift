import Channels
import Domain
import Foundation
import Logging
import Simulators
import Synchronization

/// The app, account and key of brief zalo.md §2.3.
enum Vectors {
    static let appID = "1111222233334444555"
    static let key = "oa-secret-for-tests"
    static let oaID = "9000000000000000001"
    static let start = Instant(milliseconds: 1_790_000_000_000)
}

/// A logger that says nothing.
let silent = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

/// A wire that is asked about bytes only.
func readingWire() -> ZaloWire {
    let settings = ZaloSettings(
        appID: Vectors.appID, appSecret: "s", oaID: Vectors.oaID, oaSecretKey: Vectors.key, accessToken: "a", refreshToken: "r")
    return ZaloWire(settings: settings, tokens: nil, now: { Vectors.start }, logger: silent) { _ in }
}

/// Settings of a wire that talks to a stand-in.
func settings(for platform: ZaloPlatform) async -> ZaloSettings {
    let address = await platform.address
    let known = platform.settings
    return ZaloSettings(
        appID: known.appID, appSecret: known.appSecret, oaID: known.oaID, oaSecretKey: known.oaSecretKey,
        accessToken: known.accessToken, refreshToken: known.refreshToken, oauthURL: address, openapiURL: address)
}

/// Where the wire's tokens are kept in tests: what was stored, and how the platform stood at that moment.
actor TokenShelf {
    private(set) var stored: [TokenPair] = []
    private(set) var receivedWhenStored: [Int] = []
    private let platform: ZaloPlatform
    private let reader: String
    private var failures: Int

    struct Full: Error {}

    init(_ platform: ZaloPlatform, reader: String = "70", failures: Int = 0) {
        self.platform = platform
        self.reader = reader
        self.failures = failures
    }

    func store(_ pair: TokenPair) async throws {
        if failures > 0 {
            failures -= 1
            throw Full()
        }
        receivedWhenStored.append(await platform.received(by: reader).count)
        stored.append(pair)
    }
}

/// A clock that stands where it is put.
final class HandClock: Sendable {
    private let milliseconds: Mutex<Int64>

    init(_ instant: Instant) { milliseconds = Mutex(instant.milliseconds) }

    var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }
    func move(seconds: Int) { milliseconds.withLock { $0 += Int64(seconds) * 1000 } }
}

extension Outgoing {
    init(to recipient: String = "70", _ text: String) {
        self.init(id: ID(at: Vectors.start, chance: [1]), channel: .zalo, recipient: recipient, text: text)
    }
}

/// A live stand-in in which citizen 70 has written already, and a wire to it.
func withPlatform(
    tokens: TokenPair? = nil, callTimeout: Double = 15, storeFailures: Int = 0, clock: HandClock = HandClock(Vectors.start),
    _ configure: (inout ZaloPlatformSettings) -> Void = { _ in },
    _ body: @Sendable (ZaloPlatform, ZaloWire, TokenShelf) async throws -> Void
) async throws {
    var platformSettings = ZaloPlatformSettings()
    configure(&platformSettings)
    try await ZaloPlatform.serving(platformSettings, logger: silent) { platform in
        await platform.userSends(text: "Kính gửi tổ công tác", from: "70")
        let shelf = TokenShelf(platform, failures: storeFailures)
        var wireSettings = await settings(for: platform)
        wireSettings.callTimeout = callTimeout
        let wire = ZaloWire(settings: wireSettings, tokens: tokens, now: { clock.now }, logger: silent) { try await shelf.store($0) }
        try await body(platform, wire, shelf)
    }
}
