import Database
import Domain
import Operations
import TestSupport
import Testing

/// Signing in, sessions and locks.
@Suite(.eachEngine) struct SignInTests {
    @Test func theRightPasswordOpensASession() async throws {
        let office = try await TestOffice()
        let token = try await office.office.signIn(login: "lan", password: Cast.password)
        #expect(try await office.office.account(of: token) == office.cast.lan)
    }

    @Test func aWrongPasswordAndAnUnknownNameLookTheSame() async throws {
        let office = try await TestOffice()
        await #expect(throws: Refusal.wrongCredentials) { try await office.office.signIn(login: "lan", password: "sai mật khẩu rồi") }
        await #expect(throws: Refusal.wrongCredentials) { try await office.office.signIn(login: "khong-co", password: Cast.password) }
    }

    @Test func theFifthWrongPasswordLocksForAQuarterOfAnHour() async throws {
        let office = try await TestOffice()
        for _ in 1...4 {
            await #expect(throws: Refusal.wrongCredentials) { try await office.office.signIn(login: "lan", password: "sai") }
        }
        await #expect(throws: Refusal.locked(retryAfter: 900)) { try await office.office.signIn(login: "lan", password: "sai") }
        office.clock.advance(minutes: 14)
        await #expect(throws: Refusal.locked(retryAfter: 61)) { try await office.office.signIn(login: "lan", password: Cast.password) }
        office.clock.advance(minutes: 1)
        _ = try await office.office.signIn(login: "lan", password: Cast.password)
    }

    @Test func theRightPasswordForgetsTheWrongOnes() async throws {
        let office = try await TestOffice()
        for _ in 1...3 {
            for _ in 1...4 {
                await #expect(throws: Refusal.wrongCredentials) { try await office.office.signIn(login: "lan", password: "sai") }
            }
            _ = try await office.office.signIn(login: "lan", password: Cast.password)
        }
    }

    @Test func aSessionEndsWhenNobodyUsesIt() async throws {
        let office = try await TestOffice()
        let token = try await office.office.signIn(login: "lan", password: Cast.password)
        for _ in 1...5 {
            office.clock.advance(minutes: 14, seconds: 59)
            #expect(try await office.office.account(of: token) != nil, "each use keeps it alive")
        }
        office.clock.advance(minutes: 15)
        #expect(try await office.office.account(of: token) == nil)
    }

    @Test func aSessionEndsAfterTwelveHoursAtAnyRate() async throws {
        let office = try await TestOffice()
        let token = try await office.office.signIn(login: "lan", password: Cast.password)
        for _ in 1..<72 {
            office.clock.advance(minutes: 10)
            #expect(try await office.office.account(of: token) != nil)
        }
        office.clock.advance(minutes: 10)
        #expect(try await office.office.account(of: token) == nil)
    }

    @Test func signingOutEndsTheSession() async throws {
        let office = try await TestOffice()
        let token = try await office.office.signIn(login: "lan", password: Cast.password)
        try await office.office.signOut(token)
        #expect(try await office.office.account(of: token) == nil)
    }

    @Test func aClosedAccountIsOutAtOnce() async throws {
        let office = try await TestOffice()
        let token = try await office.office.signIn(login: "lan", password: Cast.password)
        try await office.office.perform(DisableAccount(login: "lan"), as: .staff(office.cast.admin))
        #expect(try await office.office.account(of: token) == nil)
        await #expect(throws: Refusal.wrongCredentials) { try await office.office.signIn(login: "lan", password: Cast.password) }
    }

    @Test func aTokenThatWasMadeUpOpensNothing() async throws {
        let office = try await TestOffice()
        #expect(try await office.office.account(of: Token(shown: "0000")) == nil)
    }

    @Test func theDatabaseHoldsNoTokenAndNoPassword() async throws {
        let office = try await TestOffice()
        let token = try await office.office.signIn(login: "lan", password: Cast.password)
        #expect(try await office.number("SELECT count(*) AS n FROM session WHERE token = \(token.text)") == 0)
        #expect(try await office.number("SELECT count(*) AS n FROM account WHERE password LIKE '$argon2id$%'") == 8)
    }
}
