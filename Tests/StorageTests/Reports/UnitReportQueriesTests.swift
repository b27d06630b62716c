import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// The figures by unit through weeks of work and reorganisations.
@Suite(.databases) struct UnitReportQueriesTests {
    @Test(arguments: Engine.available, [UInt64(1), 2, 3])
    func theUnitsOfThenStayWhateverIsReorganised(on engine: Engine, seed: UInt64) async throws {
        var life = try await ReorganisedLife(seed: seed, on: engine)
        var week = Week.containing(life.office.clock.now)
        var kept: [(week: Week, then: UnitReport, paper: WeeklyReport)] = []
        for number in 0..<8 {
            try await life.live(until: week.end)
            kept.append((week, try await life.report(week, .then), try await life.whole(week)))
            if number.isMultiple(of: 2) {
                try await life.reorganise(number)
                for entry in kept {
                    #expect(try await life.report(entry.week, .then) == entry.then, "\(entry.week.iso) after reorganisation \(number)")
                }
                // Nothing but the organisation has changed: the report names its cases as before, byte for byte.
                let last = try #require(kept.last)
                let paper = try await life.whole(last.week)
                #expect(paper == last.paper, "\(last.week.iso) after reorganisation \(number)")
            }
            week = week.next
        }
        var moved = 0
        for entry in kept {
            let (then, now) = (try await life.report(entry.week, .then), try await life.report(entry.week, .now))
            #expect(then == entry.then, "\(entry.week.iso) has changed since")
            for report in [then, now] {
                #expect(report.sum.agree(with: entry.paper.figures), "\(entry.week.iso) \(report.way): \(report.sum) \(entry.paper.figures)")
                #expect(report.rows.allSatisfy { $0.figures.isBalanced }, "\(entry.week.iso) \(report.way)")
            }
            let living = try await life.living()
            #expect(now.rows.allSatisfy { living.contains($0.unit) }, "\(entry.week.iso): a unit that is gone goes on with nothing")
            moved += then.sum.handedOver
        }
        #expect(moved > 0, "chance has moved some")
        #expect(kept.contains { $0.then.rows.count > 2 })
    }

    @Test(arguments: Engine.available) func aReportKeepsTheLeadAndItsNameOfThen(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let week = Week.containing(office.clock.now)
        _ = try await office.answered()
        office.clock.set(week.end.adding(hours: 48))
        let plan = ReorganisationPlan(
            title: "Sắp xếp", document: Decision(number: "1/QĐ", date: office.clock.now.day),
            steps: [
                .change(unit: "bql-kcn", name: "Ban Quản lý mới", shortName: "BQL mới", level: nil, parent: nil, code: nil),
            ])
        let prepared = try await office.office.perform(PrepareReorganisation(plan: plan, on: office.clock.now.day), as: .system)
        _ = try await office.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .system)
        let report = try await office.database.read { [team = office.ground.team] in try WeeklyReportQueries.report(of: team, week: week, $0) }
        #expect(report.answered.map(\.lead) == ["BQL các KCN"])
    }
}

/// Random weeks of an office in which units come and go.
private struct ReorganisedLife {
    let office: TestOffice
    private var dice: SeededGenerator
    private var cases: [ID<Case>] = []

    init(seed: UInt64, on engine: Engine) async throws {
        office = try await TestOffice(at: "2026-08-03T09:00", seed: seed, on: engine)
        dice = SeededGenerator(seed: seed)
    }

    func report(_ week: Week, _ way: UnitReport.Way) async throws -> UnitReport {
        let (team, today) = (office.ground.team, office.clock.now.day)
        return try await office.database.read { try UnitReportQueries.report(of: team, week: week, way: way, today: today, $0) }
    }

    func whole(_ week: Week) async throws -> WeeklyReport {
        let team = office.ground.team
        return try await office.database.read { try WeeklyReportQueries.report(of: team, week: week, $0) }
    }

    func living() async throws -> Set<ID<Domain.Unit>> {
        let today = office.clock.now.day
        return Set(try await office.database.read { try OrganisationStore.register($0).living(on: today).map(\.unit) })
    }

    mutating func live(until end: Instant) async throws {
        while true {
            let next = office.clock.now.adding(minutes: Int.random(in: 60...600, using: &dice))
            guard next < end else { break }
            office.clock.set(next)
            do { try await act() } catch is Refusal { /* chance also tries what is not allowed */  }
        }
        office.clock.set(end)
    }

    private mutating func act() async throws {
        guard cases.count > 3, Int.random(in: 0..<3, using: &dice) > 0, let chosen = cases.randomElement(using: &dice) else {
            cases.append(try await office.submit().id)
            return
        }
        let petition = try await office.load(chosen)
        let verbs = office.office
        switch petition.state {
        case .received: _ = try await office.screened(petition)
        case .diagnosing:
            let diagnosed = try await verbs.perform(
                DiagnoseCase(petition: chosen, version: petition.version, diagnosis: TestOffice.diagnosis), as: .staff(office.cast.duc))
            guard let unit = try await living().sorted().randomElement(using: &dice) else { return }
            _ = try await verbs.perform(
                AssignCase(petition: chosen, version: diagnosed.version, unit: unit, person: nil, reason: "Theo phân công."),
                as: .staff(office.cast.duc))
        case .handling where Bool.random(using: &dice):
            _ = try await verbs.perform(
                GiveBackCase(petition: chosen, version: petition.version, reason: "Không đúng thẩm quyền."),
                as: .staff(worker(.handler, petition)))
        case .handling:
            let current = try await office.excused(petition, by: worker(.handler, petition))
            let waiting = try await verbs.perform(
                SubmitAnswer(petition: chosen, version: current.version, content: office.answer()), as: .staff(worker(.handler, petition)))
            _ = try await verbs.perform(ApproveAnswer(petition: chosen, version: waiting.version), as: .staff(office.cast.mai))
        case .answered where Int.random(in: 0..<3, using: &dice) == 0:
            _ = try await verbs.perform(ReopenByCode(code: petition.lookupCode, reason: "Mặt đường lại sụt."), as: .sender)
        case .escalated: _ = try await office.directed(petition)
        case .answered, .approving, .referred, .transferred, .declined: break
        }
    }

    /// Somebody of the unit that leads now, whichever that is.
    private func worker(_ role: Role, _ petition: Case) -> Account {
        let nga = office.cast.nga
        return Account(id: nga.id, login: nga.login, name: nga.name, title: nga.title, roles: [role], unit: petition.lead)
    }

    /// A random plan, carried out today. The standing body stays, since its people work on.
    mutating func reorganise(_ number: Int) async throws {
        let today = office.clock.now.day
        let standing = office.ground.standing.key
        let keys = try await office.database.read { tx in
            let register = try OrganisationStore.register(tx)
            return register.living(on: today).compactMap { register.key(of: $0.unit) }.filter { $0 != standing }
        }
        let first = keys[Int.random(in: 0..<keys.count, using: &dice)]
        let rest = keys.filter { $0 != first }.randomElement(using: &dice) ?? standing
        let new = "moi-\(number)"
        let found = ReorganisationPlan.Step.found(
            key: new, name: "Đơn vị mới \(number)", shortName: "ĐV \(number)", level: .department, parent: nil, code: nil)
        let steps: [ReorganisationPlan.Step] =
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: [found, .merge(from: [first], into: new)]
            case 1: [found, .split(unit: first, parts: [.init(to: new, fields: [FieldCode("giao-thong")])], rest: rest)]
            case 2: [found, .transfer(from: first, to: new, fields: [FieldCode("giao-thong")], areas: nil)]
            default:
                [
                    found, .abolish(units: [first], to: new),
                    .change(unit: rest, name: "Tên \(number)", shortName: "T\(number)", level: nil, parent: nil, code: nil),
                ]
            }
        let plan = ReorganisationPlan(title: "Sắp xếp \(number)", document: Decision(number: "\(number)/QĐ", date: today), steps: steps)
        let prepared = try await office.office.perform(PrepareReorganisation(plan: plan, on: today), as: .system)
        _ = try await office.office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .system)
    }
}
