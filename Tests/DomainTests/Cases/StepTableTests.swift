import Domain
import Testing

/// The whole table: which step is open in which state, to which role, and to whom it reaches.
@Suite struct StepTableTests {
    /// What each state knows, while the clock runs. Written down from the description of the flow, not from the code.
    static let byState: [CaseState: String] = [
        .received: "screen split decline transfer ask merge tell note view",
        .diagnosing: "split decline transfer ask diagnose assign invite joinCause merge visit tell note view",
        .handling: "ask assign giveBack draft submit invite joinCause merge visit escalate handOff askExtension tell note view",
        .escalated: "escalate direct tell note view",
        .approving: "returnDraft approve tell note view",
        .referred: "draft submit tell note view",
        .answered: "rate reopen tell note view",
        .declined: "reopen tell note view",
        .transferred: "tell note view",
    ]

    /// What each state knows while the clock stands still.
    static let whilePaused: [CaseState: String] = [
        .received: "split transfer merge resume supply tell note view",
        .diagnosing: "split transfer diagnose assign invite joinCause merge visit resume supply tell note view",
        .handling: "assign giveBack draft invite joinCause merge visit escalate handOff askExtension resume supply tell note view",
    ]

    /// What each role may do on a case of its own unit.
    static let byRole: [Role: String] = [
        .intake: "screen split decline transfer ask resume merge tell note view readReports",
        .diagnosis: "split diagnose assign ask resume invite joinCause merge visit tell note view readReports",
        .handler: "ask resume giveBack draft submit invite joinCause visit escalate handOff askExtension tell note view readReports",
        .approver: "returnDraft approve invite joinCause visit escalate handOff askExtension tell note view readReports",
        .coordinator: "assign returnDraft approve invite joinCause merge visit escalate direct tell note view readReports",
        .head: "returnDraft approve invite escalate direct note view readReports",
        .admin: "administer",
    ]

    /// What each role may do on a case of another unit.
    static let byRoleElsewhere: [Role: String] = [
        .intake: "screen split decline transfer ask resume merge tell note view readReports",
        .diagnosis: "split diagnose assign ask resume invite joinCause merge visit tell note view readReports",
        .handler: "readReports",
        .approver: "readReports",
        .coordinator: "assign returnDraft approve invite joinCause merge visit escalate direct tell note view readReports",
        .head: "returnDraft approve invite escalate direct note view readReports",
        .admin: "administer",
    ]

    /// Going up belongs to whoever has the case now: the unit while it handles, the levels above once it lies before them. The diagnosis
    /// desk merges what lies on it.
    static func without(_ steps: Set<String>, _ state: CaseState, _ role: Role) -> Set<String> {
        let isAbove = role == .coordinator || role == .head
        var left = state == .handling && isAbove || state == .escalated && !isAbove ? steps.subtracting(["escalate"]) : steps
        if role == .diagnosis, state != .diagnosing { left.remove("merge") }
        return left
    }

    /// What the sender may do himself.
    static let bySender = "supply rate reopen receive"

    static func words(_ row: String?) -> Set<String> { Set((row ?? "").split(separator: " ").map(String.init)) }

    @Test(arguments: CaseState.allCases, Role.allCases)
    func aStepIsOpenWhereStateAndRoleKnowIt(state: CaseState, role: Role) {
        let mine = Self.words(Self.byState[state]).intersection(Self.words(Self.byRole[role]))
        expect(Self.without(mine, state, role), on: Scene.petition(state), to: Scene.staff(role))
        let elsewhere = Self.words(Self.byState[state]).intersection(Self.words(Self.byRoleElsewhere[role]))
        expect(Self.without(elsewhere, state, role), on: Scene.petition(state, lead: Scene.other), to: Scene.staff(role))
    }

    @Test(arguments: [CaseState.received, .diagnosing, .handling], Role.allCases)
    func aStepIsOpenInAPauseWhereStateAndRoleKnowIt(state: CaseState, role: Role) {
        let mine = Self.words(Self.whilePaused[state]).intersection(Self.words(Self.byRole[role]))
        expect(Self.without(mine, state, role), on: Scene.petition(state, paused: true), to: Scene.staff(role))
        let elsewhere = Self.words(Self.whilePaused[state]).intersection(Self.words(Self.byRoleElsewhere[role]))
        expect(Self.without(elsewhere, state, role), on: Scene.petition(state, lead: Scene.other, paused: true), to: Scene.staff(role))
    }

    @Test(arguments: CaseState.allCases) func theSenderMayWhatTheStateKnows(state: CaseState) {
        expect(Self.words(Self.byState[state]).intersection(Self.words(Self.bySender)), on: Scene.petition(state), to: .sender)
        if Self.whilePaused[state] != nil { expect(["supply"], on: Scene.petition(state, paused: true), to: .sender) }
    }

    @Test(arguments: CaseState.allCases) func theSystemMayWhatTheStateKnows(state: CaseState) {
        expect(Self.words(Self.byState[state]), on: Scene.petition(state), to: .system)
    }

    private func expect(_ wanted: Set<String>, on petition: Case, to actor: Actor) {
        let offered = Set(Permission.allCases.filter { petition.offers($0, to: actor, at: Scene.monday) }.map(\.rawValue))
        #expect(offered == wanted, "\(petition.state), paused: \(petition.clock.isPaused), to \(actor)")
    }

    @Test func everyStepIsOfferedInSomeState() {
        let known = Self.byState.values.reduce(into: Set<String>()) { $0.formUnion(Self.words($1)) }
            .union(Self.whilePaused.values.reduce(into: Set<String>()) { $0.formUnion(Self.words($1)) })
        // These wait for something to be under way: a question, an offer, an extension, lateness, the compartment, a merger.
        let conditional: Set<Permission> = [.unmerge, .nameReaders, .advise, .takeOver, .sendBack, .withdrawOffer, .extend, .refuseExtension, .excuse]
        for step in Permission.steps where !conditional.contains(step) { #expect(known.contains(step.rawValue), "\(step)") }
    }

    @Test func twoRolesTogetherMayWhatEitherMay() {
        let actor = Actor.staff(Scene.account([.intake, .handler]))
        #expect(Scene.petition(.received).offers(.screen, to: actor, at: Scene.monday))
        #expect(Scene.petition(.handling).offers(.draft, to: actor, at: Scene.monday))
    }
}
