/// Reads text with separators as spreadsheet programs save it (RFC 4180 and its relatives): UTF-8 with or without a mark, UTF-16 with
/// one, and the old code page of Vietnamese Windows; commas, semicolons or tabs; quotes; any line end.
package enum CSVReader {
    /// The rows that hold something; a row that runs over several lines counts as one, as in the program that shows it.
    package static func read(_ bytes: [UInt8], limits: TableLimits = TableLimits()) throws(TableFault) -> Sheet {
        if bytes.count > limits.fileBytes { throw .fileTooLarge(limits.fileBytes) }
        var text = try unicode(bytes)[...]
        // Pictures and documents are full of zeros; no text is.
        if text.contains(0) { throw .unknownFormat }
        let separator = declared(&text) ?? recognise(text)
        var lines = CSVLines(text, separator: separator, limits: limits)
        var rows: [Sheet.Row] = []
        var filled = 0
        while let fields = try lines.next() {
            var cells = fields.map { $0.isEmpty ? Cell.empty : .text($0.formulaGuardRemoved) }
            while cells.last == .empty { cells.removeLast() }
            if cells.isEmpty { continue }
            filled += cells.count { $0 != .empty }
            if cells.count > limits.columns { throw .tooManyColumns(limits.columns) }
            if rows.count == limits.rows { throw .tooManyRows(limits.rows) }
            if filled > limits.cells { throw .tooManyCells(limits.cells) }
            rows.append(Sheet.Row(number: lines.row, cells: cells))
        }
        return Sheet(rows: rows)
    }

    private static func unicode(_ bytes: [UInt8]) throws(TableFault) -> [UInt8] {
        switch (bytes.first, bytes.dropFirst().first) {
        case (0xFF, 0xFE): return try utf16(bytes, low: 0, high: 1)
        case (0xFE, 0xFF): return try utf16(bytes, low: 1, high: 0)
        default: break
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if String(validating: text, as: UTF8.self) != nil { return text }
        guard let decoded = Windows1258.decode(text) else { throw .notUnicode }
        return Array(decoded.utf8)
    }

    private static func utf16(_ bytes: [UInt8], low: Int, high: Int) throws(TableFault) -> [UInt8] {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low]) }
        guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else { throw .notUnicode }
        return Array(text.utf8)
    }

    /// A first line `sep=;` names the separator and is no row.
    private static func declared(_ text: inout ArraySlice<UInt8>) -> UInt8? {
        let line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard line.count == 5, line.starts(with: "sep=".utf8), let separator = line.last else { return nil }
        text = text.dropFirst(5)
        if text.first == UInt8(ascii: "\r") { text = text.dropFirst() }
        if text.first == UInt8(ascii: "\n") { text = text.dropFirst() }
        return separator
    }

    /// The separator that stands most often outside of quotes in the first line that holds something.
    private static func recognise(_ text: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        var hasContent = false
        for byte in text {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if hasContent { break }
                counts = [0, 0, 0]
            } else if let index = candidates.firstIndex(of: byte) {
                counts[index] += 1
            } else if byte != UInt8(ascii: " ") {
                hasContent = true
            }
        }
        let most = counts.max() ?? 0
        return counts.firstIndex(of: most).map { candidates[$0] } ?? candidates[0]
    }
}

/// Cuts a text into rows of fields.
private struct CSVLines {
    private var rest: ArraySlice<UInt8>
    private let separator: UInt8
    private let limits: TableLimits
    /// The number of the row that came last.
    private(set) var row = 0

    private static let quote = UInt8(ascii: "\"")
    private static let feed = UInt8(ascii: "\n")
    private static let carriage = UInt8(ascii: "\r")

    init(_ text: ArraySlice<UInt8>, separator: UInt8, limits: TableLimits) {
        rest = text
        self.separator = separator
        self.limits = limits
    }

    mutating func next() throws(TableFault) -> [String]? {
        if rest.isEmpty { return nil }
        row += 1
        var fields: [String] = []
        while true {
            fields.append(try field())
            // Formatted columns without end stand in no text: this many separators are a mistake or an attack.
            if fields.count > limits.columns * 16 { throw .tooManyColumns(limits.columns) }
            guard let byte = rest.popFirst() else { return fields }
            if byte == separator { continue }
            if byte == Self.carriage, rest.first == Self.feed { rest = rest.dropFirst() }
            return fields
        }
    }

    /// A field up to its separator or the end of its line. Quotes count where a field begins with one; elsewhere they stand as they are.
    private mutating func field() throws(TableFault) -> String {
        var bytes: [UInt8] = []
        if rest.first == Self.quote {
            rest = rest.dropFirst()
            try quoted(into: &bytes)
        }
        let plain = rest.prefix { $0 != separator && $0 != Self.feed && $0 != Self.carriage }
        bytes += plain
        rest = rest[plain.endIndex...]
        let text = String(decoding: bytes, as: UTF8.self)
        if text.utf8.count > limits.cellCharacters, text.utf16.count > limits.cellCharacters {
            throw .cellTooLong(row: row, limit: limits.cellCharacters)
        }
        return text
    }

    private mutating func quoted(into bytes: inout [UInt8]) throws(TableFault) {
        while true {
            let piece = rest.prefix { $0 != Self.quote }
            bytes += piece
            rest = rest[piece.endIndex...]
            guard rest.popFirst() != nil else { throw .openQuote(row: row) }
            guard rest.first == Self.quote else { return }
            bytes.append(Self.quote)
            rest = rest.dropFirst()
        }
    }
}
