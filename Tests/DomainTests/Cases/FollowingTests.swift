import Domain
import Testing

/// What the events of a main case do to its duplicates, one by one.
@Suite struct FollowingTests {
    private static let main = Scene.twin()
    private static let now = Scene.monday.adding(hours: 30)

    private static func follows(_ event: CaseEvent, _ duplicate: Case) -> CaseEvent? {
        duplicate.following(event, of: main, at: now, rules: Scene.rules)
    }

    @Test func everyEndAndEveryInterimAnswerIsTheDuplicatesToo() throws {
        let merged = try MergingTests.merged()
        let ends: [CaseEvent] = [
            .approved(Scene.draft()), .approved(Scene.draft(.referredUpward)), .declined(reason: Scene.reason),
            .transferred(as: nil, to: "Bộ Công an", reason: Scene.reason), .transferred(as: .denunciation, to: "Thanh tra", reason: Scene.reason),
            .asked(question: Scene.reason),
        ]
        for event in ends { #expect(Self.follows(event, merged) == event, "\(event.verb)") }
    }

    @Test func theClockStandsStillAndRunsOnWithTheMainCase() throws {
        var merged = try MergingTests.merged()
        let due = merged.clock.own
        #expect(Self.follows(.resumed(reason: "", due: due), merged) == nil, "it did not stand still")
        merged.apply(.asked(question: Scene.reason), at: Scene.monday)
        let back = try #require(Self.follows(.supplied(due: Scene.monday), merged))
        #expect(back.verb == "resumed", "who did not write is not thanked")
        merged.apply(back, at: Self.now)
        #expect(!merged.clock.isPaused && merged.clock.own == Scene.rules.extend(due, pausedFrom: Scene.monday, until: Self.now))
    }

    @Test func anExtensionGivesEachSenderItsDaysFromHisOwnDate() throws {
        let merged = try MergingTests.merged()
        guard case .extended(let days, _, let due) = Self.follows(.extended(days: 5, reason: Scene.reason, due: Scene.monday), merged) else {
            Issue.record("not extended")
            return
        }
        #expect(days == 5 && due == Scene.rules.calendar.count(from: merged.clock.own.day, workingDays: 5).dueAt)
    }

    @Test func onlyWhoseOwnDateHasPassedIsToldOfADelay() throws {
        let excuse = Excuse(reason: Scene.reason, committed: Self.now.day.adding(5), by: "Nga", missed: Scene.monday)
        let merged = try MergingTests.merged()
        #expect(Self.follows(.excused(excuse), merged) == nil)
        let late = try MergingTests.merged(Scene.twin(.received, number: 7, at: Scene.monday.adding(hours: -24 * 60)))
        guard case .excused(let told) = Self.follows(.excused(excuse), late) else {
            Issue.record("not told")
            return
        }
        #expect(told.missed == late.clock.own && told.committed == excuse.committed)
    }

    @Test func whatIsInsideTheHouseStaysWithTheMainCase() throws {
        let merged = try MergingTests.merged()
        let inside: [CaseEvent] = [
            .wrote, .submitted, .drafted(Scene.draft()), .diagnosed(Scene.diagnosis), .noted(Note(kind: .remark, text: "x")),
            .escalated(Scene.escalation()), .rated(Rating(satisfied: true, remark: "")), .extensionRefused(reason: Scene.reason),
        ]
        for event in inside { #expect(Self.follows(event, merged) == nil, "\(event.verb)") }
    }

    @Test func theDuplicateGoesAfterLeadAndPersonAndSaysSoWhileItIsHandled() throws {
        let merged = try MergingTests.merged()
        #expect(merged.aligned(with: Self.main, leadName: "BQL") == nil, "nothing has changed")
        var moved = Self.main
        moved.lead = Scene.other.id
        moved.person = Scene.id(55)
        guard case .followed(let following, true) = merged.aligned(with: moved, leadName: "SCT") else {
            Issue.record("it stays behind")
            return
        }
        var after = merged
        after.apply(.followed(following, tells: true), at: Self.now)
        #expect(after.lead == Scene.other.id && after.person == Scene.id(55) && after.clock == merged.clock)
    }

    @Test func aCaseOfItsOwnFollowsNobody() {
        #expect(Self.follows(.approved(Scene.draft()), Scene.petition()) == nil)
    }

    @Test func anAnswerThatWasNotedLateEndsTheStandstillOfTheDuplicateWhenItWasGiven() throws {
        var merged = try MergingTests.merged()
        let (due, heardAt) = (merged.clock.own, Scene.monday.adding(hours: 2))
        merged.apply(.asked(question: Scene.reason), at: Scene.monday)
        merged.apply(try #require(Self.follows(.supplied(due: Scene.monday, heardAt: heardAt), merged)), at: Self.now)
        #expect(merged.clock.pauses.map(\.until) == [heardAt])
        #expect(merged.clock.own == Scene.rules.extend(due, pausedFrom: Scene.monday, until: heardAt))
    }
}
