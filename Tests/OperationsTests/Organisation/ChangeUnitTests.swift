import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Units founded and changed one at a time.
@Suite struct ChangeUnitTests {
    private func entry(_ change: (inout UnitEntry) throws -> Void = { _ in }) throws -> UnitEntry {
        var entry = UnitEntry(name: "Sở Nội vụ", level: .department, from: try day("2026-03-01"))
        try change(&entry)
        return entry
    }

    @Test func aFoundedUnitLivesFromItsDayAndStandsInTheHistory() async throws {
        let test = try await TestOffice()
        let document = Decision(number: "5/NQ-HĐND", date: try day("2026-02-10"))
        test.clock.advance(seconds: 1)
        let made = try await test.office.perform(
            FoundUnit(key: "so-noi-vu", try entry { $0.document = document }), as: .staff(test.cast.admin))
        let register = try await test.office.read { try OrganisationStore.register($0) }
        #expect(register.unit("so-noi-vu") == made.id)
        #expect(register.isOpen(made.id, on: try day("2026-03-01")))
        #expect(!register.isOpen(made.id, on: try day("2026-02-28")))
        #expect(made.shortName == "Sở Nội vụ", "without a short name the name serves")
        let history = try await test.office.read { try OrganisationHistory.page(before: nil, limit: 1, $0) }
        #expect(history.first?.event == .unitFounded(unit: "Sở Nội vụ", document: document))
    }

    @Test func aKeyThatIsTakenOrOddIsRefused() async throws {
        let test = try await TestOffice()
        let new = try entry()
        await #expect(throws: Refusal.taken("bql-kcn")) {
            try await test.office.perform(FoundUnit(key: "bql-kcn", new), as: .staff(test.cast.admin))
        }
        await #expect(throws: Refusal.invalid([Problem("key", .unknownCode)])) {
            try await test.office.perform(FoundUnit(key: "Sở Nội vụ", new), as: .staff(test.cast.admin))
        }
    }

    @Test func aUnitAboveThatIsNotThereOnTheDayIsRefused() async throws {
        let test = try await TestOffice()
        let new = try entry { $0.parent = test.ground.planning.id }
        await #expect(throws: Refusal.planDoesNotHold(PlanFault(step: 0, fault: .unit(.parentNotThere("so-noi-vu", on: new.from))))) {
            try await test.office.perform(FoundUnit(key: "so-noi-vu", new), as: .staff(test.cast.admin))
        }
    }

    @Test func aChangedUnitKeepsTheNameOfThenForThen() async throws {
        let test = try await TestOffice()
        let unit = test.ground.industry.id
        let new = try entry { $0.name = "Sở Công nghiệp" }
        try await test.office.perform(ChangeUnit(unit: unit, new), as: .staff(test.cast.admin))
        let (register, row) = try await test.office.read { (try OrganisationStore.register($0), try OrganisationStore.unit(unit, $0)) }
        #expect(register.name(of: unit, on: try day("2026-02-28")) == "Sở Công Thương")
        #expect(register.name(of: unit, on: try day("2026-03-01")) == "Sở Công nghiệp")
        #expect(row?.name == "Sở Công nghiệp")
        #expect(register.faults().isEmpty)
    }

    @Test func aUnitIsNotPutUnderWhatStandsUnderItself() async throws {
        let test = try await TestOffice()
        let (above, below) = (test.ground.industry.id, test.ground.parkBoard.id)
        let under = try entry { ($0.name, $0.parent) = ("Ban Quản lý", above) }
        try await test.office.perform(ChangeUnit(unit: below, under), as: .staff(test.cast.admin))
        let round = try entry { ($0.name, $0.parent) = ("Sở Công Thương", below) }
        await #expect(throws: Refusal.planDoesNotHold(PlanFault(step: 0, fault: .unit(.cycle("so-cong-thuong"))))) {
            try await test.office.perform(ChangeUnit(unit: above, round), as: .staff(test.cast.admin))
        }
    }

    @Test func aDayToComeIsAReorganisationNotAChange() async throws {
        let test = try await TestOffice()
        let later = try entry { $0.from = try day("2026-08-04") }
        await #expect(throws: Refusal.notOnThisDay(later.from)) {
            try await test.office.perform(ChangeUnit(unit: test.ground.industry.id, later), as: .staff(test.cast.admin))
        }
    }

    @Test func aUnitThatHasEndedIsNotChanged() async throws {
        let test = try await TestOffice()
        let new = try entry()
        await #expect(throws: Refusal.self) {
            try await test.office.perform(ChangeUnit(unit: test.ground.planning.id, new), as: .staff(test.cast.admin))
        }
    }

    @Test func onlyTheAdministratorChangesUnits() async throws {
        let test = try await TestOffice()
        let new = try entry()
        for person in [test.cast.mai, test.cast.lan, test.cast.nga] {
            await #expect(throws: Refusal.notPermitted(.administer)) {
                try await test.office.perform(FoundUnit(key: "so-noi-vu", new), as: .staff(person))
            }
        }
    }
}
