/// A table as it stands on a sheet: rows of cells, whichever format it came in.
package struct Sheet: Sendable, Equatable {
    /// The name on its tab; empty where the format has none.
    package var name: String
    /// The rows that hold something, from above.
    package var rows: [Row]

    package init(name: String = "", rows: [Row]) {
        self.name = name
        self.rows = rows
    }

    /// One row.
    package struct Row: Sendable, Equatable {
        /// As the program shows it to people, from 1.
        package var number: Int
        /// From the first column to the last one that holds something.
        package var cells: [Cell]

        package init(number: Int, cells: [Cell]) {
            self.number = number
            self.cells = cells
        }
    }
}

/// What stands in a cell.
package enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    case number(Double)
    case moment(SheetMoment)
    case boolean(Bool)
    /// What a formula could not work out, such as `#REF!`.
    case fault(String)

    /// The content as text: moments as `2026-08-22` or `2026-08-22T09:05:00`, whole numbers without a point, truth as `TRUE`.
    package var text: String {
        switch self {
        case .empty: ""
        case .text(let text), .fault(let text): text
        case .number(let value):
            value.magnitude < 1e15 && value == value.rounded() ? String(Int64(value)) : "\(value)"
        case .moment(let moment): moment.iso
        case .boolean(let value): value ? "TRUE" : "FALSE"
        }
    }
}

/// A date of the Gregorian calendar with a time of day, in no zone: as people typed it.
package struct SheetMoment: Sendable, Hashable {
    package var year: Int
    package var month: Int
    package var day: Int
    /// 0 to 86,399; midnight when only a date was meant.
    package var secondOfDay: Int

    package init(year: Int, month: Int, day: Int, secondOfDay: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.secondOfDay = secondOfDay
    }

    package var iso: String {
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        if secondOfDay == 0 { return date }
        return "\(date)T\(padded(secondOfDay / 3600, 2)):\(padded(secondOfDay / 60 % 60, 2)):\(padded(secondOfDay % 60, 2))"
    }

    private func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
