import Domain
import Testing

/// The whole table: which step is open in which state, to which role, and to whom it reaches.
@Suite struct StepTableTests {
    /// What each state knows, while the clock runs. Written down from the description of the flow, not from the code.
    static let byState: [CaseState: String] = [
        .received: "screen decline transfer ask note view",
        .diagnosing: "decline transfer ask diagnose assign invite note view",
        .handling: "ask assign giveBack draft submit invite note view",
        .approving: "returnDraft approve note view",
        .referred: "draft submit note view",
        .answered: "rate reopen note view",
        .declined: "reopen note view",
        .transferred: "note view",
    ]

    /// What each state knows while the clock stands still.
    static let whilePaused: [CaseState: String] = [
        .received: "transfer resume supply note view",
        .diagnosing: "transfer diagnose assign invite resume supply note view",
        .handling: "assign giveBack draft invite resume supply note view",
    ]

    /// What each role may do on a case of its own unit.
    static let byRole: [Role: String] = [
        .intake: "screen decline transfer ask resume note view readReports",
        .diagnosis: "diagnose assign ask resume invite note view readReports",
        .handler: "ask resume giveBack draft submit invite note view readReports",
        .approver: "returnDraft approve invite note view readReports",
        .coordinator: "assign returnDraft approve invite note view readReports",
        .head: "returnDraft approve invite note view readReports",
        .admin: "administer",
    ]

    /// What each role may do on a case of another unit.
    static let byRoleElsewhere: [Role: String] = [
        .intake: "screen decline transfer ask resume note view readReports",
        .diagnosis: "diagnose assign ask resume invite note view readReports",
        .handler: "readReports",
        .approver: "readReports",
        .coordinator: "assign returnDraft approve invite note view readReports",
        .head: "returnDraft approve invite note view readReports",
        .admin: "administer",
    ]

    /// What the sender may do himself.
    static let bySender = "supply rate reopen receive"

    static func words(_ row: String?) -> Set<String> { Set((row ?? "").split(separator: " ").map(String.init)) }

    @Test(arguments: CaseState.allCases, Role.allCases)
    func aStepIsOpenWhereStateAndRoleKnowIt(state: CaseState, role: Role) {
        let mine = Self.words(Self.byState[state]).intersection(Self.words(Self.byRole[role]))
        expect(mine, on: Scene.petition(state), to: Scene.staff(role))
        let elsewhere = Self.words(Self.byState[state]).intersection(Self.words(Self.byRoleElsewhere[role]))
        expect(elsewhere, on: Scene.petition(state, lead: Scene.other), to: Scene.staff(role))
    }

    @Test(arguments: [CaseState.received, .diagnosing, .handling], Role.allCases)
    func aStepIsOpenInAPauseWhereStateAndRoleKnowIt(state: CaseState, role: Role) {
        let mine = Self.words(Self.whilePaused[state]).intersection(Self.words(Self.byRole[role]))
        expect(mine, on: Scene.petition(state, paused: true), to: Scene.staff(role))
        let elsewhere = Self.words(Self.whilePaused[state]).intersection(Self.words(Self.byRoleElsewhere[role]))
        expect(elsewhere, on: Scene.petition(state, lead: Scene.other, paused: true), to: Scene.staff(role))
    }

    @Test(arguments: CaseState.allCases) func theSenderMayWhatTheStateKnows(state: CaseState) {
        expect(Self.words(Self.byState[state]).intersection(Self.words(Self.bySender)), on: Scene.petition(state), to: .sender)
        if Self.whilePaused[state] != nil { expect(["supply"], on: Scene.petition(state, paused: true), to: .sender) }
    }

    @Test(arguments: CaseState.allCases) func theSystemMayWhatTheStateKnows(state: CaseState) {
        expect(Self.words(Self.byState[state]), on: Scene.petition(state), to: .system)
    }

    private func expect(_ wanted: Set<String>, on petition: Case, to actor: Actor) {
        let offered = Set(Permission.allCases.filter { petition.offers($0, to: actor) }.map(\.rawValue))
        #expect(offered == wanted, "\(petition.state), paused: \(petition.clock.isPaused), to \(actor)")
    }

    @Test func everyStepIsOfferedInSomeState() {
        let known = Self.byState.values.reduce(into: Set<String>()) { $0.formUnion(Self.words($1)) }
            .union(Self.whilePaused.values.reduce(into: Set<String>()) { $0.formUnion(Self.words($1)) })
        // Naming readers belongs to no state but to the compartment.
        for step in Permission.steps where step != .nameReaders { #expect(known.contains(step.rawValue), "\(step)") }
    }

    @Test func twoRolesTogetherMayWhatEitherMay() {
        let actor = Actor.staff(Scene.account([.intake, .handler]))
        #expect(Scene.petition(.received).offers(.screen, to: actor))
        #expect(Scene.petition(.handling).offers(.draft, to: actor))
    }
}
