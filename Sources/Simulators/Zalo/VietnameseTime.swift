import Foundation

/// A moment (milliseconds since 1970) as `21/11/2026`, in Vietnamese time.
func vietnameseDay(_ milliseconds: Int64) -> String { formatted(milliseconds, "%02d/%02d/%04d", [.day, .month, .year]) }

/// A moment as `09:05`, in Vietnamese time.
func vietnameseClock(_ milliseconds: Int64) -> String { formatted(milliseconds, "%02d:%02d", [.hour, .minute]) }

/// A moment's month as `2026_11`.
func vietnameseMonth(_ milliseconds: Int64) -> String { formatted(milliseconds, "%04d_%02d", [.year, .month]) }

/// A moment's day as `2026_11_21`, which sorts.
func sortableDay(_ milliseconds: Int64) -> String { formatted(milliseconds, "%04d_%02d_%02d", [.year, .month, .day]) }

/// The hour of the day.
func vietnameseHour(_ milliseconds: Int64) -> Int { parts(milliseconds, [.hour])[0] }

private func formatted(_ milliseconds: Int64, _ format: String, _ components: [Calendar.Component]) -> String {
    String(format: format, arguments: parts(milliseconds, components))
}

private func parts(_ milliseconds: Int64, _ components: [Calendar.Component]) -> [Int] {
    var calendar = Calendar(identifier: .gregorian)
    if let zone = TimeZone(secondsFromGMT: 7 * 3600) { calendar.timeZone = zone }
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    return components.map { calendar.component($0, from: date) }
}
