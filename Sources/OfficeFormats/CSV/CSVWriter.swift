/// Writes text with separators so that spreadsheet programs open it rightly: UTF-8 with its mark, lines ending in CRLF.
package enum CSVWriter {
    /// What stands between fields.
    package enum Separator: String, Sendable, CaseIterable {
        case comma = ","
        case semicolon = ";"
        case tab = "\t"
    }

    package static func write(_ table: OutgoingTable, separator: Separator = .comma) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in [table.columns.map { Cell.text($0.head) }] + table.rows {
            bytes += row.map { field($0, separator) }.joined(separator: separator.rawValue).utf8
            bytes += "\r\n".utf8
        }
        return bytes
    }

    private static func field(_ cell: Cell, _ separator: Separator) -> String {
        let text: String
        switch cell {
        case .text(let content), .fault(let content): text = content.formulaGuarded
        case .empty, .number, .moment, .boolean: text = cell.text
        }
        let needsQuotes = text.utf8.contains { byte in
            byte == 0x22 || byte == 0x0A || byte == 0x0D || separator.rawValue.utf8.first == byte
        }
        guard needsQuotes || text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars { quoted.unicodeScalars.append(contentsOf: scalar == "\"" ? ["\"", "\""] : [scalar]) }
        return quoted + "\""
    }
}

extension String {
    /// A text that a spreadsheet program would work out as a formula gets an apostrophe in front: what somebody sent must not run on
    /// the machine of whoever opens the table. The reader takes it away again.
    var formulaGuarded: String { Self.looksLikeFormula(utf8.first) ? "'" + self : self }

    var formulaGuardRemoved: String {
        utf8.first == UInt8(ascii: "'") && Self.looksLikeFormula(utf8.dropFirst().first) ? String(unicodeScalars.dropFirst()) : self
    }

    private static func looksLikeFormula(_ byte: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }
}
