import Domain
import Testing

/// Where a reason is asked for it has at least ten characters: one less is refused, exactly ten go through.
@Suite struct ReasonTests {
    static let nine = "chín chữ."
    static let ten = "mười chữ ."

    /// Every step that asks for words, by the name of the field that is wrong.
    enum Asking: String, CaseIterable, Sendable {
        case decline, transfer, ask, resume, giveBack, returnDraft, reopen, finding, proposal, assignAgainstTheRule, assignAgain

        var field: String {
            switch self {
            case .ask: "question"
            case .finding: "finding"
            case .proposal: "proposal"
            case .decline, .transfer, .resume, .giveBack, .returnDraft, .reopen, .assignAgainstTheRule, .assignAgain: "reason"
            }
        }

        func tried(_ words: String) throws(Refusal) -> CaseEvent {
            let now = Scene.monday
            switch self {
            case .decline: return try Scene.petition().decline(reason: words, by: Scene.staff(.intake))
            case .transfer: return try Scene.petition().transfer(as: .complaint, to: "Thanh tra", reason: words, by: Scene.staff(.intake))
            case .ask: return try Scene.petition().ask(words, by: Scene.staff(.intake))
            case .resume:
                return try Scene.petition(.handling, paused: true)
                    .resume(reason: words, by: Scene.staff(.handler), at: now, rules: Scene.rules)
            case .giveBack: return try Scene.petition(.handling).giveBack(reason: words, limit: 2, by: Scene.staff(.handler))
            case .returnDraft: return try Scene.petition(.approving).returnDraft(reason: words, by: Scene.staff(.approver))
            case .reopen: return try Scene.petition(.answered).reopen(reason: words, by: .sender, at: now, rules: Scene.rules)
            case .finding:
                return try Scene.petition(.diagnosing)
                    .diagnose(Diagnosis(finding: words, proposal: Scene.reason), by: Scene.staff(.diagnosis))
            case .proposal:
                return try Scene.petition(.diagnosing)
                    .diagnose(Diagnosis(finding: Scene.reason, proposal: words), by: Scene.staff(.diagnosis))
            case .assignAgainstTheRule:
                return try assign(Scene.petition(.diagnosing), rule: nil, words)
            case .assignAgain:
                return try assign(Scene.petition(.handling), rule: "quy tắc", words)
            }
        }

        private func assign(_ petition: Case, rule: String?, _ words: String) throws(Refusal) -> CaseEvent {
            let assignment = Assignment(unit: Scene.own.id, unitName: Scene.own.name, rule: rule, reason: words)
            return try petition.assign(assignment, to: Scene.own, by: Scene.staff(.diagnosis), at: Scene.monday)
        }
    }

    @Test(arguments: Asking.allCases) func nineCharactersAreTooFew(step: Asking) {
        #expect(Self.nine.unicodeScalars.count == 9)
        #expect(refusal { () throws(Refusal) in try step.tried(Self.nine) } == .invalid([Problem(step.field, .tooShort(10))]))
    }

    @Test(arguments: Asking.allCases) func noneAreMissing(step: Asking) {
        #expect(refusal { () throws(Refusal) in try step.tried("") } == .invalid([Problem(step.field, .missing)]))
    }

    @Test(arguments: Asking.allCases) func tenCharactersAreEnough(step: Asking) {
        #expect(refusal { () throws(Refusal) in try step.tried(Self.ten) } == nil)
    }

    @Test func anAssignmentByTheRuleNeedsNoReason() {
        let assignment = Assignment(unit: Scene.own.id, unitName: Scene.own.name, rule: "quy tắc")
        let petition = Scene.petition(.diagnosing)
        #expect(
            refusal { () throws(Refusal) in
                try petition.assign(assignment, to: Scene.own, by: Scene.staff(.coordinator), at: Scene.monday)
            } == nil)
    }

    @Test func aNoteMayBeShortButNotEmpty() {
        let petition = Scene.petition(.handling)
        let handler = Scene.staff(.handler)
        #expect(
            refusal { () throws(Refusal) in try petition.note(Note(kind: .remark, text: ""), by: handler) }
                == .invalid([Problem("note", .missing)]))
        #expect(refusal { () throws(Refusal) in try petition.note(Note(kind: .field, text: "ok"), by: handler) } == nil)
    }
}
