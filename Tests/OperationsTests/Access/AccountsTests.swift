import Database
import Domain
import Logging
import NIOPosix
import Operations
import Storage
import TestSupport
import Testing

/// Opening accounts, and the first one of all.
@Suite(.eachEngine) struct AccountsTests {
    private func account(_ change: (inout NewAccount) -> Void, in office: TestOffice) -> NewAccount {
        var account = NewAccount(
            login: "moi", name: "Người mới", title: "", roles: [.intake], unit: office.ground.standing.id, password: Cast.password)
        change(&account)
        return account
    }

    @Test func onlyTheAdministratorOpensAccounts() async throws {
        let office = try await TestOffice()
        let new = account({ _ in }, in: office)
        await #expect(throws: Refusal.notPermitted(.administer)) { try await office.office.addAccount(new, as: .staff(office.cast.mai)) }
        #expect(try await office.office.addAccount(new, as: .staff(office.cast.admin)).login == "moi")
    }

    @Test func anAccountMustBeWhole() async throws {
        let office = try await TestOffice()
        let short = account({ $0.password = "mười ba ký tự" }, in: office)
        await #expect(throws: Refusal.invalid([Problem("password", .weakPassword(14))])) {
            try await office.office.addAccount(short, as: .system)
        }
        let roleless = account({ $0.roles = [] }, in: office)
        await #expect(throws: Refusal.invalid([Problem("roles", .missing)])) { try await office.office.addAccount(roleless, as: .system) }
        let odd = account({ $0.login = "Lan Anh" }, in: office)
        await #expect(throws: Refusal.invalid([Problem("login", .unknownCode)])) { try await office.office.addAccount(odd, as: .system) }
        let taken = account({ $0.login = "lan" }, in: office)
        await #expect(throws: Refusal.taken("lan")) { try await office.office.addAccount(taken, as: .system) }
        let homeless = account({ $0.unit = id(99) }, in: office)
        await #expect(throws: Refusal.noSuch(.unit)) { try await office.office.addAccount(homeless, as: .system) }
    }

    /// An office with its ground and nobody in it.
    private func emptyOffice() async throws -> (office: Office, clock: HandClock, standing: Domain.Unit) {
        let clock = HandClock(try moment("2026-08-03T09:00"))
        let chance = SeededChance(seed: 1)
        let database = try await Engine.current.migratedDatabase()
        let office = Office(
            database: database, world: World(now: { clock.now }, chance: { chance.bytes($0) }),
            settings: OfficeSettings(baseURL: "https://donghanh.example"),
            passwords: PasswordHasher(threads: .singleton, memory: 8, passes: 1), log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let ground = try TestGround()
        _ = try await office.perform(LayGround(ground.ground), as: .system)
        return (office, clock, ground.standing)
    }

    @Test func theFirstAdministratorsLinkWorksOnce() async throws {
        let (office, _, _) = try await emptyOffice()
        let token = try #require(try await office.inviteFirstAdministrator())
        #expect(try await office.invitationIsOpen(token))
        let admin = try await office.acceptInvitation(token, login: "quantri", name: "Quản trị", password: Cast.password)
        #expect(admin.roles == [.admin])
        #expect(try await !office.invitationIsOpen(token))
        await #expect(throws: Refusal.noSuch(.invitation)) {
            try await office.acceptInvitation(token, login: "ke-khac", name: "Kẻ khác", password: Cast.password)
        }
        #expect(try await office.inviteFirstAdministrator() == nil)
    }

    @Test func aRefusedAccountDoesNotUseTheLinkUp() async throws {
        let (office, _, _) = try await emptyOffice()
        let token = try #require(try await office.inviteFirstAdministrator())
        await #expect(throws: Refusal.self) {
            try await office.acceptInvitation(token, login: "quantri", name: "Quản trị", password: "ngắn")
        }
        #expect(try await office.invitationIsOpen(token))
    }

    @Test func theLinkEndsAfterAWeekAndWithTheNextOne() async throws {
        let (office, clock, _) = try await emptyOffice()
        let first = try #require(try await office.inviteFirstAdministrator())
        let second = try #require(try await office.inviteFirstAdministrator())
        #expect(try await !office.invitationIsOpen(first))
        clock.advance(days: 6, hours: 23)
        #expect(try await office.invitationIsOpen(second))
        clock.advance(hours: 1)
        #expect(try await !office.invitationIsOpen(second))
    }

    @Test func theLinkIsVoidOnceSomebodyHasAnAccount() async throws {
        let (office, _, standing) = try await emptyOffice()
        let token = try #require(try await office.inviteFirstAdministrator())
        _ = try await office.addAccount(
            NewAccount(login: "lan", name: "Lan", title: "", roles: [.admin], unit: standing.id, password: Cast.password), as: .system)
        #expect(try await !office.invitationIsOpen(token))
        await #expect(throws: Refusal.noSuch(.invitation)) {
            try await office.acceptInvitation(token, login: "quantri", name: "Quản trị", password: Cast.password)
        }
    }

    @Test func theGroundIsLaidOnce() async throws {
        let (office, _, _) = try await emptyOffice()
        #expect(try await office.perform(LayGround(try TestGround().ground), as: .system) == false)
    }
}
