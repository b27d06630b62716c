import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite(.databases) struct ImportAdministrativeUnitsTests {
    @Test(arguments: Engine.available) func aSecondImportChangesNothing(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let map = try AdministrativeSamples.map()
        let first = try await office.office.perform(ImportAdministrativeUnits(map), as: .system)
        #expect(first.added.count == 7 && first.addedSuccessions.count == 4 && first.removed.isEmpty)
        let second = try await office.office.perform(ImportAdministrativeUnits(map), as: .system)
        #expect(second.isEmpty)
        #expect(try await office.rows(in: "administrative_unit") == 7)
    }

    @Test(arguments: Engine.available) func anotherMapReplacesOnlyWhatDiffers(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        _ = try await office.office.perform(ImportAdministrativeUnits(AdministrativeSamples.map()), as: .system)
        let later = try AdministrativeSamples.map(
            units: AdministrativeSamples.units.replacing("Xã Suối Lớn", with: "Xã Suối Con").replacing("\n2\t00004\tward\tPhường Đồi\t01", with: ""),
            successions: "01\t01\twhole\n00001\t00003\twhole\n00002\t00003\twhole\n")
        let change = try await office.office.perform(ImportAdministrativeUnits(later), as: .system)
        #expect(change.changed.map(\.name) == ["Xã Suối Con"] && change.removed.map(\.name) == ["Phường Đồi"])
        let (units, successions) = try await office.office.read { try AdministrativeStore.load($0) }
        #expect(Set(units) == Set(later.units) && Set(successions) == Set(later.successions))
    }

    @Test func whoMayNotAdministerMayNotImport() async throws {
        let office = try await TestOffice()
        let handler = Actor.staff(office.cast.lan)
        await #expect(throws: Refusal.notPermitted(.administer)) {
            try await office.office.perform(ImportAdministrativeUnits(AdministrativeSamples.map()), as: handler)
        }
        #expect(try await office.rows(in: "administrative_unit") == 0)
    }
}
