/// What one step is (bước xử lý): in which states it is known, where it leads, what must be filled in, whether the sender is told.
/// The state machine of a case is this table and nothing else: decisions check by it, pages offer by it, the drawing is made of it.
package struct StepSheet: Sendable, Equatable {
    package var step: Permission
    package var from: Set<CaseState>
    package var leadsTo: Destination
    package var needs: [Need]
    /// Whether the sender gets a message about it on his channel.
    package var tellsSender: Bool

    /// Where a step leaves the case.
    package enum Destination: Sendable, Equatable {
        case same
        case one(CaseState)
        /// Which of them depends on what is answered or ordered.
        case oneOf([CaseState])

        package var states: [CaseState] {
            switch self {
            case .same: []
            case .one(let state): [state]
            case .oneOf(let states): states
            }
        }
    }

    /// A text that must be filled in, with its limits in characters.
    package struct Need: Sendable, Equatable {
        package var field: String
        package var atLeast: Int
        package var atMost: Int
    }

    /// The sheet of a step of a case; `nil` for what is no step (looking, reports, administration).
    package static func of(_ step: Permission) -> StepSheet? { table[step] }

    package static let all: [StepSheet] = Permission.allCases.compactMap { table[$0] }

    private static let table: [Permission: StepSheet] = Dictionary(
        (deskSteps + unitSteps + passingSteps + answerSteps + senderSteps).map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })

    private init(
        _ step: Permission, from: Set<CaseState>, to: Destination = .same, needs: [Need] = [], tells: Bool = false
    ) {
        self.step = step
        self.from = from
        leadsTo = to
        self.needs = needs
        tellsSender = tells
    }

    private static let open = Set(CaseState.allCases.filter(\.isOpen))
    private static let everywhere: Set<CaseState> = Set(CaseState.allCases)
    private static func reason(_ most: Int = 1000) -> [Need] { [Need(field: "reason", atLeast: Case.shortestReason, atMost: most)] }

    private static let deskSteps: [StepSheet] = [
        StepSheet(.screen, from: [.received], to: .one(.diagnosing)),
        StepSheet(.split, from: [.received, .diagnosing]),
        StepSheet(.decline, from: [.received, .diagnosing], to: .one(.declined), needs: reason(2000), tells: true),
        StepSheet(
            .transfer, from: [.received, .diagnosing], to: .oneOf([.transferred, .referred]),
            needs: [Need(field: "body", atLeast: 3, atMost: 300)] + reason(2000), tells: true),
        StepSheet(
            .ask, from: [.received, .diagnosing, .handling], needs: [Need(field: "question", atLeast: Case.shortestReason, atMost: 1500)],
            tells: true),
        StepSheet(.tell, from: everywhere, needs: [Need(field: "message", atLeast: 1, atMost: Telling.longest)], tells: true),
        StepSheet(.resume, from: open, needs: reason()),
        StepSheet(
            .diagnose, from: [.diagnosing],
            needs: ["finding", "proposal"].map { Need(field: $0, atLeast: Case.shortestReason, atMost: 5000) }),
        StepSheet(.assign, from: [.diagnosing, .handling], to: .one(.handling), tells: true),
        StepSheet(.joinCause, from: [.diagnosing, .handling], to: .one(.handling), tells: true),
        StepSheet(.merge, from: [.received, .diagnosing, .handling], tells: true),
        StepSheet(.unmerge, from: [.received, .diagnosing, .handling], needs: reason(), tells: true),
        StepSheet(.nameReaders, from: everywhere),
        StepSheet(.note, from: everywhere, needs: [Need(field: "note", atLeast: 1, atMost: 5000)]),
    ]

    private static let unitSteps: [StepSheet] = [
        StepSheet(
            .invite, from: [.diagnosing, .handling], needs: [Need(field: "question", atLeast: Case.shortestReason, atMost: 2000)]),
        StepSheet(.advise, from: open, needs: [Need(field: "opinion", atLeast: Case.shortestReason, atMost: 5000)]),
        StepSheet(.visit, from: [.diagnosing, .handling]),
        StepSheet(.escalate, from: [.handling, .escalated], to: .one(.escalated)),
        StepSheet(
            .direct, from: [.escalated], to: .one(.handling), needs: [Need(field: "order", atLeast: Case.shortestReason, atMost: 3000)]),
        StepSheet(.askExtension, from: [.handling], needs: reason()),
        StepSheet(.extend, from: [.handling], tells: true),
        StepSheet(.refuseExtension, from: [.handling], needs: reason()),
        StepSheet(.excuse, from: [.handling, .escalated, .approving, .referred], needs: reason(), tells: true),
    ]

    private static let passingSteps: [StepSheet] = [
        StepSheet(.giveBack, from: [.handling], to: .one(.diagnosing), needs: reason()),
        StepSheet(.handOff, from: [.handling], needs: reason()),
        StepSheet(.takeOver, from: [.handling], tells: true),
        StepSheet(.sendBack, from: [.handling], needs: reason()),
        StepSheet(.withdrawOffer, from: [.handling]),
    ]

    private static let answerSteps: [StepSheet] = [
        StepSheet(.draft, from: [.handling, .referred]),
        StepSheet(.submit, from: [.handling, .referred], to: .one(.approving)),
        StepSheet(.returnDraft, from: [.approving], to: .one(.handling), needs: reason()),
        StepSheet(.approve, from: [.approving], to: .oneOf([.approving, .answered, .referred]), tells: true),
    ]

    private static let senderSteps: [StepSheet] = [
        StepSheet(.supply, from: open, tells: true),
        StepSheet(.rate, from: [.answered], to: .oneOf([.answered, .escalated]), tells: true),
        StepSheet(
            .reopen, from: [.answered, .declined], to: .oneOf([.escalated, .received]),
            needs: [Need(field: "reason", atLeast: Case.shortestReason, atMost: 10_000)], tells: true),
    ]
}

extension ProblemList {
    /// Checks what was filled in against what the step needs.
    mutating func check(_ step: Permission, _ values: [String: String]) {
        for need in StepSheet.of(step)?.needs ?? [] {
            text(need.field, values[need.field] ?? "", atLeast: need.atLeast, atMost: need.atMost)
        }
    }
}
