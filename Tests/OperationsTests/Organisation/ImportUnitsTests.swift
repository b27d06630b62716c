import Domain
import Operations
import Storage
import TestSupport
import Testing

@Suite(.eachEngine) struct ImportUnitsTests {
    static func table(_ lines: String) throws -> ImportTable {
        let rows = ("Mã|Tên|Tên viết tắt|Cấp|Mã cấp trên|Từ ngày|Đến ngày\n" + lines).split(separator: "\n").enumerated()
        return try ImportTable(
            rows.map { number, line in
                ImportTable.Row(number: number + 1, cells: line.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
            }, of: UnitColumn.self)
    }

    private static let document = Decision(number: "12/QĐ-UBND", date: Day(number: 20_270))

    private func register(_ office: TestOffice) async throws -> UnitRegister { try await office.office.read { try OrganisationStore.register($0) } }

    private func history(_ office: TestOffice) async throws -> [OrganisationEvent] {
        try await office.office.read { try OrganisationHistory.page(before: nil, limit: 50, $0).map(\.event) }
    }

    @Test func aTableFoundsAndChangesUnitsAndIsNotedWithItsDocument() async throws {
        let office = try await TestOffice()
        let table = try Self.table(
            """
            xa-1|Ủy ban nhân dân xã Một|Xã Một|Cấp xã|so-moi|1/8/2026|
            so-moi|Sở Mới||Sở, ban, ngành||1/8/2026|
            so-tai-chinh|Sở Ngân sách|SNS|Sở, ban, ngành||1/8/2026|
            so-cong-thuong|Sở Công Thương||Sở, ban, ngành||1/8/2026|
            """)
        let rows = try await office.office.perform(ImportUnits(table, document: Self.document), as: .staff(office.cast.admin))
        #expect(rows.map(\.fate) == [.founded, .founded, .changed, .unchanged])
        let register = try await register(office)
        #expect(register.faults().isEmpty)
        let today = office.clock.now.day
        let commune = try #require(register.unit("xa-1").flatMap { register.version(of: $0, on: today) })
        #expect(commune.parent == register.unit("so-moi") && commune.document == Self.document)
        let finance = office.ground.finance.id
        #expect(try register.name(of: finance, on: day("2026-07-31")) == "Sở Tài chính" && register.name(of: finance, on: today) == "Sở Ngân sách")
        #expect(try await office.office.read { try OrganisationStore.unit(finance, $0)?.shortName } == "SNS")
        let history = try await history(office)
        #expect(history.contains(.imported(units: 3, accounts: 0)))
        #expect(history.contains(.unitChanged(unit: "Sở Ngân sách", from: "Sở Tài chính", document: Self.document)))
        #expect(history.contains(.unitFounded(unit: "Sở Mới", document: Self.document)))
    }

    @Test func aSecondTimeNothingIsWrittenOrNoted() async throws {
        let office = try await TestOffice()
        let table = try Self.table("so-moi|Sở Mới||Sở, ban, ngành||1/8/2026|\nso-tai-chinh|Sở Ngân sách||Sở, ban, ngành||1/8/2026|")
        _ = try await office.office.perform(ImportUnits(table), as: .system)
        let before = try await history(office)
        let rows = try await office.office.perform(ImportUnits(table), as: .system)
        #expect(rows.allSatisfy { $0.fate == .unchanged })
        #expect(try await history(office) == before)
        #expect(try await office.rows(in: "unit") == 6)
    }

    @Test func oneWrongRowLeavesEverythingAsItWas() async throws {
        let office = try await TestOffice()
        let table = try Self.table(
            "so-moi|Sở Mới||Sở, ban, ngành||1/8/2026|\nso-tai-chinh|Khác||Sở, ban, ngành||1/1/2019|\nbql-kcn|Ban||Ban quản lý|khong|1/8/2026|")
        let (units, versions) = (try await office.rows(in: "unit"), try await office.rows(in: "unit_version"))
        // A parent that is nowhere is seen in the table itself, before the days are looked at.
        let unknown = ImportFailure([ImportProblem(row: 4, column: "Mã cấp trên", .unknown("khong"))])
        await #expect(throws: unknown) { try await office.office.perform(ImportUnits(table), as: .system) }
        let early = try Self.table("so-moi|Sở Mới||Sở, ban, ngành||1/8/2026|\nso-tai-chinh|Khác||Sở, ban, ngành||1/1/2019|")
        let overlap = ImportFailure([ImportProblem(row: 3, column: "Từ ngày", .laterVersion(try day("2020-01-01")))])
        await #expect(throws: overlap) { try await office.office.perform(ImportUnits(early), as: .system) }
        #expect(try await office.rows(in: "unit") == units)
        #expect(try await office.rows(in: "unit_version") == versions)
    }

    @Test func aPreviewTellsTheSameAndWritesNothing() async throws {
        let office = try await TestOffice()
        let verb = ImportUnits(try Self.table("so-moi|Sở Mới||Sở, ban, ngành||1/8/2026|"))
        let preview = try await office.office.preview(verb, as: .staff(office.cast.admin))
        #expect(preview.map(\.fate) == [.founded])
        #expect(try await office.rows(in: "unit") == 5)
        #expect(try await office.office.perform(verb, as: .system).map(\.code) == preview.map(\.code))
    }

    @Test func aChildMayStandAboveItsNewParentInTheOldOrder() async throws {
        let office = try await TestOffice()
        // The unit that is there goes under one that is founded further down.
        let table = try Self.table("so-cong-thuong|Sở Công Thương||Sở, ban, ngành|cum|1/8/2026|\ncum|Cụm||Cấp tỉnh||1/8/2026|")
        _ = try await office.office.perform(ImportUnits(table), as: .system)
        let industry = try await office.office.read { [id = office.ground.industry.id] in try OrganisationStore.unit(id, $0) }
        #expect(industry?.parent != nil)
    }

    @Test func whoMayNotAdministerMayNeitherImportNorLook() async throws {
        let office = try await TestOffice()
        let verb = ImportUnits(try Self.table("so-moi|Sở Mới||Sở, ban, ngành||1/8/2026|"))
        await #expect(throws: Refusal.notPermitted(.administer)) { try await office.office.perform(verb, as: .staff(office.cast.mai)) }
        await #expect(throws: Refusal.notPermitted(.administer)) { try await office.office.preview(verb, as: .staff(office.cast.mai)) }
    }
}
