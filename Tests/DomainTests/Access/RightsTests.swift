import Domain
import Testing

/// Who sees what (requirement 60: units of the same level do not see each other's cases).
@Suite struct RightsTests {
    @Test(arguments: [Role.handler, .approver]) func aUnitSeesItsOwnCasesOnly(role: Role) {
        let account = Scene.account([role])
        #expect(Rights.visibleUnit(for: account) == Scene.own.id)
        #expect(!Rights.allow(.staff(account), .view, on: CaseSubject(lead: Scene.other.id, isRestricted: false)))
        #expect(!Rights.allow(.staff(account), .view, on: CaseSubject(lead: nil, isRestricted: false)))
    }

    @Test(arguments: [Role.intake, .diagnosis, .coordinator, .head]) func theTaskForceSeesAllUnits(role: Role) {
        let account = Scene.account([role])
        #expect(Rights.visibleUnit(for: account) == nil)
        #expect(Rights.allow(.staff(account), .view, on: CaseSubject(lead: Scene.other.id, isRestricted: false)))
    }

    @Test func whoeverInstallsTheProgramSeesNoCases() {
        let admin = Scene.account([.admin])
        #expect(!Rights.seesCases(admin))
        #expect(!Rights.allow(.staff(admin), .view, on: CaseSubject(lead: Scene.own.id, isRestricted: false)))
    }

    @Test(arguments: Role.allCases) func aDenunciationIsClosedToMost(role: Role) {
        let opens = [Role.intake, .coordinator, .head].contains(role)
        let account = Scene.account([role])
        #expect(Rights.seesRestricted(account) == opens)
        #expect(Rights.allow(.staff(account), .view, on: CaseSubject(lead: Scene.own.id, isRestricted: true)) == opens)
    }

    @Test func aDenunciationIsClosedAsSoonAsItIsKnownToBeOne() throws {
        var petition = Scene.petition(.received)
        #expect(!petition.isRestricted)
        let event = try petition.transfer(as: .denunciation, to: "Thanh tra tỉnh", reason: Scene.reason, by: Scene.staff(.intake))
        petition.apply(event, at: Scene.monday)
        #expect(petition.isRestricted)
        #expect(petition.refusal(of: .view, to: Scene.staff(.diagnosis)) == .notPermitted(.view))
    }

    @Test func someRightOnSomeCaseIsAskedForAtTheDoor() {
        #expect(Rights.allowSomewhere(Scene.staff(.handler), .draft))
        #expect(!Rights.allowSomewhere(Scene.staff(.handler), .screen))
        #expect(!Rights.allowSomewhere(.sender, .view))
        #expect(Rights.allowSomewhere(.sender, .receive))
        #expect(!Rights.allowSomewhere(.staff(Scene.account([.handler], active: false)), .draft))
    }

    @Test func noAccountActsAsASender() {
        let everything = Actor.staff(Scene.account(Set(Role.allCases)))
        for step in [Permission.supply, .rate, .reopen, .receive] { #expect(!Rights.allowSomewhere(everything, step), "\(step)") }
    }
}
