import Domain

/// A small province for tests of units over time.
enum Units {
    static let beginning = Day(number: 18_000)
    static let merger = Day(number: 20_270)

    static func id(_ number: Int) -> ID<Unit> {
        ID(
            at: Instant(milliseconds: 1_600_000_000_000),
            chance: [0, 0, 0, 0, 0, 0, 0, UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)])
    }

    static func version(_ number: Int, _ name: String, _ level: Unit.Level = .department, under parent: Int? = nil) -> UnitVersion {
        UnitVersion(unit: id(number), validFrom: beginning, name: name, shortName: name, level: level, parent: parent.map(id))
    }

    static let document = Decision(number: "1386/QĐ-UBND", date: merger, title: "Sắp xếp các cơ quan chuyên môn")

    /// A province with three departments, a district and two communes below it.
    static func register() throws(UnitFault) -> UnitRegister {
        var register = UnitRegister()
        try register.found("tinh", version(1, "Ủy ban nhân dân tỉnh", .province))
        try register.found("khdt", version(2, "Sở Kế hoạch và Đầu tư", under: 1))
        try register.found("tc", version(3, "Sở Tài chính", under: 1))
        try register.found("tttt", version(4, "Sở Thông tin và Truyền thông", under: 1))
        try register.found("huyen", version(5, "Ủy ban nhân dân huyện", .district, under: 1))
        try register.found("xa-a", version(6, "Ủy ban nhân dân xã A", .commune, under: 5))
        try register.found("xa-b", version(7, "Ủy ban nhân dân xã B", .commune, under: 5))
        return register
    }

    static func plan(_ steps: [ReorganisationPlan.Step], people: [String: String]? = nil) -> ReorganisationPlan {
        ReorganisationPlan(title: "Sắp xếp", document: document, steps: steps, people: people)
    }

    /// Ids for founded units, one after the other.
    final class Counter {
        private var next = 100
        func id() -> ID<Unit> {
            next += 1
            return Units.id(next)
        }
    }

    static func effect(_ steps: [ReorganisationPlan.Step], on day: Day = merger, in register: UnitRegister) throws(PlanFault) -> ReorganisationEffect {
        let counter = Counter()
        return try ReorganisationEffect(of: plan(steps), on: day, in: register) { counter.id() }
    }
}
