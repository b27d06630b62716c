import AsyncHTTPClient
import Channels
import Domain
import Foundation
import NIOCore
import NIOHTTP1
import Operations
import Simulators
import Testing

/// What the office asks of the account, against a live stand-in.
struct ZaloAccountTests {
    @Test func theAccountSaysWhoItIs() async throws {
        try await withPlatform { platform, wire, _ in
            let facts = try await wire.facts()
            #expect(facts.oaID == platform.settings.oaID && facts.name == platform.settings.oaName)
        }
    }

    @Test func aGrantIsExchangedOnceWithItsOwnVerifier() async throws {
        try await withPlatform { platform, _, shelf in
            var granting = await settings(for: platform)
            granting.callback = "http://127.0.0.1/zalo/ket-noi"
            let wire = ZaloWire(settings: granting, tokens: nil, now: { Vectors.start }, logger: silent) { try await shelf.store($0) }
            let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
            let address = wire.permissionAddress(verifier: verifier, state: "s1")
            #expect(address.contains("code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))
            let code = try await Self.granted(address)
            try await wire.connect(code: code, verifier: verifier, isOurs: true)
            #expect(await shelf.stored.count == 1)
            await #expect(throws: ZaloFailure.self) { try await wire.connect(code: code, verifier: verifier, isOurs: true) }
            guard case .delivered = await wire.deliver(Outgoing("a"), files: []) else {
                Issue.record("the granted pair is not used")
                return
            }
        }
    }

    /// Asks the stand-in for the grant and reads the code from where it leads the browser back to.
    private static func granted(_ address: String) async throws -> String {
        let answer = try await ZaloWire.client.execute(HTTPClientRequest(url: address), timeout: .seconds(5))
        let back = try #require(answer.headers.first(name: "location"))
        return try #require(URLComponents(string: back)?.queryItems?.first { $0.name == "code" }?.value)
    }

    @Test func theHistoryReadsLikeTheDeliveriesThatWereMissed() async throws {
        try await withPlatform { platform, wire, _ in
            let sent = await platform.userSends(text: "Lỡ mất tin này", from: "77")
            let (missed, failure) = await wire.missed(since: Instant(milliseconds: 0))
            #expect(failure == nil)
            let found = try #require(missed.first { $0.key == "user_send_text:\(sent.messageID)" })
            let inbound = try #require(try wire.read(found.bytes).first)
            #expect(inbound.externalID == sent.messageID && inbound.sender == "77")
            #expect(inbound.content == .message(Words("Lỡ mất tin này")))
        }
    }

    @Test func whatWasReadBeforeAFailureIsHandedOver() async throws {
        try await withPlatform { platform, wire, _ in
            for number in 1...11 { await platform.userSends(text: "Tin \(number)", from: "77") }
            await platform.limitCalls(perMinute: 1)
            let (missed, failure) = await wire.missed(since: Instant(milliseconds: 0))
            #expect(missed.count == 10 && failure?.kind == .crowded)
        }
    }

    @Test func aGrantThatBeganInTheConsoleIsTakenForOurAccountOnly() async throws {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        try await withPlatform({ $0.consoleChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" }) { platform, _, shelf in
            var granting = await settings(for: platform)
            granting.callback = "http://127.0.0.1/zalo/ket-noi"
            granting.fixedVerifier = verifier
            func wire(_ settings: ZaloSettings) -> ZaloWire {
                ZaloWire(settings: settings, tokens: nil, now: { Vectors.start }, logger: silent) { try await shelf.store($0) }
            }
            var foreign = granting
            foreign.oaID = "5599999999999999999"
            let address = wire(granting).permissionAddress(verifier: nil, state: "console")
            let (first, second) = (try await Self.granted(address), try await Self.granted(address))
            await #expect(throws: ZaloFailure.self) { try await wire(foreign).connect(code: first, verifier: nil, isOurs: false) }
            #expect(await shelf.stored.isEmpty)
            try await wire(granting).connect(code: second, verifier: nil, isOurs: false)
            #expect(await shelf.stored.count == 1)
        }
    }

    @Test func anAccountThatDemandsTheProofGetsIt() async throws {
        try await ZaloPlatform.serving(
            {
                var settings = ZaloPlatformSettings()
                settings.needsProof = true
                return settings
            }(), logger: silent
        ) { platform in
            var proving = await settings(for: platform)
            proving.provesSecret = true
            let wire = ZaloWire(settings: proving, tokens: nil, now: { Vectors.start }, logger: silent) { _ in }
            let facts = try await wire.facts()
            #expect(facts.oaID == platform.settings.oaID)
            proving.provesSecret = false
            let other = ZaloWire(settings: proving, tokens: nil, now: { Vectors.start }, logger: silent) { _ in }
            await #expect(throws: ZaloFailure.self) { try await other.facts() }
        }
    }

    @Test func aGroupIsMadeReadAndPostedInto() async throws {
        try await withPlatform { platform, wire, _ in
            let admin = try #require(platform.settings.admins.first?.id)
            let made = try await wire.makeGroup(name: "Nhóm doanh nghiệp", about: "", members: [admin, "70"])
            let groups = try await wire.groups()
            #expect(groups.map(\.id) == [made.id])
            let members = try await wire.members(of: made.id)
            #expect(members.contains { $0.id == "70" })
            let post = Outgoing(id: ID(at: Vectors.start, chance: [2]), channel: .zaloGroup, recipient: made.id, text: "Thông báo")
            guard case .delivered = await ZaloGroupWire(wire).deliver(post, files: []) else {
                Issue.record("not posted")
                return
            }
            let stranger = Outgoing(id: ID(at: Vectors.start, chance: [3]), channel: .zaloGroup, recipient: "g-khac", text: "Thông báo")
            guard case .giveUp(let reason) = await ZaloGroupWire(wire).deliver(stranger, files: []) else {
                Issue.record("posted into a group of somebody else")
                return
            }
            #expect(reason.contains("-403"))
        }
    }
}
