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
        let unit = [Scene.own, Scene.other].randomElement(using: &dice) ?? Scene.own
        let steps = Permission.allCases.filter { petition.offers($0, to: .system) && $0 != .view }
        // Rarely handed over, or most lives would be short.
        guard let chosen = steps.randomElement(using: &dice), chosen != .transfer || Int.random(in: 0..<40, using: &dice) == 0 else {
            return nil
        }
        switch chosen {
        case .screen: return try petition.screen(Scene.sorted, remark: "", by: .system, at: now)
        case .decline: return try petition.decline(reason: Scene.reason, by: .system)
        case .transfer: return try petition.transfer(as: nil, to: "Thanh tra", reason: Scene.reason, by: .system)
        case .ask: return try petition.ask(Scene.reason, by: .system)
        case .resume: return try petition.resume(reason: Scene.reason, by: .system, at: now, rules: Scene.rules)
        case .supply: return try petition.hear(at: now, rules: Scene.rules)
        case .diagnose: return try petition.diagnose(Scene.diagnosis, by: .system)
        case .assign:
            let assignment = Assignment(unit: unit.id, unitName: unit.name, person: Scene.id(50), personName: "Nga", reason: Scene.reason)
            return try petition.assign(assignment, to: unit, by: .system, at: now)
        case .giveBack: return try petition.giveBack(reason: Scene.reason, by: .system)
        case .note: return try petition.note(Note(kind: .field, text: "đã đến nơi"), by: .system)
        case .draft: return try petition.draft(draft(at: now, &dice), by: .system)
        case .submit: return petition.draft?.problems(on: now.day) == [] ? try petition.submit(by: .system, at: now) : nil
        case .returnDraft: return try petition.returnDraft(reason: Scene.reason, by: .system)
        case .approve: return petition.draft?.problems(on: now.day) == [] ? try petition.approve(by: .system, at: now) : nil
        case .rate: return try petition.rate(Rating(satisfied: Bool.random(using: &dice), remark: ""), by: .sender)
        case .reopen: return try petition.reopen(reason: Scene.reason, by: .sender, at: now, rules: Scene.rules)
        case .invite:
            if petition.lead == unit.id || petition.coordinating.contains(unit.id) { return nil }
            return try petition.invite(unit, question: Scene.reason, by: .system, at: now)
        case .nameReaders: return petition.readers.isEmpty ? try petition.name([Scene.account([.head])], by: .system) : nil
        case .receive, .view, .readReports, .administer: return nil
        }
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
            #expect(["supplied", "resumed", "reopened"].contains(act.event.verb), "\(act.event.verb)")
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
            #expect(act.event.verb == "assigned")
        }
    }

    @Test(arguments: seeds) func anAnsweredCaseHasOutcomeAndMoment(seed: UInt64) throws {
        for act in try Self.life(seed: seed, steps: 200).acts where act.after.state == .answered {
            #expect(act.after.outcome != nil && act.after.answeredAt != nil && act.after.diagnosis != nil)
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
        #expect(verbs.count == 17, "all but received, wrote and what only the organisation does: \(verbs.sorted())")
    }
}
