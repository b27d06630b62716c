import Testing

@testable import OfficeFormats

@Suite struct CSVReaderTests {
    private func rows(_ text: String) throws -> [[String]] { try CSVReader.read(Array(text.utf8)).rows.map { $0.cells.map(\.text) } }

    @Test(arguments: [
        "Mã,Tên\r\n1,Sở\r\n", "\u{FEFF}Mã,Tên\n1,Sở", "Mã;Tên\r1;Sở\r", "Mã\tTên\n1\tSở\n", "sep=;\r\nMã;Tên\r\n1;Sở\r\n", "sep=|\nMã|Tên\n1|Sở",
        "\n\nMã;Tên\n1;Sở", "\"Mã\";\"Tên\"\n\"1\";\"Sở\"",
    ]) func separatorsAndLineEndsAreRecognised(text: String) throws { #expect(try rows(text) == [["Mã", "Tên"], ["1", "Sở"]]) }

    @Test func quotesKeepSeparatorsLinesAndQuotes() throws {
        #expect(try rows("a,b\n\"x, y\",\"hai\r\ndòng \"\"nháy\"\"\"\n") == [["a", "b"], ["x, y", "hai\r\ndòng \"nháy\""]])
    }

    @Test func aQuoteInsideAFieldStandsAsItIs() throws { #expect(try rows("a,b\n5\" ống,x\n") == [["a", "b"], ["5\" ống", "x"]]) }

    @Test func commasInsideQuotesDoNotChooseTheSeparator() throws { #expect(try rows("\"a,b,c\";d\n1;2") == [["a,b,c", "d"], ["1", "2"]]) }

    @Test func aRowHasTheNumberThatThePersonSees() throws {
        let sheet = try CSVReader.read(Array("a,b\n\n\"1\n2\",x\n,,\ny\n".utf8))
        #expect(sheet.rows.map(\.number) == [1, 3, 5])
    }

    @Test func utf16WithItsMarkIsRead() throws {
        let units = Array("Mã\tTên\r\n".utf16)
        let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(try CSVReader.read(little).rows.first?.cells == [.text("Mã"), .text("Tên")])
        #expect(try CSVReader.read(big).rows.first?.cells == [.text("Mã"), .text("Tên")])
        #expect(throws: TableFault.notUnicode) { try CSVReader.read(Array(little.dropLast())) }
    }

    @Test func aTextInAnOldEncodingIsRefused() { #expect(throws: TableFault.notUnicode) { try CSVReader.read([0x4D, 0xE3, 0x2C, 0x54]) } }

    @Test func aQuoteThatIsNeverClosedIsNamedWithItsRow() {
        #expect(throws: TableFault.openQuote(row: 2)) { try CSVReader.read(Array("a,b\n\"x,y\nz".utf8)) }
    }

    @Test func anEmptyTextHasNoRows() throws { #expect(try rows("").isEmpty && rows("\n ,\n").count == 1) }

    @Test func limitsHold() {
        var limits = TableLimits()
        (limits.rows, limits.columns, limits.cellCharacters) = (1, 2, 3)
        #expect(throws: TableFault.tooManyRows(1)) { try CSVReader.read(Array("a\nb\n".utf8), limits: limits) }
        #expect(throws: TableFault.tooManyColumns(2)) { try CSVReader.read(Array("a,b,c\n".utf8), limits: limits) }
        #expect(throws: TableFault.tooManyColumns(2)) {
            try CSVReader.read([UInt8](repeating: UInt8(ascii: ","), count: 100_000), limits: limits)
        }
        #expect(throws: TableFault.cellTooLong(row: 1, limit: 3)) { try CSVReader.read(Array("abcd\n".utf8), limits: limits) }
    }
}

@Suite struct CSVWriterTests {
    private let table = OutgoingTable(
        name: "x", columns: [.init("Mã"), .init("Tên")],
        rows: [[.text("=HYPERLINK(\"x\")"), .text("a, b; c\td")], [.text("dòng\nmới"), .number(-1)], [.text("+84 912"), .text(" x ")]])

    @Test(arguments: CSVWriter.Separator.allCases) func whatIsWrittenIsReadAgain(separator: CSVWriter.Separator) throws {
        let sheet = try CSVReader.read(CSVWriter.write(table, separator: separator))
        #expect(sheet.rows.map { $0.cells.map(\.text) } == [["Mã", "Tên"]] + table.rows.map { $0.map(\.text) })
    }

    @Test func itBeginsWithTheMarkAndEndsItsLinesWithBoth() {
        let bytes = CSVWriter.write(table)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) && bytes.suffix(2) == [0x0D, 0x0A])
    }

    @Test func whatSomebodySentIsNeverAFormula() {
        let text = String(decoding: CSVWriter.write(table).dropFirst(3), as: UTF8.self)
        #expect(text.contains("\"'=HYPERLINK(\"\"x\"\")\"") && text.contains("'+84 912"))
        #expect(text.contains(",-1\r\n"), "a number of ours stays a number")
    }
}
