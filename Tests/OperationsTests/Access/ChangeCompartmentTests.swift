import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Who names the readers of a task force's restricted cases.
@Suite struct ChangeCompartmentTests {
    private func readers(_ test: TestOffice) async throws -> [String] {
        try await test.office.read { try CompartmentStore.readers(of: test.ground.team.id, $0) }.map(\.name)
    }

    @Test func theHeadNamesAndTakesBack() async throws {
        let test = try await TestOffice()
        let (team, nga) = (test.ground.team.id, test.cast.nga)
        try await test.office.perform(ChangeCompartment(team: team, account: nga.id, isNamed: true), as: .staff(test.cast.mai))
        #expect(try await readers(test) == [nga.name])
        try await test.office.perform(ChangeCompartment(team: team, account: nga.id, isNamed: false), as: .staff(test.cast.mai))
        #expect(try await readers(test).isEmpty)
    }

    @Test func theHeadOfAnotherTaskForceAndTheAdministratorMayNot() async throws {
        let test = try await TestOffice()
        let team = test.ground.team.id
        var other = test.cast.mai
        other.authorities = [Authority(role: .head, unit: other.unit, team: id(77))]
        let stranger = other
        for person in [stranger, test.cast.admin] {
            await #expect(throws: Refusal.notPermitted(.nameReaders)) {
                try await test.office.perform(ChangeCompartment(team: team, account: person.id, isNamed: true), as: .staff(person))
            }
        }
        #expect(try await readers(test).isEmpty)
    }

    @Test func aClosedAccountIsNotNamedButCanBeTakenOut() async throws {
        let test = try await TestOffice()
        let (team, nga) = (test.ground.team.id, test.cast.nga)
        try await test.office.perform(DisableAccount(login: "nga"), as: .staff(test.cast.admin))
        await #expect(throws: Refusal.noSuch(.account)) {
            try await test.office.perform(ChangeCompartment(team: team, account: nga.id, isNamed: true), as: .staff(test.cast.mai))
        }
        try await test.office.perform(ChangeCompartment(team: team, account: nga.id, isNamed: false), as: .staff(test.cast.mai))
    }
}
