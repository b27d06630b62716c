import Domain
import Testing

/// An answer must be whole before it is put before its approver (requirement 29).
@Suite struct AnswerDraftTests {
    let today = Scene.monday.day

    @Test func aWholeAnswerHasNoProblem() {
        #expect(Scene.draft().problems(on: today) == [])
    }

    @Test func aConclusionIsAskedFor() {
        var draft = Scene.draft()
        draft.conclusion = ""
        #expect(draft.problems(on: today) == [Problem("conclusion", .missing)])
        draft.conclusion = "Đã xong."
        #expect(draft.problems(on: today) == [Problem("conclusion", .tooShort(10))])
    }

    @Test func aLegalBasisIsAskedFor() {
        var draft = Scene.draft()
        draft.legalBasis = ""
        #expect(draft.problems(on: today) == [Problem("legalBasis", .missing)])
    }

    @Test func somebodyMustDoSomethingBySomeDay() {
        var draft = Scene.draft()
        draft.commitments = []
        #expect(draft.problems(on: today) == [Problem("commitments", .missing)])
    }

    @Test func aCommitmentNamesWhoAndWhat() {
        var draft = Scene.draft()
        draft.commitments.append(AnswerDraft.Commitment(who: "", what: "", by: today))
        #expect(draft.problems(on: today) == [Problem("who1", .missing), Problem("what1", .missing)])
    }

    @Test func aPromiseForYesterdayIsRefusedAndForTodayNot() {
        var draft = Scene.draft()
        draft.commitments[0].by = today.adding(-1)
        #expect(draft.problems(on: today) == [Problem("by0", .dateInPast)])
        draft.commitments[0].by = today
        #expect(draft.problems(on: today) == [])
    }

    @Test func theReasonsMayBeLeftOutButNotBeEndless() {
        var draft = Scene.draft()
        draft.explanation = String(repeating: "a", count: 10_001)
        #expect(draft.problems(on: today) == [Problem("explanation", .tooLong(10_000))])
    }

    @Test func everyProblemIsToldAtOnce() {
        var draft = Scene.draft()
        draft.conclusion = ""
        draft.legalBasis = ""
        draft.contact = ""
        draft.commitments = []
        #expect(draft.problems(on: today).map(\.field) == ["conclusion", "legalBasis", "contact", "commitments"])
    }

    @Test func anUnfinishedDraftMayBeKeptButNotSubmitted() throws {
        var unfinished = Scene.draft()
        unfinished.conclusion = ""
        var petition = Scene.petition(.handling)
        let event = try petition.draft(unfinished, by: Scene.staff(.handler))
        petition.apply(event, at: Scene.monday)
        #expect(petition.draft == unfinished)
        #expect(
            refusal { () throws(Refusal) in try petition.submit(by: Scene.staff(.handler), at: Scene.monday) }
                == .invalid([Problem("conclusion", .missing)]))
    }

    @Test func whatWasPromisedMustStillLieAheadWhenItIsApproved() {
        let petition = Scene.petition(.approving)
        let late = Scene.monday.adding(hours: 24 * 8)
        #expect(
            refusal { () throws(Refusal) in try petition.approve(by: Scene.staff(.approver), at: late) }
                == .invalid([Problem("by0", .dateInPast)]))
    }

    @Test(arguments: Outcome.allCases) func onlyAReferralUpwardStaysOpen(outcome: Outcome) {
        #expect(outcome.stateAfterAnswer.isOpen == (outcome == .referredUpward))
    }
}
