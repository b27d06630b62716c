/// What stands in the way of a step (điều kiện chưa đủ): something must be done first, or by somebody else.
package enum Obstacle: Sendable, Equatable {
    /// Whoever signed already does not sign again.
    case alreadySigned
    /// Whoever asks for more time does not grant it.
    case requesterMayNotGrant
    /// The step belongs to another level than the one at which the case stands.
    case notAtThisLevel(Level)
    /// The unit that is complained about can neither lead nor answer (requirement 13).
    case complainedOf
    /// A unit that was asked has not answered, and its date has not passed; its name.
    case awaitsOpinion(String)
    /// The case was offered to another unit, which has not answered; its name.
    case awaitsReceiver(String)
    /// Transfers are used up, the standing deputy must decide.
    case awaitsDecision
    /// The standing deputy decided; the case is not passed on again.
    case isDecided
    /// The date has passed: first say why and which date is promised now.
    case lateNeedsExcuse
    /// The date has not passed.
    case notLate
    /// The due date was extended this many times, as often as it may be.
    case noMoreExtensions(Int)
    /// An extension was asked for already.
    case extensionIsAsked
    /// "Referred upward" is an outcome only of what was put before a higher level.
    case neverEscalated
    /// The case is an item of a letter already.
    case isSplit
    /// The case is answered with others of the same cause.
    case belongsToCause
    /// The case is a duplicate; what is done is done in the main case of this number.
    case isMerged(CaseNumber)
    /// The case hangs on no other one, or not any more.
    case notMerged
    /// Duplicates hang on the case; they must be taken off first.
    case hasDuplicates
    /// The deadline profile holds already: cases go by it.
    case profileInForce
    /// The rules changed since the preview was made.
    case rulesChanged
    /// A file tells of cases that the reader may not see.
    case tellsOfHidden
}

// So that a rule says `throw .complainedOf`.
extension Refusal {
    package static var alreadySigned: Refusal { .hindered(.alreadySigned) }
    package static var requesterMayNotGrant: Refusal { .hindered(.requesterMayNotGrant) }
    package static func notAtThisLevel(_ value: Level) -> Refusal { .hindered(.notAtThisLevel(value)) }
    package static var complainedOf: Refusal { .hindered(.complainedOf) }
    package static func awaitsOpinion(_ value: String) -> Refusal { .hindered(.awaitsOpinion(value)) }
    package static func awaitsReceiver(_ value: String) -> Refusal { .hindered(.awaitsReceiver(value)) }
    package static var awaitsDecision: Refusal { .hindered(.awaitsDecision) }
    package static var isDecided: Refusal { .hindered(.isDecided) }
    package static var lateNeedsExcuse: Refusal { .hindered(.lateNeedsExcuse) }
    package static var notLate: Refusal { .hindered(.notLate) }
    package static func noMoreExtensions(_ value: Int) -> Refusal { .hindered(.noMoreExtensions(value)) }
    package static var extensionIsAsked: Refusal { .hindered(.extensionIsAsked) }
    package static var neverEscalated: Refusal { .hindered(.neverEscalated) }
    package static var isSplit: Refusal { .hindered(.isSplit) }
    package static var belongsToCause: Refusal { .hindered(.belongsToCause) }
    package static func isMerged(_ value: CaseNumber) -> Refusal { .hindered(.isMerged(value)) }
    package static var notMerged: Refusal { .hindered(.notMerged) }
    package static var hasDuplicates: Refusal { .hindered(.hasDuplicates) }
    package static var tellsOfHidden: Refusal { .hindered(.tellsOfHidden) }
}
