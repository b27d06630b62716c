import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Mandates have dates and documents; stand-ins end; the compartment opens to named persons, and every look is kept.
@Suite(.eachEngine) struct MandatesTests {
    static let document = Decision(number: "15/GUQ", date: Day(number: 20_660), title: "Giấy ủy quyền")

    private func on(_ day: Day, _ account: Account, _ test: TestOffice) async throws -> Account {
        guard let found = try await test.office.read({ try AccountStore.load(account.id, on: day, $0) }) else { throw Missing("account") }
        return found
    }

    @Test func aStandInSignsFromItsFirstDayToItsLast() async throws {
        let test = try await TestOffice()
        let today = test.clock.now.day
        _ = try await test.office.perform(
            GiveMandate(
                account: test.cast.tam.id,
                authority: Authority(role: .approver, unit: test.ground.parkBoard.id, standsInFor: "Vũ Anh Quân"), from: today.adding(1),
                to: today.adding(3), document: Self.document), as: .staff(test.cast.admin))
        let petition = try await test.submitted()
        for (days, signs) in [(0, false), (1, true), (3, true), (4, false)] {
            let tam = try await on(today.adding(days), test.cast.tam, test)
            #expect(Rights.allow(.staff(tam), .approve, on: petition.subject) == signs, "day \(days)")
            #expect(Rights.allow(.staff(tam), .draft, on: petition.subject) == false)
        }
    }

    @Test func aStandInWithoutPaperOrEndIsRefused() async throws {
        let test = try await TestOffice()
        let authority = Authority(role: .approver, unit: test.ground.parkBoard.id, standsInFor: "Vũ Anh Quân")
        await #expect(throws: Refusal.invalid([Problem("to", .missing), Problem("document", .missing)])) {
            try await test.office.perform(
                GiveMandate(account: test.cast.tam.id, authority: authority, from: test.clock.now.day), as: .staff(test.cast.admin))
        }
        await #expect(throws: Refusal.notPermitted(.administer)) {
            try await test.office.perform(
                GiveMandate(account: test.cast.tam.id, authority: authority, from: test.clock.now.day), as: .staff(test.cast.mai))
        }
    }

    @Test func aMandateIsEndedNotForgotten() async throws {
        let test = try await TestOffice()
        let mandate = try #require(try await test.office.read { try MandateStore.all(of: test.cast.nga.id, $0) }.first)
        try await test.office.perform(
            EndMandate(mandate: mandate.id, last: test.clock.now.day, document: Self.document), as: .staff(test.cast.admin))
        #expect(try await on(test.clock.now.day, test.cast.nga, test).roles == [.handler])
        #expect(try await on(test.clock.now.day.adding(1), test.cast.nga, test).roles == [])
        #expect(try await test.office.read { try MandateStore.all(of: test.cast.nga.id, $0) }.count == 1)
    }

    @Test func theLastAdministratorStays() async throws {
        let test = try await TestOffice()
        let mandate = try #require(try await test.office.read { try MandateStore.all(of: test.cast.admin.id, $0) }.first)
        await #expect(throws: Refusal.lastOne) {
            try await test.office.perform(
                EndMandate(mandate: mandate.id, last: test.clock.now.day.adding(-1)), as: .staff(test.cast.admin))
        }
        await #expect(throws: Refusal.lastOne) {
            try await test.office.perform(DisableAccount(login: "quantri"), as: .staff(test.cast.admin))
        }
        #expect(try await on(test.clock.now.day, test.cast.admin, test).roles == [.admin])
    }

    @Test func whoeverIsNamedForTheCompartmentOpensWhatComesIn() async throws {
        let test = try await TestOffice()
        try await test.office.perform(
            ChangeCompartment(team: test.ground.team.id, account: test.cast.duc.id, isNamed: true), as: .staff(test.cast.mai))
        let petition = try await test.restricted()
        #expect(petition.readers == [test.cast.duc.id, test.cast.lan.id])
        #expect(petition.refusal(of: .view, to: .staff(test.cast.mai), at: test.clock.now) == .notPermitted(.view), "the office alone opens nothing")
        try await test.office.perform(
            ChangeCompartment(team: test.ground.team.id, account: test.cast.duc.id, isNamed: false), as: .staff(test.cast.mai))
        let next = try await test.restricted()
        #expect(next.readers == [test.cast.mai.id, test.cast.lan.id], "without names it is the head's")
    }

    @Test func aProtectedSenderIsSeenByNamedPersonsOnly() async throws {
        let test = try await TestOffice()
        var draft = TestOffice.form("Công ty nợ lương công nhân ba tháng, chúng tôi sợ bị trù dập.")
        draft.wantsProtection = true
        let petition = try await test.office.perform(SubmitForm(draft: draft, files: [], formKey: "0123456789abcdef"), as: .sender)
        #expect(petition.isRestricted && petition.readers == [test.cast.mai.id])
        #expect(try await test.load(petition.id) == petition)
        await #expect(throws: Refusal.notPermitted(.view)) {
            try await test.office.perform(
                ScreenCase(petition: petition.id, version: 0, classification: TestOffice.parkRoad, remark: ""), as: .staff(test.cast.lan))
        }
        let named = try await test.office.perform(
            NameReaders(petition: petition.id, version: petition.version, accounts: [test.cast.lan.id]), as: .staff(test.cast.mai))
        let screened = try await test.screened(named)
        #expect(screened.state == .diagnosing && screened.isRestricted)
    }

    @Test func everyLookAtARestrictedCaseIsKept() async throws {
        let test = try await TestOffice()
        let (petition, open) = (try await test.restricted(), try await test.submit())
        for account in [test.cast.mai, test.cast.nga] {
            try await test.office.perform(NoteLook(petition: petition.id), as: .staff(account))
            try await test.office.perform(NoteLook(petition: open.id), as: .staff(account))
        }
        let looks = try await test.office.read { try CompartmentStore.looks(at: petition.id, $0) }
        #expect(Set(looks.map { "\($0.name) \($0.granted)" }) == ["Phạm Thị Mai true", "Hoàng Thị Nga false"])
        #expect(try await test.office.read { try CompartmentStore.looks(at: open.id, $0) }.isEmpty)
    }
}
