import AsyncHTTPClient
import Channels
import Domain
import Foundation
import NIOCore
import NIOHTTP1
import Operations
import Simulators
import Synchronization
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
            try await wire.connect(code: code, verifier: verifier)
            #expect(await shelf.stored.count == 1)
            await #expect(throws: ZaloFailure.self) { try await wire.connect(code: code, verifier: verifier) }
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
            let missed = try await wire.missed(since: Instant(milliseconds: 0))
            let found = try #require(missed.first { $0.key == "user_send_text:\(sent.messageID)" })
            let inbound = try #require(try wire.read(found.bytes).first)
            #expect(inbound.externalID == sent.messageID && inbound.sender == "77")
            #expect(inbound.content == .message(Words("Lỡ mất tin này")))
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

    @Test func twoProcessesSpendOneRefreshToken() async throws {
        try await ZaloPlatform.serving(ZaloPlatformSettings(), logger: silent) { platform in
            await platform.userSends(text: "a", from: "70")
            await platform.expireAccessToken()
            let shared = SharedVault()
            let known = await settings(for: platform)
            let wires = (0..<2).map { _ in
                ZaloWire(settings: known, tokens: nil, now: { Vectors.start }, logger: silent, vault: shared.vault)
            }
            let outcomes = await withTaskGroup(of: DeliveryOutcome.self) { group in
                for wire in wires { group.addTask { await wire.deliver(Outgoing("thư"), files: []) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count(where: { if case .delivered = $0 { true } else { false } }) == 2)
            #expect(await platform.mintedPairs == 1)
        }
    }
}

/// A vault that two wires share, as two processes share a store.
private final class SharedVault: Sendable {
    private struct Content {
        var pair: TokenPair?
        var isClaimed = false
    }
    private let content = Mutex(Content())

    var vault: ZaloVault {
        ZaloVault(
            load: { self.content.withLock { $0.pair } },
            claim: { pair in
                self.content.withLock { content in
                    if content.isClaimed || content.pair.map({ $0.refreshToken != pair.refreshToken }) ?? false { return false }
                    content.isClaimed = true
                    return true
                }
            },
            store: { pair in self.content.withLock { $0 = Content(pair: pair) } },
            release: { _ in self.content.withLock { $0.isClaimed = false } })
    }
}
