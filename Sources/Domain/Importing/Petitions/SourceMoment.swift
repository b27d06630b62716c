/// A moment as lists of other systems write it: `02/11/2026 09:05`, `9h05 ngày 2-11-2026`, ISO 8601, or the serial number by which
/// spreadsheet programs count days. Without a time of day it is the midnight with which the day begins.
package struct SourceMoment: Sendable, Equatable {
    package var instant: Instant
    package var hasTime: Bool

    /// `nil` for anything that could be read in two ways (years of two digits, `AM` and `PM` of a calendar that writes the month
    /// first) and for what is no date.
    package init?(_ text: String) {
        if let instant = Instant(iso: text) {
            self.init(instant: instant, hasTime: text.utf8.count > 10)
        } else if let serial = Self.serial(text) {
            self = serial
        } else if let typed = Self.typed(text) {
            self = typed
        } else {
            return nil
        }
    }

    private init(instant: Instant, hasTime: Bool) {
        self.instant = instant
        self.hasTime = hasTime
    }

    /// Days since 30/12/1899 in the years 1954 to 2119: a smaller or larger number is something else.
    private static func serial(_ text: String) -> SourceMoment? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }),
            let value = Double(text.replacing(",", with: ".")), value >= 20_000, value < 80_000
        else { return nil }
        let seconds = Int((value * 86_400).rounded())
        let day = Day(number: seconds / 86_400 - 25_569)
        return SourceMoment(instant: Instant(day, secondOfDay: seconds % 86_400), hasTime: seconds % 86_400 != 0)
    }

    private static func typed(_ text: String) -> SourceMoment? {
        var day: Day?
        var second: Int?
        var isAfternoon: Bool?
        for word in text.folded.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" }).map(String.init) {
            switch word {
            case "ngay", "luc", "gio", "-", "–": continue
            case "sa": isAfternoon = false
            case "ch": isAfternoon = true
            default:
                if day == nil, let found = Day(typed: word) {
                    day = found
                } else if second == nil, let found = clock(word) {
                    second = found
                } else {
                    return nil
                }
            }
        }
        guard let day else { return nil }
        if let isAfternoon {
            guard let hour = second.map({ $0 / 3600 }), (1...12).contains(hour) else { return nil }
            second = second.map { $0 % 43_200 + (isAfternoon ? 43_200 : 0) }
        }
        return SourceMoment(instant: Instant(day, secondOfDay: second ?? 0), hasTime: second != nil)
    }

    /// `9:05`, `09:05:30`, `9h05`, `9h`.
    private static func clock(_ word: String) -> Int? {
        var parts = word.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "h") }
        guard (2...3).contains(parts.count) else { return nil }
        if parts.count == 2, parts[1].isEmpty, word.utf8.last == UInt8(ascii: "h") { parts[1] = "00".utf8[...] }
        guard (1...2).contains(parts[0].count), parts.dropFirst().allSatisfy({ $0.count == 2 }) else { return nil }
        let numbers = parts.map { decimal($0) ?? 99 }
        guard numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }
}
