import Domain
import Testing

@Suite struct UnitFiguresTests {
    private static let week = Week.containing(Instant(milliseconds: 1_780_000_000_000))
    private static let team = Team(
        id: ID(at: Instant(milliseconds: 0), chance: [UInt8](repeating: 1, count: 10)), key: "t", name: "Tổ", numberPrefix: "T",
        foundingDecision: "", validFrom: Units.beginning, standingUnit: Units.id(1))

    private func report(
        _ cases: [WeeklyCase], _ way: UnitReport.Way = .then, in register: UnitRegister? = nil, today: Day? = nil
    ) throws -> UnitReport {
        UnitReport(
            team: Self.team, week: Self.week, way: way, cases: cases, register: try register ?? Units.register(),
            today: today ?? Self.week.lastDay)
    }

    private func one(_ start: Int?, _ end: Int, _ counts: Set<WeeklyFigure>, now: Int? = nil, ended: Day? = nil) -> WeeklyCase {
        WeeklyCase(
            leadAtStart: start.map(Units.id), leadAtEnd: Units.id(end), leadNow: Units.id(now ?? end), endedOn: ended,
            matter: Matter(), counts: counts)
    }

    private func figures(_ report: UnitReport, _ unit: Int) -> UnitFigures? { report.rows.first { $0.unit == Units.id(unit) }?.figures }

    @Test func aCaseThatWentOverIsHandedOverAndTakenOver() throws {
        let report = try report([one(2, 3, [.opening, .open, .openOverdue])])
        let (giver, taker) = try (#require(figures(report, 2)), #require(figures(report, 3)))
        #expect(giver.opening == 1 && giver.handedOver == 1 && giver.open == 0)
        #expect(taker.opening == 0 && taker.takenOver == 1 && taker.open == 1 && taker.openOverdue == 1)
        #expect(giver.isBalanced && taker.isBalanced && report.sum.isBalanced)
    }

    @Test func whatWasReceivedCountsForWhoLedAtTheEnd() throws {
        let report = try report([one(nil, 3, [.received, .done, .doneInTime, .doneInFirstTime])])
        #expect(report.rows.map(\.unit) == [Units.id(3)])
        #expect(report.sum.received == 1 && report.sum.doneInTime == 1 && report.sum.doneInFirstTime == 1 && report.sum.takenOver == 0)
    }

    @Test func theNamesOfThenAreThoseOfTheWeek() throws {
        var register = try Units.register()
        var renamed = try #require(register.version(of: Units.id(3), on: Self.week.lastDay))
        // On the closing day itself: the table of the week may have been read already.
        renamed.validFrom = Self.week.lastDay
        renamed.name = "Sở Ngân sách"
        try register.change(renamed)
        let today = Self.week.lastDay.adding(30)
        let cases = [one(3, 3, [.opening, .open])]
        #expect(try report(cases, .then, in: register, today: today).rows.map(\.name) == ["Sở Tài chính"])
        #expect(try report(cases, .now, in: register, today: today).rows.map(\.name) == ["Sở Ngân sách"])
    }

    @Test func whatIsEndedCountsForItsHeirOfToday() throws {
        let effect = try Units.effect([.merge(from: ["khdt"], into: "tc")], on: Self.week.lastDay.adding(7), in: Units.register())
        let cases = [one(2, 2, [.opening, .done], ended: Self.week.lastDay), one(2, 2, [.opening, .open], now: 3)]
        let then = try report(cases, .then, in: effect.after, today: effect.day)
        let now = try report(cases, .now, in: effect.after, today: effect.day)
        #expect(then.rows.map(\.unit) == [Units.id(2)] && now.rows.map(\.unit) == [Units.id(3)])
        #expect(then.sum == now.sum && now.sum.opening == 2)
    }

    @Test func whatWasHandedOverBeforeTheEndIsNotFollowedAgain() throws {
        let effect = try Units.effect(
            [.transfer(from: "tc", to: "tttt", fields: [FieldCode("thue")], areas: nil)], on: Units.merger, in: Units.register())
        var ended = one(3, 3, [.opening, .done], ended: Self.week.lastDay)
        ended.matter = Matter(field: FieldCode("thue"))
        #expect(Units.merger < Self.week.lastDay)
        #expect(try report([ended], .now, in: effect.after).rows.map(\.unit) == [Units.id(3)])
    }

    @Test func theSumsAreComparedWithTheWhole() throws {
        let sum = try report([one(2, 3, [.opening, .open]), one(nil, 3, [.received, .transferred])]).sum
        var whole = WeeklyReport.Figures()
        whole.opening = 1
        whole.received = 1
        whole.open = 1
        #expect(!sum.agree(with: whole))
        whole.transferred = 1
        #expect(sum.agree(with: whole))
    }
}
