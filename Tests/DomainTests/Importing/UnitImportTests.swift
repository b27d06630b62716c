import Testing

@testable import Domain

@Suite struct UnitImportTests {
    @Test func aTableOfUnitsGivesDraftsParentsFirst() throws {
        let drafts = try ImportSamples.units(
            """
            so-tc|Sở Tài chính|STC|sở, ban, ngành|ubnd|1/3/2025|
            ubnd|Ủy ban nhân dân tỉnh||CẤP TỈNH||2021-01-01|30-06-2025
            """
        ).get()
        #expect(
            drafts == [
                UnitDraft(
                    row: 3, code: "ubnd", name: "Ủy ban nhân dân tỉnh", shortName: "Ủy ban nhân dân tỉnh", level: .province, parentCode: nil,
                    from: try day("2021-01-01"), to: try day("2025-06-30")),
                UnitDraft(
                    row: 2, code: "so-tc", name: "Sở Tài chính", shortName: "STC", level: .department, parentCode: "ubnd",
                    from: try day("2025-03-01"), to: nil),
            ])
    }

    @Test func aParentMayBeKnownAlready() throws {
        #expect(try ImportSamples.units("a|A||Cấp xã|tinh|1/1/2025|", known: ["tinh"]).get().first?.parentCode == "tinh")
    }

    @Test(arguments: [
        ("|A||Cấp xã||1/1/2025|", "Mã", ImportProblem.Fault.missing), ("a|||Cấp xã||1/1/2025|", "Tên", .missing),
        ("a|A||||1/1/2025|", "Cấp", .missing), ("a|A||Cấp xã|||", "Từ ngày", .missing),
        ("sở tc|A||Cấp xã||1/1/2025|", "Mã", .notACode("sở tc")), ("a|A||Cấp bộ||1/1/2025|", "Cấp", .notOffered("Cấp bộ", ["Cấp tỉnh", "Sở, ban, ngành", "Cấp xã"])),
        ("a|A||Cấp xã||31/2/2025|", "Từ ngày", .notADate("31/2/2025")), ("a|A||Cấp xã||1/1/25|", "Từ ngày", .notADate("1/1/25")),
        ("a|A||Cấp xã||1/1/2025|31/12/2024", "Đến ngày", .endsBeforeItBegins), ("a|A||Cấp xã|b|1/1/2025|", "Mã cấp trên", .unknown("b")),
        ("a|A||Cấp xã|a|1/1/2025|", "Mã cấp trên", .cycle(["a", "a"])),
    ]) func aFaultIsNamedWithItsRowAndColumn(line: String, column: String, fault: ImportProblem.Fault) throws {
        let result = try ImportSamples.units("tot|Tốt||Cấp xã||1/1/2025|\n" + line, known: ["cu"])
        #expect(ImportSamples.problems(result) == [ImportProblem(row: 3, column: column, fault)])
    }

    @Test func aRowMayBeOfAUnitThatIsKnown() throws {
        #expect(try ImportSamples.units("cu|A||Cấp xã||1/1/2025|", known: ["cu"]).get().map(\.code) == ["cu"])
    }

    @Test func aNameHasALimit() throws {
        let result = try ImportSamples.units("a|\(String(repeating: "ă", count: 201))||Cấp xã||1/1/2025|")
        #expect(ImportSamples.problems(result) == [ImportProblem(row: 2, column: "Tên", .tooLong(200))])
    }

    @Test func aDoubledCodeNamesTheFirstRow() throws {
        let result = try ImportSamples.units("a|A||Cấp xã||1/1/2025|\n\na|B||Cấp xã||1/1/2025|")
        #expect(ImportSamples.problems(result) == [ImportProblem(row: 4, column: "Mã", .doubled("a", row: 2))])
    }

    @Test func aCircleIsToldOnceAtItsTopmostRow() throws {
        let result = try ImportSamples.units(
            """
            d|D||Cấp xã|c|1/1/2025|
            c|C||Cấp xã|b|1/1/2025|
            a|A||Cấp xã|c|1/1/2025|
            b|B||Cấp xã|a|1/1/2025|
            e|E||Cấp xã||1/1/2025|
            """)
        #expect(ImportSamples.problems(result) == [ImportProblem(row: 3, column: "Mã cấp trên", .cycle(["c", "b", "a", "c"]))])
    }

    @Test func allProblemsComeAtOnceInTheOrderOfTheRows() throws {
        let result = try ImportSamples.units("a|||Cấp xã|x|không|\nb|B||?||1/1/2025|")
        #expect(ImportSamples.problems(result).map(\.row) == [2, 2, 2, 3])
    }

    @Test func twoThousandUnitsInOneLineOfDescentAreOrdered() throws {
        let lines = (1...2_000).map { "u\($0)|Đơn vị \($0)||Cấp xã|\($0 == 2_000 ? "" : "u\($0 + 1)")|1/1/2025|" }
        let drafts = try ImportSamples.units(lines.joined(separator: "\n")).get()
        #expect(drafts.first?.code == "u2000" && drafts.last?.code == "u1" && drafts.count == 2_000)
    }
}
