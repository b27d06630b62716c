import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// The weekly figures: they add up, they lead to their cases, and what is past stays as it was.
@Suite(.databases) struct WeeklyReportQueriesTests {
    @Test(arguments: Engine.available, [UInt64(1), 2, 3])
    func twelveWeeksAddUpAndStayAsTheyWere(on engine: Engine, seed: UInt64) async throws {
        var life = try await WeeklyLife(seed: seed, on: engine)
        var week = Week.containing(life.office.clock.now)
        var kept: [(week: Week, figures: WeeklyReport.Figures)] = []
        for _ in 0..<12 {
            try await life.live(until: week.end)
            kept.append((week, try await life.figures(of: week)))
            week = week.next
        }
        try await life.live(until: week.end)
        for (index, entry) in kept.enumerated() {
            let report = try await life.report(of: entry.week)
            #expect(report.isBalanced, "\(entry.week.iso): \(report.figures)")
            #expect(report.figures == entry.figures, "\(entry.week.iso) has changed since")
            #expect(report.figures.opening == (index == 0 ? 0 : kept[index - 1].figures.open))
            for figure in WeeklyFigure.allCases {
                #expect(try await life.listed(figure, in: entry.week) == report.figures[figure], "\(figure) of \(entry.week.iso)")
            }
            #expect(report.figures.doneInFirstTime <= report.figures.doneInTime, "nothing makes a date earlier in these weeks")
            #expect(report.figures.doneInTime <= report.figures.done && report.figures.reopened <= report.figures.received)
            #expect(report.figures.openOverdue + report.figures.waiting <= 2 * report.figures.open)
        }
        let sum = kept.reduce(into: WeeklyReport.Figures()) { sum, entry in
            sum.done += entry.figures.done
            sum.reopened += entry.figures.reopened
            sum.transferred += entry.figures.transferred
            sum.openOverdue += entry.figures.openOverdue
            sum.waiting += entry.figures.waiting
        }
        #expect([sum.done, sum.reopened, sum.transferred, sum.openOverdue, sum.waiting].allSatisfy { $0 > 0 }, "chance has tried all: \(sum)")
    }

    /// The week that ends on Friday 7 August 2026 at noon.
    private func figures(_ office: TestOffice, _ week: Week) async throws -> WeeklyReport.Figures {
        try await office.database.read { [team = office.ground.team] in try WeeklyReportQueries.figures(of: team, in: week, $0) }
    }

    @Test(arguments: Engine.available) func whatComesInAtNoonBelongsToTheNextWeek(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let week = Week.containing(office.clock.now)
        #expect(week.end == (try moment("2026-08-07T12:00")))
        office.clock.set(week.end)
        _ = try await office.submit()
        office.clock.set(Instant(milliseconds: week.end.milliseconds - 1))
        _ = try await office.submit()
        let (this, next) = (try await figures(office, week), try await figures(office, week.next))
        #expect(this.received == 1 && this.open == 1)
        #expect(next.opening == 1 && next.received == 1)
    }

    @Test(arguments: Engine.available) func whatIsAnsweredAtNoonIsStillOpenInTheReport(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let week = Week.containing(office.clock.now)
        let petition = try await office.assigned()
        office.clock.set(week.end)
        _ = try await office.answered(petition)
        let (this, next) = (try await figures(office, week), try await figures(office, week.next))
        #expect(this.open == 1 && this.done == 0)
        #expect(next.opening == 1 && next.done == 1 && next.doneInTime == 1 && next.open == 0)
    }

    @Test(arguments: Engine.available) func whatComesBackInItsOwnWeekIsOneCase(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let week = Week.containing(office.clock.now)
        let petition = try await office.answered()
        office.clock.advance(hours: 1)
        _ = try await office.office.perform(ReopenByCode(code: petition.lookupCode, reason: "Mặt đường lại sụt."), as: .sender)
        let this = try await figures(office, week)
        #expect(this.received == 1 && this.reopened == 0 && this.open == 1 && this.done == 0)
    }

    @Test(arguments: Engine.available) func whatComesBackLaterIsReceivedAgain(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let week = Week.containing(office.clock.now)
        let petition = try await office.answered()
        office.clock.set(week.next.start.adding(hours: 1))
        _ = try await office.office.perform(ReopenByCode(code: petition.lookupCode, reason: "Mặt đường lại sụt."), as: .sender)
        let next = try await figures(office, week.next)
        #expect(next.opening == 0 && next.received == 1 && next.reopened == 1 && next.open == 1)
        #expect(try await figures(office, week).done == 1, "the answer of the week before stays")
    }

    @Test(arguments: Engine.available) func lateIsWhatWasDueBeforeTheEndAndNotPaused(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let running = try await office.submit()
        _ = try await office.asked(try await office.submit())
        // Due on Saturday 22 August: in time for the week that ends on the 21st, late for the one that ends on the 28th.
        let week = Week.containing(try moment("2026-08-21T11:00"))
        #expect(try await figures(office, week).openOverdue == 0)
        let next = try await figures(office, week.next)
        #expect(next.openOverdue == 1 && next.waiting == 1 && next.open == 2)
        let report = try await office.database.read { [team = office.ground.team] in
            try WeeklyReportQueries.report(of: team, week: week.next, $0)
        }
        #expect(report.late.map(\.number) == [running.number])
    }

    @Test(arguments: Engine.available) func theLateListKeepsTheDueDateOfItsWeek(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let petition = try await office.assigned()
        office.clock.set(try moment("2026-08-29T09:00"))
        _ = try await office.answered(petition)
        office.clock.advance(hours: 1)
        _ = try await office.office.perform(ReopenByCode(code: petition.lookupCode, reason: "Mặt đường lại sụt."), as: .sender)
        let report = try await office.database.read { [team = office.ground.team, week = Week.containing(petition.clock.due)] in
            try WeeklyReportQueries.report(of: team, week: week, $0)
        }
        #expect(report.late.map(\.due) == [try day("2026-08-22")])
    }

    @Test(arguments: Engine.available) func aWeekInWhichNothingHappenedCountsNothing(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let week = Week.containing(office.clock.now)
        #expect(try await figures(office, week) == WeeklyReport.Figures())
    }

    @Test(arguments: Engine.available) func anAnswerAfterItsDayIsNotInTime(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let petition = try await office.assigned()
        office.clock.set(petition.clock.due.adding(seconds: 1))
        _ = try await office.answered(petition)
        let this = try await figures(office, Week.containing(office.clock.now))
        #expect(this.done == 1 && this.doneInTime == 0)
    }

    @Test(arguments: Engine.available) func anExtendedCaseIsInTimeByItsDateAndNotByItsFirstPromise(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let petition = try await office.assigned()
        let asked = try await office.office.perform(
            AskExtension(petition: petition.id, version: petition.version, days: 5, reason: "Chờ khảo sát hiện trường."),
            as: .staff(office.cast.nga))
        let granted = try await office.office.perform(
            ExtendCase(petition: asked.id, version: asked.version), as: .staff(office.cast.quan))
        office.clock.set(petition.clock.due.adding(seconds: 3600))
        _ = try await office.answered(granted)
        let (team, week, today) = (office.ground.team, Week.containing(office.clock.now), office.clock.now.day)
        let this = try await figures(office, week)
        #expect(this.done == 1 && this.doneInTime == 1 && this.doneInFirstTime == 0)
        let units = try await office.database.read { try UnitReportQueries.report(of: team, week: week, way: .then, today: today, $0) }
        #expect(units.sum.doneInTime == 1 && units.sum.doneInFirstTime == 0 && units.sum.agree(with: this))
    }

    @Test(arguments: Engine.available) func theReportNamesItsCases(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let answered = try await office.answered()
        let referred = try await office.answered(outcome: .referredUpward)
        let report = try await office.database.read { [team = office.ground.team, now = office.clock.now] in
            try WeeklyReportQueries.report(of: team, week: Week.containing(now), $0)
        }
        #expect(report.answered.map(\.number) == [answered.number])
        #expect(report.answered.first?.remark == "Mặt đường sẽ được sửa xong trong tuần này.")
        #expect(report.referred.map(\.number) == [referred.number])
        #expect(report.byChannel == [WeeklyReport.Count(key: "form", name: "form", count: 2)])
        #expect(report.byField.map(\.key) == ["giao-thong"])
    }
}
