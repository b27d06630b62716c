import Testing

@testable import OfficeFormats

/// Workbooks that another program has made are read as people see them.
@Suite struct XLSXReaderTests {
    private func rows() throws -> [Int: [Cell]] {
        let sheet = try XLSXReader.read(WorkbookSamples.file("cells.xlsx"))
        #expect(sheet.name == "Các loại ô", "the first sheet is hidden")
        return Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.number, $0.cells) })
    }

    @Test func aRowHasTheNumberThatThePersonSees() throws {
        #expect(try rows().keys.sorted() == [1, 2, 3, 4, 7], "empty and merely coloured rows do not count")
    }

    @Test func textsComeWithTheirMarksAndTheirSpaces() throws {
        let rows = try rows()
        #expect(rows[2]?[0] == .text("Tổ phản ứng nhanh – “Đồng Hành”"))
        #expect(rows[3]?[0] == .text("dòng một\ndòng hai"))
        #expect(rows[4]?[0] == .text("Quyết định số 12 năm 2021"))
        #expect(rows[7]?[2] == .text("  giữ khoảng trắng  "))
    }

    @Test func numbersAreNumbersAndAFormatOfMoneyIsNoDate() throws {
        let rows = try rows()
        #expect(rows[2]?[1] == .number(42))
        #expect(rows[3]?[1] == .number(0.1))
        #expect(rows[4]?[1] == .number(-1_500_000))
        #expect(rows[7]?[1] == .number(1e20))
    }

    @Test func datesAreToldByTheirStyle() throws {
        let rows = try rows()
        #expect(rows[2]?[2] == .moment(SheetMoment(year: 2025, month: 7, day: 1)))
        #expect(rows[2]?[3] == .moment(SheetMoment(year: 2026, month: 8, day: 22, secondOfDay: 9 * 3600 + 5 * 60 + 7)))
        #expect(rows[3]?[2] == .moment(SheetMoment(year: 1900, month: 1, day: 5)))
        #expect(rows[4]?[2] == .moment(SheetMoment(year: 2025, month: 7, day: 1, secondOfDay: 43_200)))
        #expect(rows[3]?[3] == .number(0.6041666666666666), "a time of day alone is no date")
    }

    @Test func aWorkbookMayCountFrom1904() throws {
        let sheet = try XLSXReader.read(WorkbookSamples.file("from-1904.xlsx"))
        #expect(sheet.rows.first?.cells == [.moment(SheetMoment(year: 2025, month: 7, day: 1))])
    }

    @Test func truthFaultsAndFormulasWithoutAResult() throws {
        let rows = try rows()
        #expect(rows[2]?[4] == .boolean(true) && rows[3]?[4] == .boolean(false))
        #expect(rows[4]?.count == 5 && rows[4]?[3] == .empty && rows[4]?[4] == .fault("#REF!"))
        #expect(rows[7]?.count == 3, "a formula that nobody has worked out yet holds nothing")
    }

    @Test func whatASheetSaysOfItsExtentIsNotBelieved() throws {
        #expect(try XLSXReader.read(WorkbookSamples.file("huge-dimension.xlsx")).rows.count == 4)
    }

    @Test(arguments: [
        ("<c><v>1</v></c><c><v>2</v></c>", [Cell.number(1), .number(2)]),
        ("<c r=\"C1\"><v>3</v></c>", [.empty, .empty, .number(3)]),
        ("<c t=\"str\"><f>A1&amp;B1</f><v>x_x000D_y</v></c>", [.text("x\ry")]),
        ("<c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>đọc</t></rPh><r><t>b</t></r></is></c>", [.text("ab")]),
        ("<c t=\"inlineStr\"><is><t><![CDATA[<b>]]></t></is></c>", [.text("<b>")]),
        ("<c t=\"d\"><v>2025-07-01</v></c>", [.text("2025-07-01")]),
        ("<c t=\"inlineStr\"><is><t></t></is></c>", []), ("<c t=\"s\"><v></v></c>", []),
    ] as [(String, [Cell])]) func cellsAreReadInEachOfTheirForms(xml: String, cells: [Cell]) throws {
        let sheet = try XLSXReader.read(WorkbookSamples.sheet("<row>\(xml)</row>"))
        #expect(sheet.rows.map(\.cells) == (cells.isEmpty ? [] : [cells]))
    }

    @Test func elementsMayBearAPrefix() throws {
        let bytes = try WorkbookSamples.workbook([
            "xl/worksheets/sheet1.xml":
                "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row r=\"4\"><x:c r=\"A4\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        ])
        #expect(try XLSXReader.read(bytes).rows == [Sheet.Row(number: 4, cells: [.number(7)])])
    }

    @Test(arguments: [
        ("dd/mm/yyyy", true), ("[$-42A]d mmmm yyyy", true), ("h:mm AM/PM", true), ("[h]:mm", true), ("General", false), ("0.00", false),
        ("#,##0 \"đồng\"", false), ("\"ngày\" 0", false), ("0\\d", false), ("[Red]0", false), ("0;d", false), ("_d0", false), ("@", false),
    ]) func aFormatOfADateIsToldFromOthers(code: String, isDate: Bool) {
        #expect(CellStyles.isDate(code) == isDate)
    }

    @Test(arguments: [
        (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (45_839, "2025-07-01"), (45_839.999999999, "2025-07-02"),
        (2_958_465, "9999-12-31"),
    ]) func aSerialNumberIsADay(serial: Double, iso: String) {
        #expect(DateEpoch.year1900.moment(serial)?.iso == iso)
    }

    @Test(arguments: [0, 0.5, -1, 60, 2_958_466, 1e300]) func aNumberThatIsNoDayStaysANumber(serial: Double) {
        #expect(DateEpoch.year1900.moment(serial) == nil)
    }

    @Test(arguments: [("A1", 1), ("Z9", 26), ("AA10", 27), ("XFD1", 16_384), ("XFE1", nil), ("1", nil), ("a1", nil), ("AAAAAAAAAA1", nil)])
    func aReferenceNamesItsColumn(reference: String, column: Int?) {
        #expect(SheetContent.column(of: reference) == column)
        if let column { #expect(reference.hasPrefix(SheetContent.letters(of: column))) }
    }
}
