/// What is meant to happen on site (kế hoạch xử lý hiện trường): when, where, what for, and who goes.
package struct VisitPlan: Sendable, Equatable, Codable {
    package var day: Day
    /// When the team meets, in minutes since midnight, 0 to 1,439.
    package var minuteOfDay: Int
    package var place: String
    package var purpose: String
    package var team: [Member]
    /// Units that take part besides the lead.
    package var units: [Participant]

    /// One of the team; by account where the person has one.
    package struct Member: Sendable, Equatable, Codable {
        package var name: String
        package var account: ID<Account>?

        package init(name: String, account: ID<Account>? = nil) {
            self.name = name
            self.account = account
        }
    }

    /// A unit, with its name of that day.
    package struct Participant: Sendable, Equatable, Codable {
        package var unit: ID<Unit>
        package var name: String

        package init(unit: ID<Unit>, name: String) {
            self.unit = unit
            self.name = name
        }
    }

    package init(
        day: Day, minuteOfDay: Int, place: String, purpose: String, team: [Member], units: [Participant] = []
    ) {
        self.day = day
        self.minuteOfDay = minuteOfDay
        self.place = place
        self.purpose = purpose
        self.team = team
        self.units = units
    }

    /// People on one visit at most.
    package static let mostMembers = 30
    /// Units on one visit at most.
    package static let mostUnits = 20

    /// When the team meets.
    package var startsAt: Instant { Instant(day, secondOfDay: minuteOfDay * 60) }

    /// What keeps it from being a plan. A visit of the same day may be written down after it began; one of yesterday is no plan.
    package func problems(on today: Day) -> [Problem] {
        var list = ProblemList()
        if day < today { list.add("day", .dateInPast) }
        if !(0..<1440).contains(minuteOfDay) { list.add("hour", .unknownCode) }
        list.text("place", place, atMost: 300)
        list.text("purpose", purpose, atMost: 2000)
        if team.isEmpty { list.add("members", .missing) }
        if team.count > Self.mostMembers || team.contains(where: { $0.name.unicodeScalars.count > 100 }) {
            list.add("members", .tooLong(Self.mostMembers * 100))
        }
        if units.count > Self.mostUnits { list.add("units", .unknownCode) }
        return list.problems
    }
}
