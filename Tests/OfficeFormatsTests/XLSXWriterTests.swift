import Testing

@testable import OfficeFormats

@Suite struct XLSXWriterTests {
    private let table = OutgoingTable(
        name: "Danh sách: đơn vị / [2026]", columns: [.init("Mã", width: 10), .init("Tên & \"viết tắt\""), .init("Ngày"), .init("Số"), .init("Có")],
        rows: [
            [.text("=1+1"), .text("  hai\ndòng <b> & 'x'\t"), .moment(SheetMoment(year: 2025, month: 7, day: 1)), .number(0.25), .boolean(true)],
            [.text("_x000D_"), .empty, .moment(SheetMoment(year: 1900, month: 2, day: 28, secondOfDay: 60)), .number(-12_345_678), .boolean(false)],
            [.text("Đồng Hành 🤝\r"), .text("x\u{1}y")],
        ])

    @Test func whatIsWrittenIsReadAgain() throws {
        let sheet = try XLSXReader.read(XLSXWriter.write(table))
        #expect(sheet.name == "Danh sách đơn vị  2026")
        #expect(sheet.rows.map(\.number) == [1, 2, 3, 4])
        #expect(sheet.rows[0].cells == table.columns.map { .text($0.head) })
        #expect(sheet.rows[1].cells == table.rows[0] && sheet.rows[2].cells == table.rows[1])
        #expect(sheet.rows[3].cells == [.text("Đồng Hành 🤝\r"), .text("xy")], "what XML cannot hold is left out")
    }

    @Test func equalTablesMakeEqualBytes() throws { #expect(try XLSXWriter.write(table) == XLSXWriter.write(table)) }

    @Test func aTextBeyondWhatACellHoldsIsRefused() {
        let long = OutgoingTable(name: "x", columns: [.init("a")], rows: [[.text(String(repeating: "ă", count: 32_768))]])
        #expect(throws: TableFault.cellTooLong(row: 2, limit: 32_767)) { try XLSXWriter.write(long) }
    }

    @Test(arguments: [("", "Sheet1"), ("[]", "Sheet1"), ("Tên", "Tên"), (String(repeating: "ă", count: 40), String(repeating: "ă", count: 31))])
    func aTabHasANameThatTabsMayBear(name: String, expected: String) { #expect(XLSXWriter.sheetName(name) == expected) }

    @Test func anEmptyTableIsAWorkbookToo() throws {
        #expect(try XLSXReader.read(XLSXWriter.write(OutgoingTable(name: "x", columns: [], rows: []))).rows.isEmpty)
    }
}
