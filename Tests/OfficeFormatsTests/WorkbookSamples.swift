import Foundation
import Testing

@testable import OfficeFormats

/// Workbooks for tests: files that another program has made, and parts put together by hand.
enum WorkbookSamples {
    /// A file of `Files`.
    static func file(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Files")
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// The parts of a small workbook; those that are given stand instead of the usual ones, `nil` leaves one out.
    static func workbook(_ parts: [String: String?] = [:]) throws -> [UInt8] {
        let all = usual.merging(parts) { $1 }
        return try ZipWriter.pack(all.sorted { $0.key < $1.key }.compactMap { name, text in text.map { (name, Array($0.utf8)) } })
    }

    /// A workbook whose only sheet holds these rows.
    static func sheet(_ rows: String) throws -> [UInt8] {
        try workbook(["xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>"])
    }

    private static let usual: [String: String?] = [
        "_rels/.rels": XLSXParts.rootRelations,
        "xl/workbook.xml": XLSXParts.workbook(sheet: "Bảng"),
        "xl/_rels/workbook.xml.rels": XLSXParts.workbookRelations,
        "xl/styles.xml": XLSXParts.styles,
        "xl/worksheets/sheet1.xml":
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>một</t></is></c></row></sheetData></worksheet>",
    ]
}
