import Domain

/// When petitions come in: most on working days in the morning and the early afternoon, some in the evening over Zalo, few at
/// night and on days off, a little more as the task force becomes known.
struct Arrivals {
    let office: OfficeClock
    let now: Instant
    /// Days before today on which the first ones come: twelve weeks with today.
    static let days = 83

    private static let byHour: [Double] = [
        0.05, 0.02, 0.02, 0.02, 0.03, 0.15, 0.5, 1.3, 2.6, 3, 2.6, 1.8, 1, 1.6, 2.6, 2.6, 2.2, 1.4, 0.8, 1, 1.2, 0.9, 0.5, 0.2,
    ]
    /// Natural weeks are uneven.
    private static let byWeek: [Double] = [0.72, 0.95, 0.81, 1.06, 0.9, 1.15, 0.84, 1.1, 1.24, 0.98, 1.2, 1.12]

    /// So many moments, in order, the last ones today.
    func moments(_ count: Int, _ chance: inout Chance) -> [Instant] {
        let today = now.day
        let days = (0...Self.days).map { today.adding($0 - Self.days) }
        let weights = days.map(weight)
        let total = weights.reduce(0, +)
        var moments: [Instant] = []
        var owed = 0.0
        for (day, weight) in zip(days, weights) {
            owed += weight / total * Double(count)
            var number = day == today ? max(count - moments.count, 3) : Int(owed) - moments.count
            // Tidy averages would show; a day may be one off, which the next ones make up for.
            if day != today, number > 1, chance.happens(0.4) { number -= 1 }
            for _ in 0..<max(0, number) { moments.append(moment(on: day, &chance)) }
        }
        return moments.sorted()
    }

    private func weight(_ day: Day) -> Double {
        let week = Self.byWeek[min(Self.byWeek.count - 1, (day.number - now.day.number + Self.days) / 7)]
        let passed = day == now.day ? Self.byHour.prefix(now.secondOfDay / 3600).reduce(0, +) / Self.byHour.reduce(0, +) : 1
        guard office.calendar.isWorking(day) else { return 0.2 * week * passed }
        return (day.weekday == .monday ? 1.25 : day.weekday == .friday ? 0.9 : 1) * week * passed
    }

    private func moment(on day: Day, _ chance: inout Chance) -> Instant {
        let last = day == now.day ? now.secondOfDay : 86_399
        let hours = Self.byHour.enumerated().map { $0.offset * 3600 <= last ? $0.element : 0 }
        let hour = chance.index(weighted: hours) ?? 0
        return Instant(day, secondOfDay: chance.number(hour * 3600...min(hour * 3600 + 3599, last)))
    }
}
