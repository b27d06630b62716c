/// The rows of a worksheet. What a sheet says of its own extent is not believed, and rows and cells that are only formatted do not
/// count: only what holds something does.
struct SheetContent: XMLContent {
    private(set) var rows: [Sheet.Row] = []
    private let strings: [String]
    private let styles: CellStyles
    private let epoch: DateEpoch
    private let limits: TableLimits

    private var number = 0
    private var cells: [Cell] = []
    private var filled = 0
    private var column = 0
    private var type = ""
    private var style = 0
    private var value = ""
    private var isValue = false
    private var run = TextRun()

    init(strings: [String], styles: CellStyles, epoch: DateEpoch, limits: TableLimits) {
        self.strings = strings
        self.styles = styles
        self.epoch = epoch
        self.limits = limits
    }

    mutating func open(_ name: String, _ attributes: [String: String]) throws(TableFault) {
        switch name {
        case "row": try openRow(attributes)
        case "c": try openCell(attributes)
        case "v": isValue = true
        default: run.open(name)
        }
    }

    mutating func text(_ text: String) throws(TableFault) {
        if isValue {
            value += text
            if value.utf8.count > limits.cellCharacters, value.utf16.count > limits.cellCharacters {
                throw .cellTooLong(row: number, limit: limits.cellCharacters)
            }
        } else {
            try run.add(text, row: number, limit: limits.cellCharacters)
        }
    }

    mutating func close(_ name: String) throws(TableFault) {
        switch name {
        case "row": try closeRow()
        case "c": try closeCell()
        case "v": isValue = false
        default: run.close(name)
        }
    }

    private mutating func openRow(_ attributes: [String: String]) throws(TableFault) {
        let next = attributes["r"].flatMap { Int($0) } ?? number + 1
        guard next > number, next <= 1_048_576 else { throw .damaged(part: "sheet") }
        number = next
        cells = []
        column = 0
    }

    private mutating func openCell(_ attributes: [String: String]) throws(TableFault) {
        if let reference = attributes["r"] {
            guard let found = Self.column(of: reference), found > column else { throw .damaged(part: "sheet") }
            column = found
        } else {
            column += 1
        }
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        value = ""
        run = TextRun()
    }

    private mutating func closeCell() throws(TableFault) {
        let cell = try content()
        if cell == .empty { return }
        filled += 1
        if filled > limits.cells { throw .tooManyCells(limits.cells) }
        if column > limits.columns { throw .tooManyColumns(limits.columns) }
        while cells.count < column - 1 { cells.append(.empty) }
        cells.append(cell)
    }

    private mutating func closeRow() throws(TableFault) {
        if cells.isEmpty { return }
        rows.append(Sheet.Row(number: number, cells: cells))
        if rows.count > limits.rows { throw .tooManyRows(limits.rows) }
    }

    private func content() throws(TableFault) -> Cell {
        switch type {
        case "s":
            if value.isEmpty { return .empty }
            guard let index = Int(value), strings.indices.contains(index) else { throw .damaged(part: "sharedStrings") }
            return Self.text(strings[index])
        case "inlineStr": return Self.text(run.text.escapesDecoded)
        case "str", "d": return Self.text(value.escapesDecoded)
        case "b": return value.isEmpty ? .empty : .boolean(value == "1" || value == "true")
        case "e": return .fault(value)
        default:
            if value.isEmpty { return .empty }
            guard let number = Double(value), number.isFinite else { throw .damaged(part: "sheet") }
            if styles.isDate(style), let moment = epoch.moment(number) { return .moment(moment) }
            return .number(number)
        }
    }

    private static func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

    /// The column of a reference such as `BC12`, from 1; `nil` when it is none or beyond what the format knows.
    static func column(of reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8.prefix(while: { !(48...57).contains($0) }) {
            guard (65...90).contains(byte), column < 1_000 else { return nil }
            column = column * 26 + Int(byte - 64)
        }
        return (1...16_384).contains(column) ? column : nil
    }

    /// The letters of a column, from 1.
    static func letters(of column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.insert(UInt8(65 + (rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
