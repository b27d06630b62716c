import Database
package import Domain
import Operations
import Storage

/// Two provinces of three tiers with open cases at every unit, and the plan of 1 July 2025: all districts abolished, communes merged
/// by threes, the departments and the peoples' committees of the two provinces merged (brief §3).
package struct TwoProvinces: Sendable {
    package let units: [Domain.Unit]
    package let plan: ReorganisationPlan

    /// - Parameter on: the day on which the units begin.
    package init(beginning day: Day, communes: Int = 126, districts: Int = 8, departments: Int = 14) {
        var units: [Domain.Unit] = []
        func unit(_ key: String, _ name: String, _ level: Domain.Unit.Level, under parent: ID<Domain.Unit>? = nil) -> Domain.Unit {
            let number = units.count + 1
            let unit = Domain.Unit(
                id: ID(at: Instant(milliseconds: 1_500_000_000_000), chance: [9, 9, 0, 0, 0, 0, 0, 0, UInt8(number >> 8), UInt8(number & 255)]),
                key: key, name: name, shortName: name, level: level, parent: parent, validFrom: day)
            units.append(unit)
            return unit
        }
        var steps: [ReorganisationPlan.Step] = []
        var abolished: [String] = []
        for province in ["a", "b"] {
            let top = unit("tinh-\(province)", "Ủy ban nhân dân tỉnh \(province)", .province)
            for number in 0..<departments { _ = unit("so-\(province)-\(number)", "Sở \(number) tỉnh \(province)", .department, under: top.id) }
            var seats: [Domain.Unit] = []
            for number in 0..<districts {
                seats.append(unit("huyen-\(province)-\(number)", "Huyện \(number) tỉnh \(province)", .district, under: top.id))
            }
            for number in 0..<communes {
                _ = unit("xa-\(province)-\(number)", "Xã \(number) tỉnh \(province)", .commune, under: seats[number % districts].id)
            }
            abolished += seats.map(\.key)
        }
        steps.append(.abolish(units: abolished, to: "tinh-a"))
        for province in ["a", "b"] {
            for first in stride(from: 0, to: communes, by: 3) {
                let key = "xa-moi-\(province)-\(first)"
                steps.append(.found(key: key, name: "Xã mới \(first) \(province)", shortName: nil, level: .commune, parent: "tinh-a", code: nil))
                steps.append(.merge(from: (first..<min(first + 3, communes)).map { "xa-\(province)-\($0)" }, into: key))
            }
        }
        for number in 0..<departments { steps.append(.merge(from: ["so-b-\(number)"], into: "so-a-\(number)")) }
        steps.append(.merge(from: ["tinh-b"], into: "tinh-a"))
        self.units = units
        plan = ReorganisationPlan(
            title: "Sắp xếp hai tỉnh", document: Decision(number: "202/2025/QH15", date: day, title: "Nghị quyết"), steps: steps)
    }

    /// Lays the units on the ground of an office and opens so many cases at them, one after the other.
    package func settle(_ count: Int, in test: TestOffice) async throws {
        let now = test.clock.now
        let (team, units) = (test.ground.team, units)
        let profile = try await test.office.read { try test.office.rules($0).profile(on: now.day) }
        let contact = Contact(id: id(211), channel: .form, address: nil, person: Contact.Person())
        try await test.database.write { tx in
            for unit in units { try OrganisationStore.insert(unit, tx) }
            try ContactStore.insert(contact, at: now, tx)
            for number in 1...count {
                guard let serial = CaseNumber(prefix: "HT", year: 2026, serial: number) else { throw Missing("a number") }
                let bytes = [UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
                let due = now.adding(hours: 24 + number % 400)
                let petition = Case(
                    id: ID(at: now, chance: [7] + bytes), team: team.id, number: serial, lookupCode: LookupCode(chance: bytes + [1, 2, 3, 4, 5]),
                    contact: contact.id, channel: .form, receivedAt: now, title: "Hồ sơ \(number)", state: .handling,
                    lead: units[number % units.count].id, clock: CaseClock(profile: profile, due: due))
                try CaseStore.insert(
                    petition, team: team.id, text: "Nội dung \(number)", formKey: nil, event: .received(due: due), by: .sender, tx)
            }
        }
    }
}
