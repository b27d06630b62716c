import Database
import Domain
import Storage
import TestSupport
import Testing

/// Whose turn it is to spend a refresh token.
@Suite(.eachEngine) struct ChannelTokenStoreTests {
    private let now = Instant(iso: "2026-08-03T09:00") ?? Instant(milliseconds: 0)

    private func claim(_ refresh: String, at moment: Instant, in database: Database) async throws -> Bool {
        try await database.write {
            try ChannelTokenStore.claim(.zalo, access: "A-\(refresh)", refresh: refresh, at: moment, until: moment.adding(seconds: 60), $0)
        }
    }

    private func fresh(_ name: String) -> StoredTokens { StoredTokens(access: "A-\(name)", refresh: name, issuedAt: now, lifetime: 3600) }

    @Test func oneAtATimeMaySpendItUntilItGivesItBackOrDies() async throws {
        let database = try await Engine.current.migratedDatabase()
        #expect(try await claim("R0", at: now, in: database))
        #expect(try await !claim("R0", at: now.adding(seconds: 59), in: database))
        #expect(try await claim("R0", at: now.adding(seconds: 60), in: database), "whoever had it died")
        try await database.write { try ChannelTokenStore.release(.zalo, refresh: "R0", reason: "bận", at: now, $0) }
        #expect(try await claim("R0", at: now.adding(seconds: 61), in: database))
        #expect(try await database.read { try ChannelTokenStore.standing(.zalo, $0) }?.reason == "bận")
    }

    @Test func nobodyGivesAClaimBackOfAnotherPair() async throws {
        let database = try await Engine.current.migratedDatabase()
        try await database.write { try ChannelTokenStore.keep(.zalo, fresh("R1"), $0) }
        #expect(try await claim("R1", at: now, in: database))
        try await database.write { try ChannelTokenStore.release(.zalo, refresh: "R0", reason: "đã dùng", at: now, $0) }
        #expect(try await !claim("R1", at: now, in: database))
        #expect(try await database.read { try ChannelTokenStore.standing(.zalo, $0) }?.failedAt == nil)
    }

    @Test func aRenewalDoesNotDisplaceAGrantThatCameMeanwhile() async throws {
        let database = try await Engine.current.migratedDatabase()
        #expect(try await claim("R0", at: now, in: database))
        try await database.write { try ChannelTokenStore.keep(.zalo, fresh("G1"), $0) }
        #expect(try await !database.write { try ChannelTokenStore.replace(.zalo, spent: "R0", by: fresh("R1"), $0) })
        #expect(try await database.read { try ChannelTokenStore.pair(.zalo, $0) } == fresh("G1"))
        #expect(try await database.write { try ChannelTokenStore.replace(.zalo, spent: "G1", by: fresh("G2"), $0) })
        #expect(try await database.read { try ChannelTokenStore.pair(.zalo, $0) }?.lifetime == 3600)
    }

    @Test func anEmptyPairIsNoneAndTheConfigurationsTakesItsPlace() async throws {
        let database = try await Engine.current.migratedDatabase()
        #expect(try await claim("", at: now, in: database))
        #expect(try await database.read { try ChannelTokenStore.pair(.zalo, $0) } == nil)
        #expect(try await database.read { try ChannelTokenStore.standing(.zalo, $0) } == nil)
        #expect(try await claim("R0", at: now.adding(seconds: 60), in: database))
        #expect(try await database.read { try ChannelTokenStore.pair(.zalo, $0) }?.access == "A-R0")
    }

    @Test func aPairThatWasTypedInHasNoAge() async throws {
        let database = try await Engine.current.migratedDatabase()
        let typed = StoredTokens(access: "A", refresh: "R", issuedAt: nil, lifetime: nil)
        try await database.write { try ChannelTokenStore.keep(.zalo, typed, $0) }
        #expect(try await database.read { try ChannelTokenStore.pair(.zalo, $0) } == typed)
    }
}
