import CAssets
import Testing

@testable import Domain

/// The calendar that the program carries.
enum VietnamCalendar {
    static func bytes() throws -> [UInt8] {
        let asset = try #require(dh_asset_find("calendar/vietnam.json"))
        return Array(UnsafeBufferPointer(start: asset.pointee.bytes, count: asset.pointee.length))
    }

    static func load() throws -> WorkingCalendar { try CalendarFile(bytes()).calendar() }

    /// As a calendar would count that knows the days off but not the Saturdays that are worked for them.
    static func withoutMakeUpDays() throws -> WorkingCalendar {
        let file = try CalendarFile(bytes())
        return WorkingCalendar(days: file.days.filter { $0.kind != .makeUpWorkday }, years: [:])
    }
}

func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
func instant(_ iso: String) throws -> Instant { try #require(Instant(iso: iso)) }
