import Documents
import Domain
import OfficeFormats
import Testing

@Suite struct ImportFileTests {
    private let known: (String) -> Bool = { _ in false }

    @Test func aTableFromAWorkbookGivesDrafts() throws {
        let table = OutgoingTable(
            name: "x", columns: UnitColumn.allCases.map { .init($0.head) },
            rows: [
                [
                    .number(218), .text("Phường Mới"), .empty, .text("Cấp xã"), .empty,
                    .moment(SheetMoment(year: 2025, month: 7, day: 1)),
                ]
            ])
        for bytes in [try XLSXWriter.write(table), CSVWriter.write(table, separator: .semicolon)] {
            let drafts = try UnitImport.check(ImportFile.table(bytes, of: UnitColumn.self), words: .vietnamese, known: known).get()
            #expect(drafts.map(\.code) == ["218"] && drafts.first?.from.iso == "2025-07-01" && drafts.first?.level == .commune)
        }
    }

    @Test func theTemplateHoldsTheHeadsThatAreUnderstood() throws {
        let table = try ImportFile.table(ImportFile.template("Tài khoản", of: AccountColumn.self), of: AccountColumn.self)
        #expect(table.heads.count == AccountColumn.allCases.count && table.rows.isEmpty)
        let result = AccountImport.check(table, words: .vietnamese, knownUnit: known, knownLogin: known)
        guard case .failure(let failure) = result else { return #expect(Bool(false)) }
        #expect(failure.problems.map(\.fault) == [.noRows])
    }

    @Test func everyWordOfARoleAndALevelIsUnderstood() throws {
        for role in Role.allCases {
            let rows = [["Tên đăng nhập", "Họ tên", "Mã đơn vị", "Vai trò", "Từ ngày"], ["an", "A", "u", Terms.name(role), "1/7/2025"]]
            let table = try ImportTable(
                rows.enumerated().map { ImportTable.Row(number: $0 + 1, cells: $1) }, of: AccountColumn.self)
            let drafts = try AccountImport.check(table, words: .vietnamese, knownUnit: { _ in true }, knownLogin: known).get()
            #expect(drafts.first?.roles == [role])
        }
        #expect(ImportWords.vietnamese.levels.count == Unit.Level.allCases.count)
    }

    @Test func aFileThatIsNoTableIsToldAsSuch() {
        #expect(throws: ImportFileFault.unreadable(.oldOrLocked)) {
            try ImportFile.table([0xD0, 0xCF, 0x11, 0xE0], of: UnitColumn.self)
        }
    }

    @Test func aProblemIsToldWithItsPlace() {
        let problem = ImportProblem(row: 7, column: "Từ ngày", .notADate("32/1"))
        #expect(ImportProblemWords.line(problem).hasPrefix("Dòng 7, cột “Từ ngày”: “32/1” không phải là ngày."))
        #expect(ImportProblemWords.line(ImportProblem(row: nil, column: nil, .noRows)).hasPrefix("Dưới tiêu đề"))
    }

    @Test func theListOfProblemsIsAWorkbook() throws {
        let bytes = try ImportFile.problems(ImportFailure([ImportProblem(row: 7, column: "Mã", .missing)]))
        let sheet = try XLSXReader.read(bytes)
        #expect(sheet.rows[1].cells == [.number(7), .text("Mã"), .text("Ô này không được để trống.")])
    }
}
