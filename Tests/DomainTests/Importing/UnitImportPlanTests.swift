import Testing

@testable import Domain

@Suite struct UnitImportPlanTests {
    /// A table read against the small province and worked out.
    private func plan(_ text: String, in register: UnitRegister? = nil) throws -> UnitImportPlan {
        let register = try register ?? Units.register()
        let table = try ImportTable(
            ImportSamples.rows("Mã|Tên|Tên viết tắt|Cấp|Mã cấp trên|Từ ngày|Đến ngày\n" + text), of: UnitColumn.self)
        let drafts = try UnitImport.check(table, words: ImportSamples.words) { register.unit($0) != nil }.get()
        let counter = Units.Counter()
        return try UnitImportPlan(drafts, in: register, document: Units.document) { counter.id() }
    }

    private func problems(_ text: String, in register: UnitRegister? = nil) throws -> [ImportProblem] {
        do {
            _ = try plan(text, in: register)
            return []
        } catch let failure as ImportFailure {
            return failure.problems
        }
    }

    @Test func aNewCodeFoundsAUnitUnderOneOfTheSameTable() throws {
        let plan = try plan("con|Phòng Con||Cấp xã|moi|1/1/2026|\nmoi|Sở Mới|Sở M|Sở, ban, ngành|tinh|1/1/2026|")
        #expect(plan.rows.map(\.code) == ["con", "moi"] && plan.rows.map(\.fate) == [.founded, .founded])
        let child = try #require(plan.after.unit("con").flatMap { plan.after.version(of: $0, on: Day(number: 20_500)) })
        #expect(child.parent == plan.after.unit("moi") && child.document == Units.document)
        #expect(plan.after.faults().isEmpty)
    }

    @Test func anotherNameIsANewVersionAndTheOldOneStays() throws {
        let plan = try plan("tc|Sở Tài chính và Ngân sách||Sở, ban, ngành||1/7/2025|")
        let unit = Units.id(3)
        #expect(plan.rows.map(\.fate) == [.changed] && plan.rows.first?.before == "Sở Tài chính")
        #expect(plan.after.name(of: unit, on: Units.merger.adding(-1)) == "Sở Tài chính")
        #expect(plan.after.name(of: unit, on: Units.merger) == "Sở Tài chính và Ngân sách")
        #expect(plan.after.version(of: unit, on: Units.merger)?.parent == Units.id(1), "an empty cell keeps the unit above")
    }

    @Test func theSameContentChangesNothingWhateverItsDay() throws {
        let plan = try plan("tc|Sở Tài chính||Sở, ban, ngành|tinh|1/7/2025|\nxa-a|Ủy ban nhân dân xã A||Cấp xã||1/1/2026|")
        #expect(plan.rows.map(\.fate) == [.unchanged, .unchanged] && plan.changes.isEmpty)
        #expect(try plan.after.versions == Units.register().versions)
    }

    @Test func theSameTableASecondTimeChangesNothing() throws {
        let text = "tc|Sở Ngân sách|SNS|Sở, ban, ngành|tinh|1/7/2025|\nmoi|Sở Mới||Sở, ban, ngành|tinh|1/1/2020|31/12/2024"
        let first = try plan(text)
        let second = try plan(text, in: first.after)
        #expect(second.changes.isEmpty && second.after.versions == first.after.versions)
    }

    @Test(arguments: [
        ("moi|Mới||Cấp xã|tinh|1/1/2000|", "Mã cấp trên", ImportProblem.Fault.notThere("tinh", on: Day(number: 10_957))),
        ("tc|Khác||Sở, ban, ngành||1/1/2000|", "Từ ngày", .laterVersion(Units.beginning)),
        ("tc|Sở Tài chính||Sở, ban, ngành||1/7/2025|31/12/2026", "Đến ngày", .endsByPlan),
        ("huyen|Huyện||Cấp xã|xa-a|1/7/2025|", "Mã cấp trên", .cycle(["huyen", "xa-a", "huyen"])),
    ]) func whatDoesNotHoldIsNamedWithItsRowAndColumn(line: String, column: String, fault: ImportProblem.Fault) throws {
        let found = try problems("tot|Tốt||Cấp xã|tinh|1/1/2025|\n" + line)
        #expect(found == [ImportProblem(row: 3, column: column, fault)])
    }

    @Test func aUnitThatHasEndedIsNotChanged() throws {
        var register = try Units.register()
        try register.end(Units.id(2), last: Units.merger.adding(-1))
        let found = try problems("khdt|Sở Khác||Sở, ban, ngành||1/1/2026|", in: register)
        #expect(found == [ImportProblem(row: 2, column: "Mã", .hasEnded(Units.merger.adding(-1)))])
    }

    @Test func whatHangsOnARefusedRowIsNotComplainedOfAgain() throws {
        let found = try problems("moi|Mới||Cấp xã|tinh|1/1/2000|\ncon|Con||Cấp xã|moi|1/1/2026|\nxa-a|Xã||Cấp xã||1/1/2000|")
        #expect(found.map(\.row) == [2, 4])
    }

    /// On the day of the row nothing is wrong; a later version that is known already closes the circle.
    @Test func aCircleOfALaterDayIsFoundToo() throws {
        var register = try Units.register()
        var later = try #require(register.version(of: Units.id(6), on: Units.merger))
        later.validFrom = Units.merger
        later.parent = Units.id(4)
        try register.change(later)
        let found = try problems("tttt|Sở Thông tin và Truyền thông||Sở, ban, ngành|xa-a|1/1/2025|", in: register)
        #expect(found.map(\.column) == ["Mã cấp trên"])
        guard case .cycle? = found.first?.fault else { return #expect(Bool(false), "\(found)") }
    }
}
