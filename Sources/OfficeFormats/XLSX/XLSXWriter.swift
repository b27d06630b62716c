/// A table to be written: heads above, rows below.
package struct OutgoingTable: Sendable, Equatable {
    /// The name on the tab.
    package var name: String
    package var columns: [Column]
    package var rows: [[Cell]]

    /// A column with its head and its width in characters.
    package struct Column: Sendable, Equatable {
        package var head: String
        package var width: Int

        package init(_ head: String, width: Int = 20) {
            self.head = head
            self.width = width
        }
    }

    package init(name: String, columns: [Column], rows: [[Cell]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }
}

/// Writes a workbook of one sheet: heads in bold that stay when the sheet is scrolled, with a filter; dates as day/month/year; texts
/// as texts, so that nothing that somebody sent is ever worked out as a formula. Equal tables make equal bytes.
package enum XLSXWriter {
    package static func write(_ table: OutgoingTable) throws(TableFault) -> [UInt8] {
        try ZipWriter.pack([
            ("[Content_Types].xml", Array(XLSXParts.contentTypes.utf8)), ("_rels/.rels", Array(XLSXParts.rootRelations.utf8)),
            ("xl/workbook.xml", Array(XLSXParts.workbook(sheet: sheetName(table.name)).utf8)),
            ("xl/_rels/workbook.xml.rels", Array(XLSXParts.workbookRelations.utf8)), ("xl/styles.xml", Array(XLSXParts.styles.utf8)),
            ("xl/worksheets/sheet1.xml", try sheet(table)),
        ])
    }

    /// A name as tabs may bear it: at most 31 characters and none of `[]:*?/\`.
    static func sheetName(_ name: String) -> String {
        let allowed = name.unicodeScalars.filter { !"[]:*?/\\'".unicodeScalars.contains($0) && $0.value >= 0x20 }
        var scalars = String.UnicodeScalarView()
        var units = 0
        for scalar in allowed {
            units += UTF16.width(scalar)
            if units > 31 { break }
            scalars.append(scalar)
        }
        return scalars.isEmpty ? "Sheet1" : String(scalars)
    }

    private static func sheet(_ table: OutgoingTable) throws(TableFault) -> [UInt8] {
        var xml = Array(XLSXParts.sheetStart.utf8)
        let last = "\(SheetContent.letters(of: max(table.columns.count, 1)))\(table.rows.count + 1)"
        if !table.columns.isEmpty {
            xml += "<cols>".utf8
            for (index, column) in table.columns.enumerated() {
                xml += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(min(max(column.width, 1), 255))\" customWidth=\"1\"/>".utf8
            }
            xml += "</cols>".utf8
        }
        xml += "<sheetData>".utf8
        try row(1, table.columns.map { .text($0.head) }, style: .head, to: &xml)
        for (index, cells) in table.rows.enumerated() { try row(index + 2, cells, style: .plain, to: &xml) }
        xml += "</sheetData>".utf8
        if !table.columns.isEmpty { xml += "<autoFilter ref=\"A1:\(last)\"/>".utf8 }
        xml += "</worksheet>".utf8
        return xml
    }

    /// The styles of `XLSXParts.styles`, by their place.
    private enum Style: Int {
        case plain, head, date, moment
    }

    private static func row(_ number: Int, _ cells: [Cell], style: Style, to xml: inout [UInt8]) throws(TableFault) {
        xml += "<row r=\"\(number)\">".utf8
        for (index, cell) in cells.enumerated() {
            let place = "r=\"\(SheetContent.letters(of: index + 1))\(number)\""
            switch cell {
            case .empty: continue
            case .text(let text), .fault(let text):
                let limit = TableLimits().cellCharacters
                if text.utf16.count > limit { throw .cellTooLong(row: number, limit: limit) }
                xml += "<c \(place) s=\"\(style.rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
                xml += text.escapesGuarded.xmlEscaped.utf8
                xml += "</t></is></c>".utf8
            case .number(let value):
                // The format has no infinity: what is no number stays an empty cell.
                if value.isFinite { xml += "<c \(place) s=\"\(style.rawValue)\"><v>\(cell.text)</v></c>".utf8 }
            case .moment(let moment):
                let style = moment.secondOfDay == 0 ? Style.date : .moment
                xml += "<c \(place) s=\"\(style.rawValue)\"><v>\(Cell.number(DateEpoch.serial(moment)).text)</v></c>".utf8
            case .boolean(let value):
                xml += "<c \(place) s=\"\(style.rawValue)\" t=\"b\"><v>\(value ? 1 : 0)</v></c>".utf8
            }
        }
        xml += "</row>".utf8
    }
}
