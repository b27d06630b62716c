import Testing

@testable import Domain

@Suite struct ImportTableTests {
    @Test func theHeadsMayStandBelowATitle() throws {
        let table = try ImportTable(
            ImportSamples.rows("DANH SÁCH ĐƠN VỊ\n\nSTT|ma don vi *|TÊN|cấp|Từ  ngày\n1|a|Tổ| Cấp xã |1/1/2025\n"), of: UnitColumn.self)
        #expect(table.headRow == 3)
        #expect(table.rows == [ImportTable.Row(number: 4, cells: ["1", "a", "Tổ", "Cấp xã", "1/1/2025"])])
        let drafts = try UnitImport.check(table, words: ImportSamples.words, known: { _ in false }).get()
        #expect(drafts.map(\.code) == ["a"])
    }

    @Test(arguments: ["", "một|hai\nba|bốn", "Tên các đơn vị\na|b"]) func withoutHeadsThereIsNoTable(text: String) {
        let failure = #expect(throws: ImportFailure.self) { try ImportTable(ImportSamples.rows(text), of: UnitColumn.self) }
        #expect(failure?.problems.first?.fault == .noHeads(["Mã", "Tên", "Tên viết tắt", "Cấp", "Mã cấp trên", "Từ ngày", "Đến ngày"]))
    }

    @Test func missingAndDoubledColumnsAreToldBeforeTheRows() throws {
        let table = try ImportTable(ImportSamples.rows("Mã|Tên|Tên\n|?|?"), of: UnitColumn.self)
        let result = UnitImport.check(table, words: ImportSamples.words, known: { _ in false })
        #expect(
            Set(ImportSamples.problems(result).map { "\($0.column ?? "") \($0.fault)" }) == [
                "Tên columnTwice", "Cấp noColumn", "Từ ngày noColumn",
            ])
    }

    @Test func headsAloneAreNoTable() throws {
        #expect(ImportSamples.problems(try ImportSamples.units("")).map(\.fault) == [.noRows])
    }

    @Test(arguments: [
        ("1/7/2025", "2025-07-01"), ("01/07/2025", "2025-07-01"), ("1-7-2025", "2025-07-01"), ("01.07.2025", "2025-07-01"),
        ("2025-07-01", "2025-07-01"), ("2025-07-01T09:30:00", "2025-07-01"), ("29/2/2024", "2024-02-29"),
    ]) func aDayIsReadAsPeopleTypeIt(text: String, iso: String) throws { #expect(Day(typed: text) == (try day(iso))) }

    @Test(arguments: ["29/2/2025", "1/7", "1/7/25", "7/2025", "45839", "2025/07/01", "hôm nay", "", "1//2025", "-1/7/2025"])
    func whatIsNoDayIsNotGuessed(text: String) { #expect(Day(typed: text) == nil) }
}
