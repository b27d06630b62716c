package import Domain

/// Lives of the demonstration province over years, one after the other: for measuring with as many cases as a large province
/// has. The same cast, calendar, span, count and seed give the same lives, whatever was taken before.
package struct LongPlan: Sequence, IteratorProtocol {
    private let cast: Cast
    private let office: OfficeClock
    private let first: Day
    private let now: Instant
    private let count: Int
    private var chance: Chance
    private let petitions: [Petition]
    private var today: [Instant] = []
    private var day: Day
    private var made = 0
    private var owed = 0.0
    private let total: Double

    /// Days of a life: everything that ends has ended by then, so that nothing further needs to be planned.
    private static let longestLife = 120
    /// Characters of a petition's words: other systems were measured with as many.
    private static let length = 300

    /// - Parameters:
    ///   - from: the first day on which something comes in.
    ///   - now: where the plan ends; the cases of the last weeks are still under way then.
    package init(cast: Cast, calendar: WorkingCalendar, from first: Day, now: Instant, count: Int, seed: UInt64) {
        self.cast = cast
        self.first = first
        self.now = now
        self.count = count
        office = OfficeClock(calendar: calendar)
        chance = Chance(seed: seed)
        petitions = cast.petitions.filter { $0.duplicateOf == nil }
        day = first
        total = (first.number...now.day.number).reduce(0) { $0 + Self.weight(Day(number: $1), calendar) }
    }

    /// The next case with its life up to now, by arrival; `nil` when all have come.
    package mutating func next() -> PlannedCase? {
        while today.isEmpty {
            guard made < count, day <= now.day else { return nil }
            arrive()
        }
        let moment = today.removeFirst()
        guard let petition = chance.one(of: petitions), let sender = chance.one(of: cast.candidates(for: petition)) else { return nil }
        let end = Instant(Swift.min(now.day, moment.day.adding(Self.longestLife)), secondOfDay: now.secondOfDay)
        var writer = LifeWriter(
            cast: cast, office: office, part: .init(petition: petition, sender: sender, arrivesAt: moment), now: end,
            chance: Chance(seed: chance.next()))
        var planned = writer.write()
        lengthen(&planned, of: sender, with: writer.placeholders)
        return planned
    }

    /// Deals out the moments of the next day.
    private mutating func arrive() {
        owed += Self.weight(day, office.calendar) / total * Double(count)
        let isLast = day == now.day
        let number = isLast ? count - made : Int(owed) - made
        let latest = isLast ? Swift.max(now.secondOfDay, 1) : 86_400
        let moments = (0..<Swift.max(0, number)).map { _ in
            // Most come between eight and five, some in the evening, few at night.
            let second = chance.happens(0.8) ? chance.number(28_800...61_199) : chance.number(0...86_399)
            return Instant(milliseconds: Instant(day, secondOfDay: second % latest).milliseconds + Int64(chance.number(0...999)))
        }
        today = moments.sorted()
        made += today.count
        day = day.adding(1)
    }

    private static func weight(_ day: Day, _ calendar: WorkingCalendar) -> Double { calendar.isWorking(day) ? 1 : 0.15 }

    /// A firm tells all that troubles it at once, and names its letter.
    private mutating func lengthen(_ planned: inout PlannedCase, of sender: Sender, with placeholders: Placeholders) {
        let further = petitions.filter { $0.senders.contains(sender.kind) && $0.sites.contains(sender.site) && $0.firms == nil }
        while planned.text.unicodeScalars.count < Self.length, let other = chance.one(of: further) {
            planned.text += "\nNgoài ra: " + placeholders.fill(other.text)
        }
        planned.text += "\nVăn bản số \(chance.number(1...9999))/CV."
    }
}
