import Domain
import Testing

/// Rights over a task force as a whole.
@Suite struct RightsTeamTests {
    private func id<Owner>(_ number: UInt8) -> ID<Owner> {
        ID(at: Instant(milliseconds: 0), chance: [number])
    }

    private func head(of team: ID<Team>?, role: Role = .head, isActive: Bool = true) -> Actor {
        .staff(
            Account(
                id: id(1), login: "mai", name: "Mai", title: "", unit: id(2), isActive: isActive,
                authorities: [Authority(role: role, unit: id(2), team: team)]))
    }

    @Test func theHeadOfATaskForceNamesReadersThereAndNowhereElse() {
        #expect(Rights.allow(head(of: id(5)), .nameReaders, in: id(5)))
        #expect(!Rights.allow(head(of: id(5)), .nameReaders, in: id(6)))
        #expect(Rights.allow(head(of: nil), .nameReaders, in: id(6)))
    }

    @Test func theAdministratorAndAClosedAccountNameNobody() {
        #expect(!Rights.allow(head(of: nil, role: .admin), .nameReaders, in: id(5)))
        #expect(!Rights.allow(head(of: nil, isActive: false), .nameReaders, in: id(5)))
    }

    @Test func aRoleThatReachesOnlyItsUnitHasNoRightOverTheWhole() {
        #expect(!Rights.allow(head(of: id(5), role: .handler), .invite, in: id(5)))
        #expect(Rights.allow(head(of: id(5), role: .coordinator), .invite, in: id(5)))
    }
}
