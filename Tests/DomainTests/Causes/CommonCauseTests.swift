import Domain
import Testing

/// What a common cause allows, and what its answer does to each of its cases.
struct CommonCauseTests {
    private static let approver = Scene.staff(.approver, number: 41)
    private static let deputy = Scene.staff(.coordinator, in: Scene.desk, number: 42)

    private static func member(_ change: (inout Case) -> Void = { _ in }) throws -> Case {
        var petition = Scene.petition(.handling)
        petition.draft = nil
        petition.apply(try petition.join(Scene.cause, unit: Scene.own, by: Scene.staff(.handler)), at: Scene.monday)
        change(&petition)
        return petition
    }

    private static func submitted(_ draft: AnswerDraft = Scene.draft()) throws -> CommonCause {
        var cause = Scene.cause
        cause.apply(.drafted(draft), at: Scene.monday)
        cause.apply(.submitted, at: Scene.monday)
        return cause
    }

    private func fails(_ body: () throws -> Void) -> Refusal? {
        do { try body() } catch { return error as? Refusal }
        return nil
    }

    @Test func aCaseOfACauseIsNeitherAnsweredNorPassedOnNorEscalatedByItself() throws {
        let member = try Self.member()
        for step in [Permission.draft, .submit, .handOff, .giveBack, .escalate, .joinCause] {
            #expect(member.refusal(of: step, to: Scene.staff(.handler), at: Scene.monday) == .belongsToCause, "\(step)")
        }
        let elsewhere = Assignment(unit: Scene.other.id, unitName: Scene.other.name, reason: Scene.reason)
        #expect(refusal { () throws(Refusal) in try member.assign(elsewhere, to: Scene.other, by: Self.deputy, at: Scene.monday) } == .belongsToCause)
    }

    @Test func itsAnswerClosesEachCaseAndSaysThatItWasForAll() throws {
        var cause = try Self.submitted()
        let event = try cause.approve(members: [try Self.member()], by: Self.approver, at: Scene.monday)
        cause.apply(event, at: Scene.monday)
        #expect(cause.state == .answered && cause.round == 1)
        var member = try Self.member()
        #expect(member.awaits(cause))
        let answer = try #require(cause.answer)
        member.apply(try member.answerInCommon(answer), at: Scene.monday)
        #expect(member.state == .answered && member.outcome == .resolved && !member.awaits(cause))
        #expect(answer.common == AnswerDraft.Common(cause: cause.id, number: cause.number, title: cause.title, round: 1))
    }

    @Test func theDrafterDoesNotSignForAll() throws {
        let cause = try Self.submitted(Scene.draft(by: 41))
        #expect(cause.refusal(of: .approve, to: Self.approver) == .drafterMayNotApprove)
        #expect(fails { _ = try cause.approve(members: [try Self.member()], by: Self.approver, at: Scene.monday) } == .drafterMayNotApprove)
    }

    @Test func theHighestCaseDecidesWhoSigns() throws {
        let high = try Self.member { $0.work.level = .head }
        let cause = try Self.submitted()
        #expect(fails { _ = try cause.approve(members: [try Self.member(), high], by: Self.deputy, at: Scene.monday) } == .notAtThisLevel(.head))
        #expect(cause.signingLevel(for: [try Self.member()]) == .unit)
    }

    @Test func nothingGoesOutWhileOneOfThemIsLateWithoutAWordOrWaitsForAnOpinion() throws {
        let late = try Self.member().clock.due.adding(seconds: 86_400 * 2)
        var draft = Scene.draft()
        draft.commitments[0].by = late.day.adding(20)
        let cause = try Self.submitted(draft)
        #expect(fails { _ = try cause.approve(members: [try Self.member()], by: Self.approver, at: late) } == .lateNeedsExcuse)
        let asked = try Self.member {
            $0.apply(
                .consulted(
                    Consultation(
                        unit: Scene.other.id, unitName: "Sở Công Thương", question: "Ý kiến?", askedAt: Scene.monday, due: late, silence: .agrees)),
                at: Scene.monday)
        }
        #expect(fails { _ = try cause.approve(members: [asked], by: Self.approver, at: Scene.monday) } == .awaitsOpinion("Sở Công Thương"))
    }

    @Test func anEmptyCauseHasNobodyToAnswer() throws {
        let cause = try Self.submitted()
        #expect(fails { _ = try cause.approve(members: [], by: Self.approver, at: Scene.monday) } == .invalid([Problem("petitions", .missing)]))
    }

    @Test func referredUpwardNeedsTheDocumentThatWentUpAndStaysOpen() throws {
        var cause = try Self.submitted(Scene.draft(.referredUpward))
        #expect(fails { _ = try cause.approve(members: [try Self.member()], by: Self.deputy, at: Scene.monday) } == .neverEscalated)
        let proposal = CommonCause.PolicyProposal(
            level: .ministry, text: "Đề nghị sửa quy định về lấn làn.", legalBasis: "Luật Đường bộ", document: "Công văn 12/UBND-KT")
        cause.apply(try cause.propose(proposal, by: Self.deputy), at: Scene.monday)
        cause.apply(try cause.approve(members: [try Self.member()], by: Self.deputy, at: Scene.monday), at: Scene.monday)
        #expect(cause.state == .open, "it is answered once more when the word has come down")
        var member = try Self.member()
        member.apply(try member.answerInCommon(try #require(cause.answer)), at: Scene.monday)
        #expect(member.state == .referred && member.state.isOpen)
        cause.apply(.drafted(Scene.draft()), at: Scene.monday)
        cause.apply(.submitted, at: Scene.monday)
        cause.apply(try cause.approve(members: [member], by: Self.deputy, at: Scene.monday), at: Scene.monday)
        #expect(member.awaits(cause), "the second answer reaches it too")
    }

    @Test func whoIsNotContentGoesHisOwnWay() throws {
        var cause = try Self.submitted()
        cause.apply(try cause.approve(members: [try Self.member()], by: Self.approver, at: Scene.monday), at: Scene.monday)
        var member = try Self.member()
        member.apply(try member.answerInCommon(try #require(cause.answer)), at: Scene.monday)
        member.apply(try member.reopen(reason: Scene.reason, by: .sender, at: Scene.monday, rules: Scene.rules), at: Scene.monday)
        #expect(!member.isAnsweredInCommon && !member.awaits(cause))
        #expect(member.refusal(of: .draft, to: Scene.staff(.handler)  , at: Scene.monday) != .belongsToCause)
    }

    @Test func aCaseLeavesWithAReasonAndJoinsNothingThatIsOver() throws {
        var member = try Self.member()
        #expect(refusal { () throws(Refusal) in try member.leaveCause(reason: "x", by: Scene.staff(.handler)) } != nil)
        member.apply(try member.leaveCause(reason: Scene.reason, by: Scene.staff(.handler)), at: Scene.monday)
        #expect(member.cause == nil)
        var over = try Self.submitted()
        over.apply(try over.approve(members: [member], by: Self.approver, at: Scene.monday), at: Scene.monday)
        #expect(refusal { () throws(Refusal) in try member.join(over, unit: Scene.own, by: Scene.staff(.handler)) } == .isOver)
        member.classification.complainedOf = Scene.own.id
        #expect(refusal { () throws(Refusal) in try member.join(Scene.cause, unit: Scene.own, by: Scene.staff(.handler)) } == .complainedOf)
    }

    @Test func aUnitDoesNotGetRidOfACaseByJoiningItElsewhere() throws {
        var petition = Scene.petition(.handling)
        let elsewhere = CommonCause(
            id: Scene.id(61), team: Scene.team, number: "VDC-2026-2", title: "Việc của đơn vị khác", summary: "", field: nil, lead: Scene.other.id,
            openedAt: Scene.monday)
        let handler = Scene.staff(.handler)
        #expect(refusal { () throws(Refusal) in try petition.join(elsewhere, unit: Scene.other, by: handler) } == .notPermitted(.assign))
        #expect(petition.refusalToJoin(elsewhere, to: Self.deputy) == nil)
        petition.work.isDecided = true
        let desk = Scene.staff(.diagnosis, in: Scene.desk)
        #expect(petition.refusalToJoin(elsewhere, to: desk) == .isDecided, "the standing deputy has decided who has it")
        #expect(petition.refusalToJoin(elsewhere, to: Self.deputy) == nil, "and may decide anew")
        petition.work.isDecided = false
        petition.work.awaitsDecision = true
        #expect(petition.refusalToJoin(elsewhere, to: desk) == .awaitsDecision)
    }

    @Test func everyStepOfACauseHasARoleThatTakesIt() {
        var drafted = Scene.cause
        drafted.apply(.drafted(Scene.draft()), at: Scene.monday)
        var waiting = drafted
        waiting.apply(.submitted, at: Scene.monday)
        for step in CommonCause.steps {
            let cause = [.approve, .returnDraft].contains(step) ? waiting : drafted
            let takers = Role.allCases.filter { cause.offers(step, to: Scene.staff($0, number: 43)) }
            #expect(!takers.isEmpty, "\(step)")
            #expect(!takers.contains(.admin) && !takers.contains(.intake), "\(step)")
        }
    }
}
