import Domain
import Testing

/// Random lives of a case, step by step as the offers allow: what must hold whatever happens.
@Suite struct CaseLifeTests {
    /// One act of a life: what happened when, and the case before and after.
    struct Act {
        var before: Case
        var event: CaseEvent
        var at: Instant
        var after: Case
    }

    /// A life of some length, every step one that the case offers.
    static func life(seed: UInt64, steps: Int) throws(Refusal) -> (start: Case, acts: [Act]) {
        var dice = Dice(seed)
        let start = Scene.fresh
        var petition = start
        var now = Scene.monday
        var acts: [Act] = []
        for _ in 0..<steps {
            now = now.adding(minutes: Int.random(in: 0...(60 * 24 * 2), using: &dice))
            guard let event = try step(petition, at: now, &dice) else { continue }
            var after = petition
            after.apply(event, at: now)
            acts.append(Act(before: petition, event: event, at: now, after: after))
            petition = after
        }
        return (start, acts)
    }

    private static func step(_ petition: Case, at now: Instant, _ dice: inout Dice) throws(Refusal) -> CaseEvent? {
        // What time itself brings comes first, as the watch does it.
        if let event = petition.lapse(at: now) ?? petition.endStandstill(at: now, rules: Scene.rules) { return event }
        let steps = Permission.allCases.filter { petition.offers($0, to: .system, at: now) && $0 != .view }
        // Rarely handed over, or most lives would be short.
        guard let chosen = steps.randomElement(using: &dice), chosen != .transfer || Int.random(in: 0..<40, using: &dice) == 0 else {
            return nil
        }
        if let event = try deskStep(chosen, petition, at: now, &dice) { return event }
        return try workStep(chosen, petition, at: now, &dice)
    }

    private static func deskStep(
        _ chosen: Permission, _ petition: Case, at now: Instant, _ dice: inout Dice
    ) throws(Refusal) -> CaseEvent? {
        switch chosen {
        case .screen: return try petition.screen(Scene.sorted, remark: "", by: .system, at: now)
        case .decline: return try petition.decline(reason: Scene.reason, by: .system)
        case .transfer:
            let kind: Kind? = Bool.random(using: &dice) ? nil : .complaint
            return try petition.transfer(as: kind, to: "Thanh tra", reason: Scene.reason, by: .system)
        case .ask: return try petition.ask(Scene.reason, by: .system)
        case .resume: return try petition.resume(reason: Scene.reason, by: .system, at: now, rules: Scene.rules)
        case .supply: return try petition.hear(at: now, rules: Scene.rules)
        case .diagnose: return try petition.diagnose(Scene.diagnosis, by: .system)
        case .note: return try petition.note(Note(kind: .field, text: "đã đến nơi"), by: .system)
        case .tell: return try petition.tell(Telling(text: "Đã chuyển đến đơn vị."), by: .system)
        case .draft: return try petition.draft(draft(at: now, &dice), by: .system)
        case .submit: return isReady(petition, now) ? try petition.submit(by: .system, at: now) : nil
        case .returnDraft: return try petition.returnDraft(reason: Scene.reason, by: .system)
        case .approve: return isReady(petition, now) ? try petition.approve(by: .system, at: now) : nil
        case .rate: return try petition.rate(Rating(satisfied: Bool.random(using: &dice), remark: ""), by: .sender)
        case .reopen: return try petition.reopen(reason: Scene.reason, by: .sender, at: now, rules: Scene.rules)
        case .nameReaders: return petition.readers.isEmpty ? try petition.name([Scene.account([.head])], by: .system) : nil
        case .split:
            let items = ["điện", "đường"].map { ItemDraft(title: "Về \($0)", text: "Nội dung kiến nghị về \($0).") }
            return try petition.split(into: items, submission: Scene.id(70), by: .system)
        case .assign, .giveBack, .invite, .advise, .escalate, .direct, .handOff, .takeOver, .sendBack, .withdrawOffer, .askExtension,
            .extend, .refuseExtension, .excuse, .joinCause, .visit, .merge, .unmerge, .receive, .takeIn, .view, .readReports, .administer:
            return nil
        }
    }

    private static func workStep(
        _ chosen: Permission, _ petition: Case, at now: Instant, _ dice: inout Dice
    ) throws(Refusal) -> CaseEvent? {
        let unit = [Scene.own, Scene.other].randomElement(using: &dice) ?? Scene.own
        switch chosen {
        case .assign:
            if petition.isAnsweredInCommon, unit.id != petition.lead { return nil }
            let assignment = Assignment(unit: unit.id, unitName: unit.name, person: Scene.id(50), personName: "Nga", reason: Scene.reason)
            return try petition.assign(assignment, to: unit, by: .system, at: now)
        case .giveBack: return try petition.giveBack(reason: Scene.reason, limit: 2, by: .system)
        case .invite:
            if petition.lead == unit.id || petition.owing.contains(where: { $0.unit == unit.id }) { return nil }
            let due = petition.clock.due > now ? petition.clock.due : now.adding(minutes: 60 * 24 * 3)
            return try petition.consult(unit, question: Scene.reason, due: due, silence: .agrees, by: .system, at: now)
        case .advise:
            guard let asked = petition.owing.first else { return nil }
            return try petition.advise(from: asked.unit, stance: .agrees, text: Scene.reason, by: .system, at: now)
        case .escalate:
            let asked = Escalation.Asked(name: "Tổ phó")
            return try petition.escalate(
                petition.work.escalation == nil ? Scene.proposal : nil, remark: Scene.reason, asked: asked, by: .system, at: now)
        case .direct:
            let due = petition.clock.due > now ? petition.clock.due : now.adding(minutes: 60 * 24 * 3)
            return try petition.direct(
                Scene.reason, option: nil, to: unit, due: due, document: "Công văn 12/UBND", by: .system, at: now)
        case .handOff:
            if unit.id == petition.lead { return nil }
            return try petition.handOff(to: unit, from: Scene.own, reason: Scene.reason, limit: 2, by: .system, at: now)
        case .takeOver: return try petition.takeOver(owner: nil, by: .system)
        case .sendBack: return try petition.sendBack(reason: Scene.reason, by: .system)
        case .withdrawOffer: return try petition.withdrawOffer(by: .system)
        case .askExtension:
            if petition.clock.extensions.count >= petition.clock.profile.mostExtensions { return nil }
            return .extensionAsked(ExtensionRequest(days: 5, reason: Scene.reason, by: Scene.id(50), byName: "Nga", at: now))
        case .extend: return try petition.extend(by: .system, at: now, rules: Scene.rules)
        case .refuseExtension: return try petition.refuseExtension(reason: Scene.reason, by: .system)
        case .excuse: return try petition.excuse(reason: Scene.reason, committed: now.day.adding(9), by: .system, at: now)
        case .joinCause: return Int.random(in: 0..<6, using: &dice) == 0 ? try petition.join(Scene.cause, unit: Scene.own, by: .system) : nil
        case .merge:
            if Int.random(in: 0..<10, using: &dice) > 0 { return nil }
            return try petition.merge(into: Scene.twin(), lead: Scene.own, by: .system, at: now, rules: Scene.rules).first
        case .unmerge: return try petition.separate(reason: Scene.reason, lead: Scene.own, owner: nil, by: .system)
        case .screen, .decline, .transfer, .ask, .resume, .supply, .diagnose, .note, .tell, .draft, .submit, .returnDraft, .approve, .rate, .reopen,
            .nameReaders, .split, .visit, .receive, .takeIn, .view, .readReports, .administer:
            return petition.cause == nil ? nil : .leftCause(reason: Scene.reason)
        }
    }

    private static func isReady(_ petition: Case, _ now: Instant) -> Bool {
        guard let draft = petition.draft, draft.problems(on: now.day).isEmpty else { return false }
        return draft.outcome != .referredUpward || petition.work.level > .unit
    }

    private static func draft(at now: Instant, _ dice: inout Dice) -> AnswerDraft {
        var draft = Scene.draft(Outcome.allCases.randomElement(using: &dice) ?? .resolved)
        draft.commitments = [AnswerDraft.Commitment(who: "Chủ đầu tư", what: "Vá mặt đường", by: now.day.adding(10))]
        return draft
    }

    static let seeds = Array(UInt64(1)...40)

    @Test(arguments: seeds) func theVersionGrowsByOneWithEachEvent(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts { #expect(act.after.version == act.before.version + 1, "\(act.event.verb)") }
    }

    @Test(arguments: seeds) func theJournalReplayedIsTheCase(seed: UInt64) throws {
        let (start, acts) = try Self.life(seed: seed, steps: 200)
        var replayed = start
        for act in acts { replayed.apply(act.event, at: act.at) }
        #expect(replayed == acts.last?.after)
    }

    @Test(arguments: seeds) func theDueDateMovesOnlyByActsThatSaySo(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where act.before.clock.due != act.after.clock.due {
            #expect(["supplied", "resumed", "reopened", "extended"].contains(act.event.verb), "\(act.event.verb)")
        }
    }

    @Test(arguments: seeds) func thePromiseOnReceiptNeverChanges(seed: UInt64) throws {
        let (start, acts) = try Self.life(seed: seed, steps: 200)
        for act in acts { #expect(act.after.clock.originalDue == start.clock.due) }
    }

    @Test(arguments: seeds) func aPauseNeverTakesDaysAway(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where act.before.clock.isPaused && !act.after.clock.isPaused {
            #expect(act.after.clock.due >= act.before.clock.due, "\(act.event.verb)")
        }
    }

    @Test(arguments: seeds) func aClosedCaseIsNeverPaused(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where !act.after.state.isOpen {
            #expect(!act.after.clock.isPaused, "\(act.event.verb) in \(act.after.state)")
        }
    }

    @Test(arguments: seeds) func pausesFollowEachOther(seed: UInt64) throws {
        guard let last = try Self.life(seed: seed, steps: 200).acts.last?.after else { return }
        for (pause, next) in zip(last.clock.pauses, last.clock.pauses.dropFirst()) {
            let until = try #require(pause.until)
            #expect(pause.from <= until && until <= next.from)
        }
    }

    @Test(arguments: seeds) func theLeadChangesOnlyByAssignment(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where act.before.lead != act.after.lead {
            #expect(["assigned", "tookOver", "directed", "joined", "merged", "separated"].contains(act.event.verb), "\(act.event.verb)")
        }
    }

    @Test(arguments: seeds) func anAnsweredCaseHasOutcomeAndMoment(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where act.after.state == .answered {
            #expect(act.after.outcome != nil && act.after.answeredAt != nil)
        }
    }

    @Test(arguments: seeds) func anAnswerGoesOutOnlyWhenNothingIsOwed(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where act.event.verb == "approved" {
            let before = act.before
            #expect(before.owing.isEmpty && before.work.offer == nil && !before.work.awaitsDecision && !before.lacksExcuse(at: act.at))
            #expect(before.draft?.outcome.claimsResult != true || before.draft?.evidence.isEmpty == false)
        }
    }

    @Test(arguments: seeds) func passingOnNeverCloses(seed: UInt64) throws {
        let passing: Set = ["offered", "tookOver", "sentBack", "gaveBack", "decisionAsked", "escalated", "directed", "joined", "leftCause"]
        for act in try Self.life(seed: seed, steps: 200).acts where passing.contains(act.event.verb) {
            #expect(act.after.state.isOpen, "\(act.event.verb)")
            #expect(act.after.clock.due == act.before.clock.due, "\(act.event.verb) restarts the clock")
        }
    }

    @Test(arguments: seeds) func whatIsOfferedStaysWithItsLeadUntilItIsTaken(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where act.event.verb == "offered" {
            #expect(act.after.lead == act.before.lead && act.after.work.offer?.to != act.after.lead)
        }
    }

    @Test(arguments: seeds) func passingEndsAtTheLimit(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where ["offered", "gaveBack"].contains(act.event.verb) {
            #expect(act.before.work.bounces < 2, "the third time the standing deputy decides")
        }
    }

    @Test(arguments: seeds) func theLeadNeverCoordinatesWithItself(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts { #expect(!act.after.coordinating.contains(act.after.lead)) }
    }

    @Test(arguments: seeds) func theDueDateIsWhatTheRecordedActsMake(seed: UInt64) throws {
        // What has ended keeps the date that it ended with.
        for act in try Self.life(seed: seed, steps: 200).acts where !act.after.clock.isPaused && act.after.state.isOpen {
            #expect(act.after.clock.computedDue(Scene.rules.calendar) == act.after.clock.due, "after \(act.event.verb)")
        }
    }

    @Test(arguments: seeds) func theLevelThatHeardItSignsIt(seed: UInt64) throws {
        // Whoever parts from a main case has the level that he had.
        for act in try Self.life(seed: seed, steps: 200).acts where act.event.verb != "separated" {
            #expect(act.after.work.level >= act.before.work.level)
        }
    }

    @Test(arguments: seeds) func aRatingSpeaksOfTheAnswerThatStands(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where act.after.rating != nil { #expect(act.after.state == .answered) }
    }

    @Test func theLivesReachEveryStateAndEveryEvent() throws {
        var states: Set<CaseState> = []
        var verbs: Set<String> = []
        for seed in Self.seeds {
            for act in try Self.life(seed: seed, steps: 200).acts {
                states.insert(act.after.state)
                verbs.insert(act.event.verb)
            }
        }
        #expect(states == Set(CaseState.allCases))
        // All but received and wrote, what a main case learns of its duplicates and they of it, what only the organisation does, what the
        // profiles and the calendar do, and the old invitation.
        #expect(verbs.count == 36, "\(verbs.sorted())")
    }
}
