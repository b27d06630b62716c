import CAssets
import Database
import Domain
import Foundation
import Operations
import Storage

/// The calendar that a command counts by: the database's when there is one, else the one that came with the program.
enum Calendars {
    static func current(_ settings: Settings) async throws -> WorkingCalendar {
        if hasDatabase(settings) {
            let rules = try await Composition.run(settings) { try await $0.office.read { try RulesStore.load($0) } }
            if !rules.calendar.years.isEmpty { return rules.calendar }
        }
        return try shipped().calendar()
    }

    /// The calendar file that came with the program.
    static func shipped() throws -> CalendarFile {
        guard let bytes = ShippedFile.bytes("calendar/vietnam.json") else { throw CommandFailure("Chương trình thiếu lịch nghỉ kèm theo.") }
        return try CalendarFile(bytes)
    }

    private static func hasDatabase(_ settings: Settings) -> Bool {
        let url = settings.databaseURL
        return !url.hasPrefix("sqlite:") || FileManager.default.fileExists(atPath: String(url.dropFirst("sqlite:".count)))
    }
}
