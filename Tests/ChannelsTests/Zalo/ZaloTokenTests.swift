import Channels
import Domain
import Simulators
import Testing

struct ZaloTokenTests {
    @Test func fortyLettersWithAnExpiredTokenRenewItOnce() async throws {
        // The calls share eight connections, on a machine that has other things to do.
        try await withPlatform(callTimeout: 120) { platform, wire, shelf in
            await platform.expireAccessToken()
            let outcomes = await withTaskGroup(of: DeliveryOutcome.self) { group in
                for number in 0..<40 { group.addTask { await wire.deliver(Outgoing("thư \(number)"), files: []) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let failures = outcomes.filter { if case .delivered = $0 { false } else { true } }
            #expect(outcomes.count == 40 && failures.isEmpty, "\(failures)")
            #expect(await platform.mintedPairs == 1)
            #expect(await shelf.stored.count == 1)
            #expect(await shelf.receivedWhenStored == [0])
            #expect(await platform.received(by: "70").count == 40)
        }
    }

    @Test func theStoredPairIsTheLivingOne() async throws {
        try await withPlatform { platform, wire, shelf in
            await platform.expireAccessToken()
            _ = await wire.deliver(Outgoing("a"), files: [])
            let pair = await shelf.stored.last
            let living = await platform.tokens
            #expect(pair?.accessToken == living.access && pair?.refreshToken == living.refresh)
            #expect(pair?.issuedAt == Vectors.start && pair?.lifetime == 90_000)
        }
    }

    @Test func anUnknownTokenIsRenewedToo() async throws {
        let pair = TokenPair(accessToken: "AT-mistyped", refreshToken: ZaloPlatformSettings.demonstrationRefreshToken, issuedAt: nil)
        try await withPlatform(tokens: pair) { platform, wire, _ in
            guard case .delivered = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("not delivered")
                return
            }
            #expect(await platform.mintedPairs == 1)
        }
    }

    @Test func aTokenOfTwentyHoursIsRenewedAheadOfTime() async throws {
        let clock = HandClock(Vectors.start)
        let pair = TokenPair(
            accessToken: ZaloPlatformSettings.demonstrationAccessToken, refreshToken: ZaloPlatformSettings.demonstrationRefreshToken,
            issuedAt: Vectors.start)
        try await withPlatform(tokens: pair, clock: clock) { platform, wire, _ in
            clock.move(seconds: 20 * 3600 - 1)
            _ = await wire.deliver(Outgoing("a"), files: [])
            #expect(await platform.mintedPairs == 0)
            clock.move(seconds: 1)
            _ = await wire.deliver(Outgoing("b"), files: [])
            #expect(await platform.mintedPairs == 1)
            _ = await wire.deliver(Outgoing("c"), files: [])
            #expect(await platform.mintedPairs == 1)
        }
    }

    @Test func aRefusedRenewalOverwritesNothing() async throws {
        try await withPlatform { platform, wire, shelf in
            await platform.expireAccessToken()
            await platform.revokeGrant()
            guard case .retry(_, let reason) = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("not put off")
                return
            }
            #expect(reason.contains("-14014") && reason.contains("cấp quyền lại"))
            #expect(await shelf.stored.isEmpty)
        }
    }

    @Test func aPairThatCouldNotBeStoredIsNotUsedAndNotLost() async throws {
        try await withPlatform(storeFailures: 1) { platform, wire, shelf in
            await platform.expireAccessToken()
            guard case .retry = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("an unstored pair was used")
                return
            }
            #expect(await platform.received(by: "70").isEmpty)
            guard case .delivered = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("the pair was lost")
                return
            }
            #expect(await platform.mintedPairs == 1)
            #expect(await shelf.stored.count == 1)
        }
    }

    @Test func anOutageOfTheOAuthSideIsWaitedOut() async throws {
        let clock = HandClock(Vectors.start)
        try await withPlatform(clock: clock) { platform, wire, _ in
            await platform.expireAccessToken()
            await platform.trouble { $0.outage = true }
            guard case .retry = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("not put off")
                return
            }
            await platform.trouble { $0.outage = false }
            clock.move(seconds: 60)
            guard case .delivered = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("no recovery")
                return
            }
        }
    }
}
