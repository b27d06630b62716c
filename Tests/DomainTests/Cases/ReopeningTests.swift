import Domain
import Testing

/// The sender comes back (kiến nghị lại).
@Suite struct ReopeningTests {
    private func reopened(_ petition: Case, at now: Instant = Scene.monday) throws(Refusal) -> Case {
        var after = petition
        after.apply(try petition.reopen(reason: Scene.reason, by: .sender, at: now, rules: Scene.rules), at: now)
        return after
    }

    @Test func anAnsweredCaseGoesBackToItsUnit() throws {
        let after = try reopened(Scene.petition(.answered))
        #expect(after.state == .handling)
        #expect(after.lead == Scene.own.id)
        #expect(after.outcome == nil && after.answeredAt == nil)
    }

    @Test func aDeclinedCaseGoesBackToTheIntakeDesk() throws {
        #expect(try reopened(Scene.petition(.declined)).state == .received)
        var undiagnosed = Scene.petition(.declined)
        undiagnosed.diagnosis = nil
        #expect(try reopened(undiagnosed).state == .received)
    }

    @Test func itHasANewPromiseOfTheSameLength() throws {
        let later = Scene.monday.adding(hours: 24 * 30)
        let after = try reopened(Scene.petition(.answered), at: later)
        #expect(after.clock.due == Scene.rules.due(after: later, workingDays: 15))
        #expect(after.clock.originalDue == Scene.petition(.answered).clock.due)
    }

    @Test func theNextAnswerMayBeRatedAnew() throws {
        var petition = Scene.petition(.answered)
        petition.rating = Rating(satisfied: false, remark: "chưa sửa")
        #expect(try reopened(petition).rating == nil)
    }
}
