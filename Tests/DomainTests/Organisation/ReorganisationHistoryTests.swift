import Domain
import Testing

/// Any sequence of mergers, divisions and changes of name keeps every case reachable and every name printable (property).
@Suite struct ReorganisationHistoryTests {
    /// A life of a province: random plans, one after the other, and what was true on the way.
    private struct History {
        var register: UnitRegister
        /// Who led a case at the beginning, by field.
        var names: [(unit: ID<Unit>, day: Day, name: String)] = []
        var last = Units.beginning
    }

    private static let fields = ["dat-dai", "thue", "von", "dien"].map(FieldCode.init)

    private static func step(_ register: UnitRegister, on day: Day, number: Int, _ dice: inout Dice) -> [ReorganisationPlan.Step] {
        let living = register.living(on: day).filter { $0.level != .province }.compactMap { register.key(of: $0.unit) }
        guard let first = living.randomElement(using: &dice), let second = living.filter({ $0 != first }).randomElement(using: &dice) else {
            return []
        }
        let new = "moi-\(number)"
        let found = ReorganisationPlan.Step.found(
            key: new, name: "Đơn vị mới \(number)", shortName: nil, level: .department, parent: "tinh", code: nil)
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: return [.merge(from: [first], into: second)]
        case 1: return [found, .merge(from: [first, second], into: new)]
        case 2: return [found, .split(unit: first, parts: [.init(to: new, fields: [fields.randomElement(using: &dice) ?? fields[0]])], rest: second)]
        case 3: return [.change(unit: first, name: "Tên \(number)", shortName: nil, level: nil, parent: nil, code: nil)]
        default: return [.transfer(from: first, to: second, fields: [fields.randomElement(using: &dice) ?? fields[0]], areas: nil)]
        }
    }

    private static func live(seed: UInt64, plans: Int) throws -> History {
        var dice = Dice(seed)
        var history = History(register: try Units.register())
        for number in 0..<plans {
            let day = history.last.adding(Int.random(in: 1..<200, using: &dice))
            for version in history.register.living(on: day) { history.names.append((version.unit, day.adding(-1), version.name)) }
            let steps = step(history.register, on: day, number: number, &dice)
            // The last unit below the province has nobody to merge with.
            guard !steps.isEmpty else { continue }
            let counter = number * 10 + 200
            var made = 0
            let effect = try ReorganisationEffect(of: Units.plan(steps), on: day, in: history.register) {
                made += 1
                return Units.id(counter + made)
            }
            history.register = effect.after
            history.last = day
        }
        return history
    }

    @Test(arguments: UInt64(1)...60) func everyCaseHasALivingOwner(seed: UInt64) throws {
        let history = try Self.live(seed: seed, plans: 25)
        for unit in history.register.versions.keys {
            for field in Self.fields.map(Optional.some) + [nil] {
                let heir = history.register.heir(of: unit, for: Matter(field: field), on: history.last)
                let lives = history.register.isOpen(heir.unit, on: history.last)
                #expect(lives, "\(history.register.key(of: unit) ?? "") \(field?.text ?? "")")
            }
        }
        #expect(history.register.faults().isEmpty)
    }

    /// A case that moves with each plan ends where somebody who asks once at the end finds it.
    @Test(arguments: UInt64(1)...30) func movingStepByStepEndsWithALivingOwnerToo(seed: UInt64) throws {
        var dice = Dice(seed)
        var register = try Units.register()
        var leads = register.living(on: Units.merger).map(\.unit)
        var day = Units.merger
        for number in 0..<20 {
            day = day.adding(30)
            let steps = Self.step(register, on: day, number: number, &dice)
            guard !steps.isEmpty else { continue }
            var made = 0
            let effect = try ReorganisationEffect(of: Units.plan(steps), on: day, in: register) {
                made += 1
                return Units.id(1000 + number * 10 + made)
            }
            leads = leads.map { effect.heir(of: $0, for: Matter(field: Self.fields[0])).unit }
            register = effect.after
            let lost = leads.filter { !register.isOpen($0, on: day) }
            #expect(lost.isEmpty, "after plan \(number)")
        }
    }

    @Test(arguments: UInt64(1)...30) func everyNameIsPrintedAsItWas(seed: UInt64) throws {
        let history = try Self.live(seed: seed, plans: 25)
        for (unit, day, name) in history.names where day >= Units.beginning {
            // What began on the day itself is printed by its first name on the day before.
            guard history.register.version(of: unit, on: day) != nil else { continue }
            #expect(history.register.name(of: unit, on: day) == name)
        }
    }
}
