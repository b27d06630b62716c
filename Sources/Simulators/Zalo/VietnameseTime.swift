import Foundation

/// A moment (milliseconds since 1970) as `21/11/2026`, in Vietnamese time.
func vietnameseDay(_ milliseconds: Int64) -> String { formatted(milliseconds, "%02d/%02d/%04d", [.day, .month, .year]) }

/// A moment as `09:05`, in Vietnamese time.
func vietnameseClock(_ milliseconds: Int64) -> String { formatted(milliseconds, "%02d:%02d", [.hour, .minute]) }

private func formatted(_ milliseconds: Int64, _ format: String, _ parts: [Calendar.Component]) -> String {
    var calendar = Calendar(identifier: .gregorian)
    if let zone = TimeZone(secondsFromGMT: 7 * 3600) { calendar.timeZone = zone }
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    return String(format: format, arguments: parts.map { calendar.component($0, from: date) })
}
