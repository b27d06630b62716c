import Channels
import Database
import Domain
import Simulators
import Storage
import Synchronization
import TestSupport
import Testing

/// Two processes of one installation share an account's tokens by the table in which they lie.
@Suite(.eachEngine) struct ZaloVaultTests {
    /// The vault of one process, as the program makes it.
    private func vault(_ database: Database, failing failures: Failures = Failures()) -> ZaloVault {
        ZaloVault(
            load: {
                try await database.read { try ChannelTokenStore.pair(.zalo, $0) }
                    .map { TokenPair(accessToken: $0.access, refreshToken: $0.refresh, issuedAt: $0.issuedAt, lifetime: $0.lifetime ?? 90_000) }
            },
            claim: { pair in
                failures.note("claim")
                return try await database.write {
                    try ChannelTokenStore.claim(
                        .zalo, access: pair.accessToken, refresh: pair.refreshToken, at: Vectors.start, until: Vectors.start.adding(seconds: 60), $0)
                }
            },
            store: { pair, spent in
                try failures.fail("store")
                let fresh = StoredTokens(
                    access: pair.accessToken, refresh: pair.refreshToken, issuedAt: pair.issuedAt, lifetime: pair.lifetime)
                return try await database.write { tx in
                    if let spent { return try ChannelTokenStore.replace(.zalo, spent: spent, by: fresh, tx) }
                    try ChannelTokenStore.keep(.zalo, fresh, tx)
                    return true
                }
            },
            release: { refresh, reason in
                failures.note("release")
                try await database.write { try ChannelTokenStore.release(.zalo, refresh: refresh, reason: reason, at: Vectors.start, $0) }
            })
    }

    /// What goes wrong with a vault, and what was asked of it.
    final class Failures: Sendable {
        private let state = Mutex<(left: Int, calls: [String])>((0, []))

        struct Away: Error {}

        init(ofStoring count: Int = 0) { state.withLock { $0.left = count } }

        func note(_ call: String) { state.withLock { $0.calls.append(call) } }
        func count(_ call: String) -> Int { state.withLock { $0.calls.count { $0 == call } } }
        func fail(_ call: String) throws {
            let fails = state.withLock { state in
                state.calls.append(call)
                state.left -= 1
                return state.left >= 0
            }
            if fails { throw Away() }
        }
    }

    private func withProcesses(
        failing: Failures = Failures(), clock: HandClock = HandClock(Vectors.start), granted: Bool = true, callTimeout: Double = 15,
        _ body: @Sendable (ZaloPlatform, _ one: ZaloWire, _ other: ZaloWire, Database) async throws -> Void
    ) async throws {
        let database = try await Engine.current.migratedDatabase()
        try await ZaloPlatform.serving(ZaloPlatformSettings(), logger: silent) { platform in
            await platform.userSends(text: "a", from: "70")
            var known = await settings(for: platform)
            known.callTimeout = callTimeout
            if !granted { (known.accessToken, known.refreshToken) = ("", "") }
            let one = ZaloWire(settings: known, tokens: nil, now: { clock.now }, logger: silent, vault: vault(database, failing: failing))
            let other = ZaloWire(settings: known, tokens: nil, now: { clock.now }, logger: silent, vault: vault(database))
            try await body(platform, one, other, database)
        }
    }

    private func isDelivered(_ wire: ZaloWire) async -> Bool {
        if case .delivered = await wire.deliver(Outgoing("thư"), files: []) { true } else { false }
    }

    @Test func twoProcessesSpendOneRefreshToken() async throws {
        try await withProcesses { platform, one, other, _ in
            await platform.expireAccessToken()
            async let first = isDelivered(one)
            async let second = isDelivered(other)
            #expect(await [first, second] == [true, true])
            #expect(await platform.mintedPairs == 1)
        }
    }

    @Test func whoWaitsInVainGivesNoClaimBackThatIsAnothers() async throws {
        let failures = Failures()
        try await withProcesses(failing: failures, callTimeout: 2) { platform, one, _, database in
            let known = platform.settings
            await platform.expireAccessToken()
            let claimed = try await database.write {
                try ChannelTokenStore.claim(
                    .zalo, access: known.accessToken, refresh: known.refreshToken, at: Vectors.start, until: Vectors.start.adding(seconds: 60), $0)
            }
            #expect(claimed)
            #expect(await !isDelivered(one))
            #expect(failures.count("claim") > 2 && failures.count("release") == 0)
            #expect(await platform.mintedPairs == 0)
        }
    }

    @Test func aClaimWhoseTokenIsSpentIsNotGivenBack() async throws {
        let failures = Failures(ofStoring: 1)
        try await withProcesses(failing: failures) { platform, one, _, _ in
            await platform.expireAccessToken()
            #expect(await !isDelivered(one))
            #expect(failures.count("release") == 0)
            #expect(await isDelivered(one))
            #expect(await platform.mintedPairs == 1)
        }
    }

    @Test func aRefusedRenewalGivesItsClaimBackWithTheReason() async throws {
        try await withProcesses { platform, one, _, database in
            await platform.expireAccessToken()
            await platform.revokeGrant()
            #expect(await !isDelivered(one))
            let standing = try #require(try await database.read { try ChannelTokenStore.standing(.zalo, $0) })
            #expect(standing.reason?.contains("-14014") == true && standing.failedAt != nil)
        }
    }

    @Test func aDeadPairThatWasNotStoredDoesNotDisplaceAGrant() async throws {
        try await withProcesses(failing: Failures(ofStoring: 1)) { platform, one, other, database in
            await platform.expireAccessToken()
            #expect(await !isDelivered(one))
            await platform.seedTokens(access: "AT-cap-lai", refresh: "RT-cap-lai")
            try await other.adopt(access: "AT-cap-lai", refresh: "RT-cap-lai")
            #expect(await isDelivered(one))
            #expect(try await database.read { try ChannelTokenStore.pair(.zalo, $0) }?.refresh == "RT-cap-lai")
        }
    }

    @Test func aRefusalIsForgottenOnceAnotherProcessWasGranted() async throws {
        try await withProcesses { platform, one, other, _ in
            await platform.expireAccessToken()
            await platform.revokeGrant()
            #expect(await !isDelivered(one))
            await platform.seedTokens(access: "AT-cap-lai", refresh: "RT-cap-lai")
            try await other.adopt(access: "AT-cap-lai", refresh: "RT-cap-lai")
            #expect(await isDelivered(one), "within the same minute")
        }
    }

    @Test func withoutAGrantZaloIsNotAskedAndNothingIsClaimed() async throws {
        let failures = Failures()
        try await withProcesses(failing: failures, granted: false) { platform, one, _, database in
            guard case .retry(_, let reason) = await one.deliver(Outgoing("a"), files: []) else {
                Issue.record("not put off")
                return
            }
            #expect(reason.contains("chưa được cấp quyền") && failures.count("claim") == 0)
            let known = platform.settings
            try await one.adopt(access: known.accessToken, refresh: known.refreshToken)
            #expect(await isDelivered(one))
        }
    }

    @Test func tokensThatComeIntoTheConfigurationLaterCountBeforeAnEmptyPair() async throws {
        try await withProcesses(granted: false) { platform, _, _, database in
            let empty = TokenPair(accessToken: "", refreshToken: "", issuedAt: nil)
            let later = ZaloWire(
                settings: await settings(for: platform), tokens: empty, now: { Vectors.start }, logger: silent, vault: vault(database))
            await platform.expireAccessToken()
            #expect(await isDelivered(later))
            let kept = try await database.read { try ChannelTokenStore.pair(.zalo, $0) }
            #expect(kept?.lifetime == 90_000 && kept?.issuedAt == Vectors.start)
        }
    }

    @Test func anOutageOfOAuthIsNotAskedIntoAgainWhileTheTokenIsGood() async throws {
        let (failures, clock) = (Failures(), HandClock(Vectors.start))
        try await withProcesses(failing: failures, clock: clock) { platform, one, _, _ in
            let known = platform.settings
            try await one.adopt(access: known.accessToken, refresh: known.refreshToken)
            await platform.expireAccessToken()
            #expect(await isDelivered(one), "the pair has an age now")
            clock.move(seconds: 21 * 3600)
            await platform.trouble { $0.outage = true }
            for _ in 0..<3 { #expect(await !isDelivered(one)) }
            #expect(failures.count("claim") == 2, "one of the outage")
            clock.move(seconds: 60)
            #expect(await !isDelivered(one))
            #expect(failures.count("claim") == 3)
        }
    }
}
