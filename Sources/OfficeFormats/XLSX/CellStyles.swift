/// Which styles of a workbook show a number as a date.
struct CellStyles: XMLContent {
    private var formats: [Int: String] = [:]
    /// The number format of each style, by its place.
    private var styles: [Int] = []
    private var isInCells = false

    mutating func open(_ name: String, _ attributes: [String: String]) throws(TableFault) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }) { formats[id] = attributes["formatCode"] ?? "" }
        case "cellXfs": isInCells = true
        case "xf": if isInCells { styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
        default: break
        }
    }

    mutating func text(_ text: String) throws(TableFault) {}

    mutating func close(_ name: String) throws(TableFault) {
        if name == "cellXfs" { isInCells = false }
    }

    func isDate(_ style: Int) -> Bool {
        guard styles.indices.contains(style) else { return false }
        let id = styles[style]
        if let code = formats[id] { return Self.isDate(code) }
        // Built-in formats of dates; 27 to 36 and 50 to 58 are those of Asian locales.
        return (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
    }

    /// Whether a format has a part for day, month, year, hour or second, outside of what it shows as it is.
    static func isDate(_ code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isSkipped = false
        for scalar in code.lowercased().unicodeScalars {
            if isSkipped {
                isSkipped = false
                continue
            }
            switch scalar {
            case "\"": isQuoted.toggle()
            case _ where isQuoted: continue
            case "\\", "_", "*": isSkipped = true
            case "[": isBracketed = true
            case "]": isBracketed = false
            case _ where isBracketed: continue
            case ";": return false
            case "d", "m", "y", "h", "s": return true
            default: continue
            }
        }
        return false
    }
}

/// The day from which a workbook counts.
enum DateEpoch {
    case year1900, year1904

    /// A serial number as a moment; `nil` for what is no date: a time of day alone, a number beyond the year 9999, and the 29th of
    /// February 1900, which the first spreadsheets counted though there was none.
    func moment(_ serial: Double) -> SheetMoment? {
        guard serial >= 1, serial < 2_958_466 else { return nil }
        let seconds = Int64((serial * 86_400).rounded())
        let day = Int(seconds / 86_400)
        let number: Int
        switch self {
        case .year1900:
            if day == 60 { return nil }
            number = day - 25_569 + (day < 60 ? 1 : 0)
        case .year1904: number = day - 24_107
        }
        let (year, month, dayOfMonth) = Self.civil(number)
        guard year <= 9_999 else { return nil }
        return SheetMoment(year: year, month: month, day: dayOfMonth, secondOfDay: Int(seconds % 86_400))
    }

    /// The serial number of a moment, counted from 1900.
    static func serial(_ moment: SheetMoment) -> Double {
        let (year, month) = moment.month <= 2 ? (moment.year - 1, moment.month + 9) : (moment.year, moment.month - 3)
        let number = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + moment.day - 1 - 719_468
        let day = number + 25_569
        return Double(day > 60 ? day : day - 1) + Double(moment.secondOfDay) / 86_400
    }

    /// Days since 1970-01-01 as year, month and day of month (days-from-civil algorithm).
    private static func civil(_ number: Int) -> (Int, Int, Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
