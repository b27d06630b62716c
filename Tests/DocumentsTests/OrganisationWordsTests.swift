import Documents
import Domain
import TestSupport
import Testing

/// What is said of plans and of the network.
@Suite struct OrganisationWordsTests {
    @Test func aFaultOfAUnitAsSuchNeedsNoPlace() {
        let words = OrganisationWords.sentence(PlanFault(step: 0, fault: .unit(.keyTaken("so-moi"))))
        #expect(words.hasPrefix("Mã đơn vị “so-moi” đã có"))
        #expect(OrganisationWords.sentence(PlanFault(step: 3, fault: .unit(.keyTaken("so-moi")))).hasPrefix("Bước 3: mã đơn vị"))
        #expect(OrganisationWords.sentence(PlanFault(step: 0, fault: .untitled)).hasPrefix("Phương án: "))
    }

    @Test func aStepNamesUnitsFieldsAndAreas() {
        let step = ReorganisationPlan.Step.transfer(
            from: "a", to: "b", fields: [FieldCode("dat-dai")], areas: [AreaCode("x")])
        let words = OrganisationWords.sentence(
            step, name: { "Sở \($0.uppercased())" }, field: { _ in "Đất đai" }, area: { _ in "Xã X" })
        #expect(words == "Chuyển Đất đai, Xã X từ Sở A sang Sở B")
    }

    @Test func whatAUnitLacksIsSaidInOrder() {
        var row = Coverage.Row(
            unit: id(1), name: "Xã", level: .commune, hasTeam: false, hasRegulation: false, members: 0, hasChannel: true)
        #expect(OrganisationWords.missing(row) == "Tổ công tác, quy chế, thành viên được phân công")
        (row.hasTeam, row.hasRegulation, row.members) = (true, true, 3)
        #expect(OrganisationWords.missing(row).isEmpty)
    }
}
