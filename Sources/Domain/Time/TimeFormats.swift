extension Day {
    /// `2026-08-22`, as stored and as machines read it.
    package var iso: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Reads `YYYY-MM-DD`; `nil` for anything else or a day that does not exist.
    package init?(iso: some StringProtocol) {
        let fields = iso.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard fields.count == 3, fields[0].count == 4, fields[1].count == 2, fields[2].count == 2,
            let year = decimal(fields[0]), let month = decimal(fields[1]), let day = decimal(fields[2])
        else { return nil }
        self.init(year, month, day)
    }

    /// `22/08/2026`, as people read it.
    package var vietnamese: String {
        let (year, month, day) = parts
        return "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))"
    }
}

extension Instant {
    /// `2026-08-22T09:05:00+07:00`; milliseconds are dropped.
    package var iso: String { "\(day.iso)T\(clock(seconds: true))+07:00" }

    /// `09:05 22/08/2026`, as people read it.
    package var vietnamese: String { "\(clock(seconds: false)) \(day.vietnamese)" }

    /// `09:05`.
    package var hourAndMinute: String { clock(seconds: false) }

    private func clock(seconds: Bool) -> String {
        let second = secondOfDay
        let minutes = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
        return seconds ? "\(minutes):\(padded(second % 60, 2))" : minutes
    }

    /// Reads `2026-08-03T09:00`, `…T09:00:00`, `…T09:00:00.123`, each with `Z`, `+07:00`, another offset, or none (Vietnamese
    /// time), and a bare day (its midnight). `nil` for anything else.
    package init?(iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count >= 10, let day = Day(iso: String(decoding: bytes[..<10], as: UTF8.self)) else { return nil }
        if bytes.count == 10 {
            self.init(day)
            return
        }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
        var reader = ClockReader(bytes[11...])
        guard let milliseconds = reader.time(), let offset = reader.offset(), reader.atEnd else { return nil }
        self.init(milliseconds: Int64(day.number) * 86_400_000 + milliseconds - offset)
    }
}

/// Reads the part of an ISO 8601 instant behind the `T`.
private struct ClockReader {
    var rest: ArraySlice<UInt8>

    init(_ rest: ArraySlice<UInt8>) { self.rest = rest }

    var atEnd: Bool { rest.isEmpty }

    mutating func time() -> Int64? {
        guard let hour = twoDigits(), hour < 24, take(":"), let minute = twoDigits(), minute < 60 else { return nil }
        var milliseconds = Int64(hour * 3600 + minute * 60) * 1000
        guard take(":") else { return milliseconds }
        guard let second = twoDigits(), second < 60 else { return nil }
        milliseconds += Int64(second) * 1000
        guard take(".") else { return milliseconds }
        let digits = rest.prefix { (48...57).contains($0) }
        guard (1...9).contains(digits.count), let fraction = decimal(digits.prefix(3)) else { return nil }
        rest = rest.dropFirst(digits.count)
        return milliseconds + Int64(fraction * [100, 10, 1][min(digits.count, 3) - 1])
    }

    mutating func offset() -> Int64? {
        if rest.isEmpty { return Instant.offset }
        if take("Z") { return 0 }
        let sign: Int64
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = twoDigits(), hours < 15 else { return nil }
        _ = take(":")
        guard let minutes = rest.isEmpty ? 0 : twoDigits(), minutes < 60 else { return nil }
        return sign * Int64(hours * 3600 + minutes * 60) * 1000
    }

    private mutating func twoDigits() -> Int? {
        guard rest.count >= 2, let value = decimal(rest.prefix(2)) else { return nil }
        rest = rest.dropFirst(2)
        return value
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest = rest.dropFirst()
        return true
    }
}

/// Decimal digits as a number; `nil` when there are none or something else stands among them.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    var value = 0
    for digit in digits {
        guard (48...57).contains(digit) else { return nil }
        value = value * 10 + Int(digit - 48)
    }
    return value
}

/// A number with leading zeros up to a width.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension OfficeHours {
    /// `08:00–17:00`.
    package var vietnamese: String { "\(Self.clock(opens))–\(Self.clock(closes))" }

    private static func clock(_ second: Int) -> String {
        [second / 3600, second / 60 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
