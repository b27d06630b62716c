import Domain
import Testing

/// Why a step is refused: each refusal once, with the facts that it names.
@Suite struct CaseRefusalTests {
    let intake = Scene.staff(.intake)
    let diagnosis = Scene.staff(.diagnosis)
    let handler = Scene.staff(.handler)
    let approver = Scene.staff(.approver)

    @Test func aStrangerIsToldThatHeMayNot() {
        #expect(Scene.petition().refusal(of: .screen, to: handler, at: Scene.monday) == .notPermitted(.screen))
        #expect(Scene.petition(.handling, lead: Scene.other).refusal(of: .draft, to: handler, at: Scene.monday) == .notPermitted(.draft))
    }

    @Test func rightsAreAskedBeforeTheState() {
        #expect(Scene.petition(.transferred).refusal(of: .screen, to: handler, at: Scene.monday) == .notPermitted(.screen))
    }

    @Test func aStepOfAnotherStateIsRefusedWithTheState() {
        #expect(Scene.petition(.handling).refusal(of: .screen, to: intake, at: Scene.monday) == .stateForbids(.screen, .handling))
    }

    @Test func aPausedCaseWaitsForItsSender() {
        let paused = Scene.petition(.received, paused: true)
        #expect(paused.refusal(of: .screen, to: intake, at: Scene.monday) == .waitsForSender)
        #expect(paused.refusal(of: .decline, to: intake, at: Scene.monday) == .waitsForSender)
        #expect(paused.refusal(of: .ask, to: intake, at: Scene.monday) == .waitsForSender)
        #expect(Scene.petition(.handling, paused: true).refusal(of: .submit, to: handler, at: Scene.monday) == .waitsForSender)
    }

    @Test func aRunningClockCannotBeStarted() {
        #expect(Scene.petition(.handling).refusal(of: .resume, to: handler, at: Scene.monday) == .notWaiting)
        #expect(Scene.petition(.handling).refusal(of: .supply, to: .sender, at: Scene.monday) == .notWaiting)
    }

    @Test func nothingIsAssignedWithoutADiagnosis() {
        var petition = Scene.petition(.diagnosing)
        petition.diagnosis = nil
        #expect(petition.refusal(of: .assign, to: diagnosis, at: Scene.monday) == .noSuch(.draft))
    }

    @Test func nothingIsApprovedWithoutADraft() {
        var petition = Scene.petition(.approving)
        petition.draft = nil
        #expect(petition.refusal(of: .approve, to: approver, at: Scene.monday) == .noSuch(.draft))
    }

    @Test func theDrafterMayNotApprove() {
        var petition = Scene.petition(.approving)
        petition.draft = Scene.draft(by: 40)
        #expect(petition.refusal(of: .approve, to: Scene.staff(.approver, number: 40), at: Scene.monday) == .drafterMayNotApprove)
        #expect(petition.refusal(of: .approve, to: Scene.staff(.head, number: 40), at: Scene.monday) == .drafterMayNotApprove)
        #expect(petition.refusal(of: .approve, to: Scene.staff(.approver, number: 41), at: Scene.monday) == nil)
    }

    @Test func anAnswerIsRatedOnce() {
        var petition = Scene.petition(.answered)
        petition.rating = Rating(satisfied: true, remark: "")
        #expect(petition.refusal(of: .rate, to: .sender, at: Scene.monday) == .stateForbids(.rate, .answered))
    }

    @Test func aClosedAccountMayNothing() {
        let gone = Actor.staff(Scene.account([.intake, .diagnosis, .handler, .approver, .coordinator, .head, .admin], active: false))
        for state in CaseState.allCases {
            for step in Permission.allCases { #expect(!Scene.petition(state).offers(step, to: gone, at: Scene.monday), "\(state) \(step)") }
        }
    }

    @Test func aMessageToAClosedCaseIsNotHeard() {
        #expect(refusal { () throws(Refusal) in try Scene.petition(.answered).hear(at: Scene.monday, rules: Scene.rules) }
            == .stateForbids(.supply, .answered))
    }

    @Test(arguments: [Kind.complaint, .denunciation, .emergency]) func whatIsNoPetitionIsNotScreenedOn(kind: Kind) {
        var classification = Scene.sorted
        classification.kind = kind
        #expect(
            refusal { () throws(Refusal) in try Scene.petition().screen(classification, remark: "", by: intake, at: Scene.monday) }
                == .stateForbids(.screen, .transferred))
    }

    @Test func screeningNamesAllThatIsMissing() {
        let found = refusal { () throws(Refusal) in try Scene.petition().screen(Classification(), remark: "", by: intake, at: Scene.monday) }
        #expect(found == .invalid([Problem("kind", .missing), Problem("field", .missing), Problem("site", .missing)]))
    }

    @Test func aUnitThatHasEndedGetsNothing() {
        var ended = Scene.own
        ended.validTo = Scene.monday.day.adding(-1)
        let assignment = Assignment(unit: ended.id, unitName: ended.name, rule: "quy tắc")
        let petition = Scene.petition(.diagnosing)
        #expect(
            refusal { () throws(Refusal) in try petition.assign(assignment, to: ended, by: diagnosis, at: Scene.monday) }
                == .noSuch(.unit))
    }

    @Test func aUnitTakesCasesUntilTheEndOfItsLastDay() throws {
        var ending = Scene.own
        ending.validTo = Scene.monday.day
        let assignment = Assignment(unit: ending.id, unitName: ending.name, rule: "quy tắc")
        let late = Instant(Scene.monday.day, secondOfDay: 86_399)
        #expect(try Scene.petition(.diagnosing).assign(assignment, to: ending, by: diagnosis, at: late) == .assigned(assignment))
    }
}
