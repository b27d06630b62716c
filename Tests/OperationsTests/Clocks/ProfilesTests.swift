import Domain
import Operations
import Storage
import Testing
import TestSupport

/// Entering and taking back deadlines.
@Suite(.eachEngine) struct ProfilesTests {
    private func profile(_ test: TestOffice, from days: Int = 0, resolve: Int = 10) -> DeadlineProfile {
        var profile = DeadlineProfile.national
        profile.resolve = resolve
        profile.source = "Quyết định 12/QĐ-UBND"
        profile.validFrom = test.clock.now.day.adding(days)
        return profile
    }

    @Test func theNextCaseGoesByTheNewOneAndTheOthersKeepTheirs() async throws {
        let test = try await TestOffice()
        let before = try await test.submit()
        let added = try await test.office.perform(AddProfile(profile(test)), as: .staff(test.cast.admin))
        let after = try await test.submit()
        #expect(before.clock.profile.resolve == 15 && after.clock.profile == added)
        #expect(try await test.load(before.id).clock == before.clock)
        #expect(after.clock.due < before.clock.due)
        let history = try await test.office.read { try OrganisationHistory.page(before: nil, limit: 50, $0) }
        #expect(history.contains { $0.event.verb == "profileAdded" && $0.actorName == "Bùi Văn Quản" })
    }

    @Test func oneToComeHoldsFromItsDayOn() async throws {
        let test = try await TestOffice()
        _ = try await test.office.perform(AddProfile(profile(test, from: 2)), as: .staff(test.cast.admin))
        #expect(try await test.submit().clock.profile.resolve == 15)
        test.clock.advance(days: 2)
        #expect(try await test.submit().clock.profile.resolve == 10)
    }

    @Test func oneToComeIsTakenBackAndOneInForceIsNot() async throws {
        let test = try await TestOffice()
        let admin = Actor.staff(test.cast.admin)
        let added = try await test.office.perform(AddProfile(profile(test, from: 2)), as: admin)
        try await test.office.perform(WithdrawProfile(key: added.key), as: admin)
        #expect(try await test.office.read { try test.office.rules($0).profiles } == [.national])
        await #expect(throws: Refusal.hindered(.profileInForce)) {
            try await test.office.perform(WithdrawProfile(key: DeadlineProfile.national.key), as: admin)
        }
        await #expect(throws: Refusal.noSuch(.profile)) { try await test.office.perform(WithdrawProfile(key: added.key), as: admin) }
    }

    @Test func aScopeNamesOnlyWhatThereIs() async throws {
        let test = try await TestOffice()
        var wrong = profile(test)
        wrong.scope.fields = [FieldCode("khong-co")]
        let unknownField = AddProfile(wrong)
        await #expect(throws: Refusal.invalid([Problem("fields", .unknownCode)])) {
            try await test.office.perform(unknownField, as: .staff(test.cast.admin))
        }
        // Ended in 2025.
        (wrong.scope.fields, wrong.scope.units) = ([], [test.ground.planning.id])
        let endedUnit = AddProfile(wrong)
        await #expect(throws: Refusal.noSuch(.unit)) { try await test.office.perform(endedUnit, as: .staff(test.cast.admin)) }
    }

    @Test func onlyTheAdministratorMay() async throws {
        let test = try await TestOffice()
        for account in [test.cast.mai, test.cast.hung, test.cast.nga] {
            await #expect(throws: Refusal.notPermitted(.administer)) {
                try await test.office.perform(AddProfile(profile(test)), as: .staff(account))
            }
        }
    }
}
