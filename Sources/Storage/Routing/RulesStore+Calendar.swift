package import Database
package import Domain

// The working calendar, a day and a year at a time.
extension RulesStore {
    /// Puts a special day in its place, new or changed. A year of which nothing was known is provisional from then on.
    package static func keep(_ day: SpecialDay, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO calendar_day (day, kind, name, source, provisional)
            VALUES (\(day.date), \(day.kind), \(day.name), \(day.source), \(day.provisional))
            ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, source = excluded.source,
              provisional = excluded.provisional
            """)
        try tx.run(
            """
            INSERT INTO calendar_year (year, source, provisional) VALUES (\(day.date.year), \(day.source), \(true))
            ON CONFLICT (year) DO NOTHING
            """)
    }

    package static func remove(_ day: Day, _ tx: Transaction) throws {
        try tx.run("DELETE FROM calendar_day WHERE day = \(day)")
    }

    /// Says how well a year is known. When it is decided, what was entered as expected rests on that decision from then on.
    package static func mark(_ year: CalendarFile.Year, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO calendar_year (year, source, provisional) VALUES (\(year.year), \(year.source), \(year.provisional))
            ON CONFLICT (year) DO UPDATE SET source = excluded.source, provisional = excluded.provisional
            """)
        guard !year.provisional, let first = Day(year.year, 1, 1), let last = Day(year.year, 12, 31) else { return }
        try tx.run(
            """
            UPDATE calendar_day SET provisional = \(false), source = \(year.source)
            WHERE day >= \(first) AND day <= \(last) AND provisional = \(true)
            """)
    }

    /// What is known of a year; `nil` when nothing is.
    package static func year(_ year: Int, _ tx: Transaction) throws -> CalendarFile.Year? {
        try tx.first("SELECT year, source, provisional FROM calendar_year WHERE year = \(year)") { row in
            CalendarFile.Year(year: try row["year"], source: try row["source"], provisional: try row["provisional"])
        }
    }
}
