import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Templates of answers kept and retired.
@Suite struct TemplatesTests {
    private let entry = TemplateEntry(name: "Sửa đường", field: FieldCode("giao-thong"), conclusion: "{don_vi} sửa xong đường.")

    @Test func aTemplateIsKeptChangedAndRetiredAndAllOfItStandsInTheHistory() async throws {
        let test = try await TestOffice()
        let admin = Actor.staff(test.cast.admin)
        test.clock.advance(seconds: 1)
        let kept = try await test.office.perform(KeepTemplate(nil, entry), as: admin)
        var other = entry
        other.name = "Đường"
        test.clock.advance(seconds: 1)
        _ = try await test.office.perform(KeepTemplate(kept.id, other), as: admin)
        test.clock.advance(seconds: 1)
        try await test.office.perform(RetireTemplate(kept.id), as: admin)
        let stored = try await test.office.read { try ReplyTemplateStore.all($0) }
        #expect(stored.map(\.name) == ["Đường"] && stored.first?.retiredAt == test.clock.now)
        let history = try await test.office.read { try OrganisationHistory.page(before: nil, limit: 3, $0).map(\.event) }
        #expect(history == [.templateRetired(name: "Đường"), .templateKept(name: "Đường"), .templateKept(name: "Sửa đường")])
    }

    @Test func whatIsOverIsNotChanged() async throws {
        let test = try await TestOffice()
        let admin = Actor.staff(test.cast.admin)
        let kept = try await test.office.perform(KeepTemplate(nil, entry), as: admin)
        try await test.office.perform(RetireTemplate(kept.id), as: admin)
        await #expect(throws: Refusal.isOver) { try await test.office.perform(RetireTemplate(kept.id), as: admin) }
        await #expect(throws: Refusal.isOver) { try await test.office.perform(KeepTemplate(kept.id, entry), as: admin) }
        await #expect(throws: Refusal.noSuch(.template)) { try await test.office.perform(RetireTemplate(id(77)), as: admin) }
        await #expect(throws: Refusal.noSuch(.template)) { try await test.office.perform(KeepTemplate(id(77), entry), as: admin) }
    }

    @Test func aPlaceOrAFieldThatIsNotThereIsRefusedAndNothingIsKept() async throws {
        let test = try await TestOffice()
        var wrong = entry
        wrong.conclusion = "Hạn là {ngay_mai} nhé."
        wrong.field = FieldCode("vu-tru")
        let known = ReplyTemplate.Placeholder.allCases.map(\.rawValue)
        let problems = [Problem("conclusion", .unknownPlaceholder("ngay_mai", known: known)), Problem("field", .unknownCode)]
        await #expect(throws: Refusal.invalid(problems)) {
            try await test.office.perform(KeepTemplate(nil, wrong), as: .staff(test.cast.admin))
        }
        #expect(try await test.rows(in: "reply_template") == 0)
    }

    @Test func onlyTheAdministratorKeepsTemplates() async throws {
        let test = try await TestOffice()
        for account in [test.cast.lan, test.cast.nga, test.cast.mai] {
            await #expect(throws: Refusal.notPermitted(.administer)) {
                try await test.office.perform(KeepTemplate(nil, entry), as: .staff(account))
            }
        }
    }
}
