import Channels
import Domain
import Simulators
import Testing

/// The wire against a live stand-in, over loopback.
struct ZaloDeliveringTests {
    @Test func aLetterReachesTheCitizenWordForWord() async throws {
        try await withPlatform { platform, wire, _ in
            let text = "Mã hồ sơ: BN-2026-0000001\n\"Đã nhận\" \\ 🙏"
            guard case .delivered(let receipt) = await wire.deliver(Outgoing(text), files: []) else {
                Issue.record("not delivered")
                return
            }
            let received = await platform.received(by: "70")
            #expect(received.map(\.text) == [text])
            #expect(received.map(\.id) == [receipt])
        }
    }

    @Test(arguments: [-213, -217, -227, -230, -232, -244]) func whoeverCannotBeReachedHereIsToldApart(_ code: Int) async throws {
        try await withPlatform { platform, wire, _ in
            await platform.trouble { $0.nextErrors = [code] }
            guard case .shut(let reason) = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("\(code) is not told as a closed way")
                return
            }
            #expect(reason.contains("\(code)"))
        }
    }

    @Test(arguments: [-201, -210, -233, -240, -248])
    func whatCannotWorkIsGivenUp(_ code: Int) async throws {
        try await withPlatform { platform, wire, _ in
            await platform.trouble { $0.nextErrors = [code] }
            guard case .giveUp(let reason) = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("\(code) was not given up")
                return
            }
            #expect(reason.contains("\(code)"))
        }
    }

    @Test(arguments: [(-200, 60), (-211, 3600), (-218, 3600), (-204, 3600), (-224, 3600), (-9999, 300)])
    func whatMayWorkLaterIsTriedLater(_ code: Int, _ seconds: Int) async throws {
        try await withPlatform { platform, wire, _ in
            await platform.trouble { $0.nextErrors = [code] }
            guard case .retry(seconds, _) = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("\(code) was not put off by \(seconds)")
                return
            }
            guard case .delivered = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("no recovery from \(code)")
                return
            }
        }
    }

    @Test func tooManyCallsWaitForTheNextMinute() async throws {
        let clock = HandClock(Instant(milliseconds: 1_790_000_040_000))
        try await withPlatform(clock: clock) { platform, wire, _ in
            await platform.trouble { $0.nextErrors = [-32] }
            guard case .retry(let seconds, _) = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("not put off")
                return
            }
            #expect(clock.now.adding(seconds: seconds).secondOfDay % 60 == 1 && seconds <= 61)
        }
    }

    @Test func theWindowOfSevenDaysIsToldAsClosed() async throws {
        try await withPlatform { platform, wire, _ in
            await platform.moveClock(hours: 24)
            guard case .delivered = await wire.deliver(Outgoing("trong 48 giờ"), files: []) else {
                Issue.record("refused within the window")
                return
            }
            await platform.moveClock(hours: 24 * 7)
            // The platform's clock has passed the access token's life as well: the wire renews it on the way.
            guard case .shut(let reason) = await wire.deliver(Outgoing("quá hạn"), files: []) else {
                Issue.record("not closed after the window")
                return
            }
            #expect(reason.contains("7 ngày"))
        }
    }

    @Test func whoHasNeverWrittenCannotBeWrittenTo() async throws {
        try await withPlatform { platform, wire, _ in
            await platform.citizen("71")
            guard case .shut = await wire.deliver(Outgoing(to: "71", "a"), files: []) else {
                Issue.record("not told as closed")
                return
            }
        }
    }

    @Test func anOutageIsWaitedOut() async throws {
        try await withPlatform { platform, wire, _ in
            await platform.trouble { $0.outage = true }
            guard case .retry = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("not put off")
                return
            }
            await platform.trouble { $0.outage = false }
            guard case .delivered = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("no recovery")
                return
            }
        }
    }

    @Test func anAnswerThatDoesNotComeInTimeIsWaitedOut() async throws {
        try await withPlatform(callTimeout: 0.2) { platform, wire, _ in
            await platform.trouble { $0.delay = 30 }
            guard case .retry(_, let reason) = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("not put off")
                return
            }
            #expect(reason.contains("không trả lời"))
        }
    }

    @Test func aMissingPlatformIsWaitedOut() async {
        // Port 9 of this machine: nothing listens there.
        let settings = ZaloSettings(
            appID: "1", appSecret: "s", oaID: "2", oaSecretKey: "k", accessToken: "a", refreshToken: "r", openapiURL: "http://127.0.0.1:9")
        let wire = ZaloWire(settings: settings, tokens: nil, now: { Vectors.start }, logger: silent) { _ in }
        guard case .retry(_, let reason) = await wire.deliver(Outgoing("a"), files: []) else {
            Issue.record("not put off")
            return
        }
        #expect(reason.contains("không kết nối được"))
    }

    @Test func aTextBeyondTheLimitIsNotEvenSent() async throws {
        try await withPlatform { platform, wire, _ in
            guard case .giveUp = await wire.deliver(Outgoing(String(repeating: "🙏", count: 1001)), files: []) else {
                Issue.record("sent")
                return
            }
            guard case .giveUp = await wire.deliver(Outgoing(" \n"), files: []) else {
                Issue.record("sent")
                return
            }
            guard case .delivered = await wire.deliver(Outgoing(String(repeating: "ệ", count: 2000)), files: []) else {
                Issue.record("2,000 were refused")
                return
            }
            #expect(await platform.received(by: "70").count == 1)
        }
    }
}
