import Domain
import Testing

/// The identity of the weekly figures: carried over + new = done + open + passed on.
@Suite struct WeeklyReportTests {
    private func report(
        opening: Int, received: Int, done: Int, open: Int, transferred: Int, leftOpenBefore: Int
    ) -> WeeklyReport {
        var figures = WeeklyReport.Figures()
        figures.opening = opening
        figures.received = received
        figures.done = done
        figures.open = open
        figures.transferred = transferred
        let team = Team(
            id: Scene.id(9), key: "tpn", name: "Tổ", numberPrefix: "BD", foundingDecision: "QĐ", validFrom: Day(number: 0),
            standingUnit: Scene.desk.id)
        return WeeklyReport(team: team, week: Week.containing(Scene.monday), figures: figures, leftOpenBefore: leftOpenBefore)
    }

    @Test func figuresThatAddUpAreBalanced() {
        #expect(report(opening: 3, received: 4, done: 2, open: 4, transferred: 1, leftOpenBefore: 3).isBalanced)
        #expect(report(opening: 0, received: 0, done: 0, open: 0, transferred: 0, leftOpenBefore: 0).isBalanced)
    }

    @Test func aCaseThatIsLostIsNoticed() {
        #expect(!report(opening: 3, received: 4, done: 2, open: 3, transferred: 1, leftOpenBefore: 3).isBalanced)
    }

    @Test func aCaseThatIsCountedTwiceIsNoticed() {
        #expect(!report(opening: 3, received: 4, done: 3, open: 4, transferred: 1, leftOpenBefore: 3).isBalanced)
    }

    @Test func aWeekThatDoesNotFollowFromTheOneBeforeIsNoticed() {
        #expect(!report(opening: 3, received: 4, done: 2, open: 4, transferred: 1, leftOpenBefore: 2).isBalanced)
    }

    @Test func theTotalIsWhatWasCarriedOverAndWhatCameIn() {
        #expect(report(opening: 3, received: 4, done: 2, open: 4, transferred: 1, leftOpenBefore: 3).figures.total == 7)
    }
}
