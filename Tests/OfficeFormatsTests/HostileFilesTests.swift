import Testing

@testable import OfficeFormats

/// What a table is read from may have been made to harm.
@Suite struct HostileFilesTests {
    @Test(arguments: ["bomb.xlsx", "bomb-that-lies.xlsx"]) func whatUnpacksWithoutEndIsRefused(file: String) throws {
        let bytes = try WorkbookSamples.file(file)
        #expect(bytes.count < 200_000)
        let fault = #expect(throws: TableFault.self) { try TableReader.read(bytes) }
        #expect([.hostile(part: "xl/worksheets/sheet1.xml"), .damaged(part: "xl/worksheets/sheet1.xml")].contains(fault))
    }

    @Test func theSumOfManyPartsHasALimitToo() throws {
        var limits = TableLimits()
        limits.unpackedBytes = 1_000
        let bytes = try WorkbookSamples.workbook()
        #expect(throws: TableFault.self) { try XLSXReader.read(bytes, limits: limits) }
    }

    @Test func anArchiveOfTooManyEntriesIsRefused() throws {
        var limits = TableLimits()
        limits.entries = 4
        let bytes = try WorkbookSamples.workbook()
        #expect(throws: TableFault.hostile(part: "")) { try XLSXReader.read(bytes, limits: limits) }
    }

    static let entity = "<!DOCTYPE a [<!ENTITY b \"c\">]>"
    @Test(arguments: [
        "\(entity)<worksheet/>", "<?xml version=\"1.0\"?>\(entity)<worksheet/>", "<!-- x -->\n\(entity)<worksheet/>",
        "<?xml version=\"1.0\" encoding=\"UTF-7\"?><worksheet/>", "<?xml version=\"1.0\" encoding=x?><worksheet/>", "worksheet", "", "<",
        "<!-- never closed", "<?xml", "\u{FFFE}<a/>",
    ]) func aDocumentWithATypeOrAnotherEncodingIsNotEvenParsed(xml: String) throws {
        let bytes = try WorkbookSamples.workbook(["xl/worksheets/sheet1.xml": xml])
        #expect(throws: TableFault.hostile(part: "xl/worksheets/sheet1.xml")) { try XLSXReader.read(bytes) }
    }

    @Test(arguments: [
        "<worksheet><sheetData>", "<worksheet></sheetData></worksheet>", "<worksheet>&b;</worksheet>", "<worksheet a=1/>",
        "<worksheet><sheetData><row r=\"0\"/></sheetData></worksheet>", "<worksheet><row r=\"2\"/><row r=\"2\"/></worksheet>",
        "<worksheet><row r=\"9999999\"/></worksheet>", "<worksheet><row><c r=\"?1\"/></row></worksheet>",
        "<worksheet><row><c r=\"B1\"/><c r=\"A1\"/></row></worksheet>", "<worksheet><row><c><v>một</v></c></row></worksheet>",
        "<worksheet><row><c><v>nan</v></c></row></worksheet>", "<worksheet><row><c><v>1e999</v></c></row></worksheet>",
        "<worksheet><row><c t=\"s\"><v>0</v></c></row></worksheet>", "<worksheet><row><c t=\"s\"><v>-1</v></c></row></worksheet>",
    ]) func aBrokenSheetIsNamedAsSuch(xml: String) throws {
        let bytes = try WorkbookSamples.workbook(["xl/worksheets/sheet1.xml": xml])
        let fault = #expect(throws: TableFault.self) { try XLSXReader.read(bytes) }
        guard case .damaged = fault else { return #expect(Bool(false), "\(String(describing: fault))") }
    }

    @Test(arguments: ["../../../etc/passwd", "/../../etc/passwd", "..", "worksheets/../../../x"])
    func aPathThatLeadsOutIsRefused(target: String) throws {
        let relations = XLSXParts.workbookRelations.replacing("worksheets/sheet1.xml", with: target)
        let bytes = try WorkbookSamples.workbook(["xl/_rels/workbook.xml.rels": relations])
        let fault = #expect(throws: TableFault.self) { try XLSXReader.read(bytes) }
        #expect([.hostile(part: "xl/workbook.xml"), .damaged(part: "x"), .damaged(part: "")].contains(fault))
    }

    @Test func aSheetThatLiesOutsideTheFileIsNotOpened() throws {
        let relations = XLSXParts.workbookRelations.replacing(
            "Target=\"worksheets/sheet1.xml\"", with: "Target=\"http://127.0.0.1:1/\" TargetMode=\"External\"")
        let bytes = try WorkbookSamples.workbook(["xl/_rels/workbook.xml.rels": relations])
        #expect(throws: TableFault.damaged(part: "xl/workbook.xml")) { try XLSXReader.read(bytes) }
    }

    @Test(arguments: ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
    func aMissingPartIsNamed(part: String) throws {
        let bytes = try WorkbookSamples.workbook([part: nil])
        #expect(throws: TableFault.damaged(part: part)) { try XLSXReader.read(bytes) }
    }

    @Test func anArchiveThatIsNoWorkbookIsToldFromADamagedOne() throws {
        #expect(throws: TableFault.unknownFormat) { try XLSXReader.read(ZipWriter.pack([("a.txt", [1])])) }
    }

    @Test func aWorkbookCutShortIsDamaged() throws {
        let whole = try WorkbookSamples.workbook()
        for count in [2, 4, 30, whole.count / 2, whole.count - 1] {
            #expect(throws: TableFault.self) { try TableReader.read(Array(whole.prefix(count))) }
        }
    }

    @Test func aWorkbookWithAnyByteChangedNeverBringsTheProgramDown() throws {
        let whole = try WorkbookSamples.workbook()
        for index in stride(from: 0, to: whole.count, by: 7) {
            var bytes = whole
            bytes[index] ^= 0x5A
            do { _ = try TableReader.read(bytes) } catch { #expect(error != .notWritten) }
        }
    }

    @Test func theOldBinaryFormatIsNamed() {
        #expect(throws: TableFault.oldOrLocked) { try TableReader.read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) }
    }

    @Test(arguments: [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], [0xFF, 0xD8, 0xFF, 0xE0, 0x80]] as [[UInt8]])
    func aPictureIsNoTable(bytes: [UInt8]) {
        #expect(throws: TableFault.self) { try TableReader.read(bytes) }
    }

    @Test func moreThanTheLimitsIsRefusedNotCut() throws {
        var limits = TableLimits()
        limits.rows = 2
        limits.columns = 3
        limits.cells = 4
        limits.cellCharacters = 5
        func read(_ rows: String) throws -> Sheet { try XLSXReader.read(WorkbookSamples.sheet(rows), limits: limits) }
        let one = "<row><c><v>1</v></c></row>"
        #expect(try read(one + one).rows.count == 2)
        #expect(throws: TableFault.tooManyRows(2)) { try read(one + one + one) }
        #expect(throws: TableFault.tooManyColumns(3)) { try read("<row><c r=\"D1\"><v>1</v></c></row>") }
        let three = "<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>"
        #expect(throws: TableFault.tooManyCells(4)) { try read(three + three) }
        #expect(throws: TableFault.cellTooLong(row: 1, limit: 5)) { try read("<row><c t=\"inlineStr\"><is><t>sáu chữ</t></is></c></row>") }
        limits.fileBytes = 10
        #expect(throws: TableFault.fileTooLarge(10)) { try TableReader.read([UInt8](repeating: 65, count: 11), limits: limits) }
    }
}
