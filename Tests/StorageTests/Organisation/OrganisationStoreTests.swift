import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Units, task forces and rules come back as they were laid.
@Suite(.databases) struct OrganisationStoreTests {
    @Test(arguments: Engine.available) func theGroundComesBackAsItWasLaid(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let (units, teams, members, catalogue, rules) = try await office.database.read { [ground = office.ground] tx in
            (
                try OrganisationStore.units(on: nil, tx), try TeamStore.all(tx),
                try TeamStore.members(of: ground.team.id, tx).map(\.member), try CatalogueStore.load(tx), try RulesStore.load(tx)
            )
        }
        let ground = office.ground.ground
        #expect(Set(units.map(\.key)) == Set(ground.units.map(\.key)))
        for unit in ground.units { #expect(units.contains(unit)) }
        #expect(teams == [office.ground.team])
        #expect(members == ground.teams[0].members)
        #expect(catalogue.fields == ground.catalogue.fields && catalogue.areas == ground.catalogue.areas)
        #expect(Set(catalogue.places.map(\.name)) == Set(ground.catalogue.places.map(\.name)))
        #expect(rules.calendar == ground.calendar.calendar())
        #expect(rules.profiles == [.national])
        #expect(Set(rules.routing.map(\.id)) == Set(ground.rules.map(\.id)))
        for rule in ground.rules { #expect(rules.routing.contains(rule)) }
    }

    @Test(arguments: Engine.available) func aUnitIsOpenFromItsFirstDayToItsLast(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        func isOpen(_ iso: String) async throws -> Bool {
            let day = try day(iso)
            return try await office.database.read { try OrganisationStore.units(on: day, $0) }.contains { $0.key == "so-khdt" }
        }
        #expect(try await isOpen("2025-02-28"))
        #expect(try await !isOpen("2025-03-01"))
        #expect(try await isOpen("2020-01-01"))
        #expect(try await !isOpen("2019-12-31"))
    }

    @Test(arguments: Engine.available) func outsideTheParksTheUnitFollowsTheReform(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let rules = try await office.database.read { try RulesStore.load($0) }
        let outside = Classification(kind: .regulation, field: FieldCode("thue"), site: .outside)
        #expect(rules.route(outside, on: try day("2025-02-28")).rule?.target == office.ground.planning.id)
        #expect(rules.route(outside, on: try day("2025-03-01")).rule?.target == office.ground.finance.id)
    }
}
