import Foundation

/// A calendar as it lies in a file (JSON): the years it speaks for, and their special days, each with its source document.
package struct CalendarFile: Sendable, Equatable {
    package struct Year: Sendable, Equatable {
        package var year: Int
        /// The document that settles the year's days off, in words.
        package var source: String
        package var provisional: Bool

        package init(year: Int, source: String, provisional: Bool) {
            self.year = year
            self.source = source
            self.provisional = provisional
        }
    }

    package private(set) var years: [Year] = []
    package private(set) var days: [SpecialDay] = []

    /// What is wrong with a calendar file; the first fault found.
    package enum Fault: Error, Equatable {
        /// Not JSON of the expected shape; what the decoder said.
        case unreadable(String)
        /// Not a day of the form YYYY-MM-DD that exists.
        case badDate(String)
        case unknownKind(String, on: String)
        case duplicateDay(Day)
        case duplicateYear(Int)
        /// A special day in a year that the file does not list.
        case yearNotListed(Day)
        /// A day without a name or without a source.
        case unexplained(Day)
        /// A make-up day that is worked anyway, or a compensation or swap on a weekend.
        case wrongWeekday(Day)
    }

    /// Reads and checks a file.
    package init(_ bytes: some Sequence<UInt8>) throws(Fault) {
        let raw: Raw
        do {
            raw = try JSONDecoder().decode(Raw.self, from: Data(bytes))
        } catch {
            throw .unreadable(String(describing: error))
        }
        for year in raw.years {
            guard !years.contains(where: { $0.year == year.year }) else { throw .duplicateYear(year.year) }
            years.append(Year(year: year.year, source: year.source, provisional: year.provisional ?? false))
        }
        let listed = Set(years.map(\.year))
        var seen: Set<Day> = []
        for entry in raw.days {
            let day = try Self.check(entry, listed: listed)
            guard seen.insert(day.date).inserted else { throw .duplicateDay(day.date) }
            days.append(day)
        }
        days.sort { $0.date < $1.date }
    }

    package func calendar(hours: OfficeHours = OfficeHours()) -> WorkingCalendar {
        let coverage = years.map { ($0.year, $0.provisional ? WorkingCalendar.Coverage.provisional : .decided) }
        return WorkingCalendar(days: days, years: Dictionary(coverage, uniquingKeysWith: { $1 }), hours: hours)
    }

    private static func check(_ entry: Raw.Entry, listed: Set<Int>) throws(Fault) -> SpecialDay {
        guard let date = Day(iso: entry.date) else { throw .badDate(entry.date) }
        guard let kind = SpecialDay.Kind(rawValue: entry.kind) else { throw .unknownKind(entry.kind, on: entry.date) }
        guard listed.contains(date.year) else { throw .yearNotListed(date) }
        guard !entry.name.isEmpty, !entry.source.isEmpty else { throw .unexplained(date) }
        guard kind.fits(date.weekday) else { throw .wrongWeekday(date) }
        return SpecialDay(
            date: date, kind: kind, name: entry.name, source: entry.source, provisional: entry.provisional ?? false)
    }
}

/// The file's own shape, before anything is checked.
private struct Raw: Decodable {
    struct Year: Decodable {
        var year: Int
        var source: String
        var provisional: Bool?
    }

    struct Entry: Decodable {
        var date: String
        var kind: String
        var name: String
        var source: String
        var provisional: Bool?
    }

    var years: [Year]
    var days: [Entry]
}
