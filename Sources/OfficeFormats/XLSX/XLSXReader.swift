/// Reads a workbook of Office Open XML (ECMA-376), which is hostile until read: sizes, ratios and numbers have limits, names lead
/// nowhere, nothing outside the file is opened, formulas are not worked out.
package enum XLSXReader {
    /// The first sheet that can be seen.
    package static func read(_ bytes: [UInt8], limits: TableLimits = TableLimits()) throws(TableFault) -> Sheet {
        if bytes.count > limits.fileBytes { throw .fileTooLarge(limits.fileBytes) }
        let archive = try ZipReader(bytes, limits: limits)
        let book = try Workbook(archive)
        let strings = try book.part(ofType: "sharedStrings", archive).map { (path) throws(TableFault) in
            try parse(path, SharedStrings(limits: limits), archive).strings
        }
        let styles = try book.part(ofType: "styles", archive).map { (path) throws(TableFault) in
            try parse(path, CellStyles(), archive)
        }
        let content = SheetContent(
            strings: strings ?? [], styles: styles ?? CellStyles(), epoch: book.countsFrom1904 ? .year1904 : .year1900, limits: limits)
        return Sheet(name: book.sheetName, rows: try parse(book.sheetPath, content, archive).rows)
    }

    static func parse<Content: XMLContent>(_ path: String, _ content: Content, _ archive: ZipReader) throws(TableFault) -> Content {
        guard let bytes = try archive.read(path) else { throw .damaged(part: path) }
        return try XMLReader.read(bytes, part: path, into: content)
    }
}
