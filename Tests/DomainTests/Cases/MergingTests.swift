import Domain
import Foundation
import Testing

/// One matter sent twice: what merging asks for, what it changes and what it leaves.
@Suite struct MergingTests {
    static let intake = Scene.staff(.intake)

    /// A duplicate as it stands in a main case.
    static func merged(_ duplicate: Case = Scene.petition(), into main: Case = Scene.twin(), at now: Instant = Scene.monday) throws -> Case {
        var merged = duplicate
        for event in try duplicate.merge(into: main, lead: Scene.own, by: intake, at: now, rules: Scene.rules) { merged.apply(event, at: now) }
        return merged
    }

    /// A main case that has taken one in.
    static func absorbing(_ duplicate: Case, into main: Case = Scene.twin(), at now: Instant = Scene.monday) -> Case {
        var main = main
        main.apply(main.absorb(duplicate, due: duplicate.clock.own), at: now)
        return main
    }

    @Test func bothKeepNumberCodeAndPromise() throws {
        let before = Scene.petition()
        let after = try Self.merged(before)
        #expect(after.isMerged && after.number == before.number && after.lookupCode == before.lookupCode)
        #expect(after.clock == before.clock)
        #expect(after.merger?.number == Scene.twin().number && after.state == before.state)
    }

    @Test func theEarliestPromiseGovernsTheMainCaseAndNoneIsLost() throws {
        let early = Scene.twin(.received, number: 3, at: Scene.monday.adding(hours: -24 * 14))
        let main = Self.absorbing(early)
        #expect(main.clock.due == early.clock.own && main.clock.own == Scene.twin().clock.own)
        let late = Scene.twin(.received, number: 4, at: Scene.monday.adding(hours: 24 * 14))
        #expect(Self.absorbing(late).clock.due == Scene.twin().clock.own, "a later promise gives no time")
        var released = main
        released.apply(main.release(early, reason: Scene.reason, due: nil), at: Scene.monday)
        #expect(released.clock == Scene.twin().clock)
    }

    @Test func aMainCaseIsLateWhenItsDuplicateIs() throws {
        let main = Self.absorbing(Scene.twin(.received, number: 3, at: Scene.monday.adding(hours: -24 * 60)))
        #expect(main.clock.isLate(at: Scene.monday) && !main.clock.isOwnLate(at: Scene.monday))
        #expect(main.lacksExcuse(at: Scene.monday))
    }

    @Test(arguments: Permission.allCases) func inADuplicateNothingIsDoneButLookingAndParting(step: Permission) throws {
        let merged = try Self.merged()
        let own: Set<Permission> = [.view, .note, .tell, .unmerge]
        #expect(merged.offers(step, to: .system, at: Scene.monday) == own.contains(step))
        if merged.state.knows(step), step != .supply, !own.contains(step) {
            #expect(merged.refusal(of: step, to: .system, at: Scene.monday) == .isMerged(Scene.twin().number))
        }
    }

    @Test(arguments: [CaseState.received, .diagnosing, .handling], [CaseState.answered, .declined, .transferred, .referred])
    func anOpenCaseGoesIntoNoneThatHasBeenAnswered(state: CaseState, closed: CaseState) {
        #expect(Scene.petition(state).refusalToMerge(into: Scene.twin(closed), to: Self.intake) == .stateForbids(.merge, closed))
    }

    @Test(arguments: [CaseState.answered, .declined, .transferred, .referred, .escalated, .approving])
    func whatIsAnsweredOrLiesBeforeAboveIsNoDuplicate(state: CaseState) {
        #expect(Scene.petition(state).refusalToMerge(into: Scene.twin(), to: Self.intake) == .stateForbids(.merge, state))
    }

    @Test func restrictedCasesAreNeverMerged() {
        var hidden = Scene.petition()
        hidden.isProtected = true
        #expect(hidden.refusalToMerge(into: Scene.twin(), to: .system) == .notPermitted(.merge))
        var main = Scene.twin()
        main.isProtected = true
        #expect(Scene.petition().refusalToMerge(into: main, to: .system) == .notPermitted(.merge))
    }

    @Test func aCaseGoesNeitherIntoItselfNorIntoAnotherTaskForce() {
        let petition = Scene.petition()
        #expect(petition.refusalToMerge(into: petition, to: .system) == .noSuch(.petition))
        var other = Scene.twin()
        other.team = Scene.id(91)
        #expect(petition.refusalToMerge(into: other, to: .system) == .noSuch(.petition))
    }

    @Test func aDuplicateIsNoMainCase() throws {
        let middle = try Self.merged(Scene.twin(.received, number: 5))
        #expect(Scene.petition().refusalToMerge(into: middle, to: .system) == .isMerged(Scene.twin().number))
    }

    @Test func whatWaitsForSomebodyElseIsNotMerged() {
        var consulting = Scene.petition(.handling)
        consulting.work.consultations = [
            Consultation(unit: Scene.other.id, unitName: "SCT", question: "Ý kiến?", askedAt: Scene.monday, due: Scene.monday, silence: .agrees)
        ]
        #expect(consulting.refusalToMerge(into: Scene.twin(), to: .system) == .awaitsOpinion("SCT"))
        var common = Scene.petition(.handling)
        common.cause = Scene.cause.id
        #expect(common.refusalToMerge(into: Scene.twin(), to: .system) == .belongsToCause)
    }

    @Test func theUnitThatIsComplainedAboutDoesNotComeToAnswerByTheOther() {
        var complaining = Scene.petition(.diagnosing)
        complaining.classification.complainedOf = Scene.own.id
        #expect(complaining.refusalToMerge(into: Scene.twin(), to: .system) == .complainedOf)
        var both = Scene.twin()
        both.classification.complainedOf = Scene.own.id
        #expect(complaining.refusalToMerge(into: both, to: .system) == nil)
    }

    @Test func theDiagnosisDeskMergesWhatLiesOnIt() {
        let desk = Scene.staff(.diagnosis)
        #expect(Scene.petition(.diagnosing).refusalToMerge(into: Scene.twin(), to: desk) == nil)
        #expect(Scene.petition(.received).refusalToMerge(into: Scene.twin(), to: desk) == .notPermitted(.merge))
        for role in [Role.handler, .approver, .head, .admin] {
            #expect(Scene.petition(.handling).refusalToMerge(into: Scene.twin(), to: Scene.staff(role)) == .notPermitted(.merge), "\(role)")
        }
    }

    @Test func aStandstillEndsWithTheMergerAndItsDaysAreGivenBack() throws {
        let paused = Scene.petition(.handling, paused: true)
        let merged = try Self.merged(paused, at: Scene.monday.adding(hours: 48))
        #expect(!merged.clock.isPaused && merged.clock.own > paused.clock.own)
    }

    @Test func partingGivesBackStateSortingAndClock() throws {
        var before = Scene.fresh
        before.person = Scene.id(44)
        var merged = try Self.merged(before)
        #expect(merged.lead == Scene.own.id && merged.classification == Scene.sorted && merged.diagnosis == Scene.diagnosis)
        merged.apply(try merged.separate(reason: Scene.reason, lead: Scene.desk, owner: nil, by: Self.intake), at: Scene.monday)
        #expect(!merged.isMerged && merged.merger == nil)
        #expect(merged.state == before.state && merged.lead == before.lead && merged.person == before.person)
        #expect(merged.classification == before.classification && merged.diagnosis == nil && merged.clock == before.clock)
    }

    @Test func partingNeedsAReasonAndSomethingToPartFrom() throws {
        let merged = try Self.merged()
        #expect(throws: Refusal.invalid([Problem("reason", .missing)])) {
            try merged.separate(reason: "", lead: Scene.own, owner: nil, by: Self.intake)
        }
        #expect(throws: Refusal.notMerged) { try Scene.petition().separate(reason: Scene.reason, lead: Scene.own, owner: nil, by: Self.intake) }
    }

    @Test func whoeverComesAlongWithAnotherGoesBackToWhereHeWasBeforeTheFirst() throws {
        var first = try Self.merged(Scene.fresh, into: Scene.twin(.diagnosing, number: 6))
        let events = try first.merge(into: Scene.twin(), lead: Scene.own, along: .first, by: .system, at: Scene.monday, rules: Scene.rules)
        for event in events { first.apply(event, at: Scene.monday) }
        #expect(first.merger?.number == Scene.twin().number && first.merger?.before.state == .received)
        #expect(first.merger?.before.lead == Scene.desk.id)
    }

    @Test func aSenderWhoComesBackIsHeardForHimselfAlone() throws {
        var merged = try Self.merged()
        merged.apply(.approved(Scene.draft()), at: Scene.monday)
        #expect(merged.state == .answered && !merged.isMerged && merged.merger != nil)
        merged.apply(try merged.reopen(reason: Scene.reason, by: .sender, at: Scene.monday, rules: Scene.rules), at: Scene.monday)
        #expect(merged.merger == nil && merged.state == .handling && merged.lead == Scene.own.id)
    }

    @Test func aLetterIsNotSplitWhileDuplicatesHangOnIt() {
        let main = Self.absorbing(Scene.petition(), into: Scene.twin(.received))
        #expect(main.refusal(of: .split, to: .system, at: Scene.monday) == .hasDuplicates)
    }

    @Test func aUnitThatLeadsTheMainCaseCoOrdinatesAgainAfterParting() throws {
        var before = Scene.fresh
        before.coordinating = [Scene.own.id, Scene.other.id]
        var merged = try Self.merged(before)
        #expect(merged.coordinating == [Scene.other.id] && merged.merger?.before.coordinating == before.coordinating.sorted())
        let event = try merged.separate(
            reason: Scene.reason, lead: Scene.other, owner: nil, coordinating: before.coordinating.sorted(), by: Self.intake)
        merged.apply(event, at: Scene.monday)
        #expect(merged.lead == Scene.other.id && merged.coordinating == [Scene.own.id], "whoever leads does not co-ordinate with himself")
    }

    @Test func aMergerFromBeforeCoOrdinationWasKeptIsStillRead() throws {
        var merger = try #require(try Self.merged().merger)
        merger.before.coordinating = nil
        let text = try JSONEncoder().encode(merger)
        #expect(!String(decoding: text, as: UTF8.self).contains("coordinating"))
        #expect(try JSONDecoder().decode(Merger.self, from: text) == merger)
    }

    @Test func afterComingBackTheNextDuplicateIsToldOfAgain() throws {
        var main = Self.absorbing(Scene.petition())
        main.apply(.approved(Scene.draft()), at: Scene.monday)
        main.apply(try main.reopen(reason: Scene.reason, by: .sender, at: Scene.monday, rules: Scene.rules), at: Scene.monday)
        let other = Scene.twin(.received, number: 5)
        guard case .absorbed(let absorption) = main.absorb(other, due: other.clock.own) else {
            Issue.record("not absorbed")
            return
        }
        #expect(!main.hasDuplicates && absorption.tells)
    }
}
