/// A moment, in milliseconds since 1970-01-01 UTC. Read and printed in Vietnamese time: +07:00 all year, no summer time.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Offset of Asia/Ho_Chi_Minh from UTC, in milliseconds.
    static let offset: Int64 = 7 * 3_600_000

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    package func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }
    package func adding(minutes: Int) -> Instant { adding(seconds: minutes * 60) }
    package func adding(hours: Int) -> Instant { adding(seconds: hours * 3600) }

    /// Whole seconds from `earlier` to this moment; negative when this one comes first.
    package func seconds(since earlier: Instant) -> Int { Int((milliseconds - earlier.milliseconds) / 1000) }

    /// The calendar day in Viet Nam.
    package var day: Day { Day(number: Int((milliseconds + Self.offset).flooredQuotient(by: 86_400_000))) }

    /// Seconds since midnight in Viet Nam, 0 to 86,399.
    package var secondOfDay: Int { Int((milliseconds + Self.offset).flooredRemainder(by: 86_400_000) / 1000) }

    /// The moment at which a day reaches a second of its own (0 is midnight), in Vietnamese time.
    package init(_ day: Day, secondOfDay: Int = 0) {
        milliseconds = Int64(day.number) * 86_400_000 + Int64(secondOfDay) * 1000 - Self.offset
    }
}

extension Int64 {
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    func flooredRemainder(by divisor: Int64) -> Int64 { self - flooredQuotient(by: divisor) * divisor }
}
