/// How a duplicate (hồ sơ trùng) hangs on its main case (hồ sơ chính): what is done is done in the main case, and its answer goes to the
/// senders of both (requirement 10). The duplicate keeps its number, its lookup code and its own clock.
package struct Merger: Sendable, Equatable, Codable {
    package var main: ID<Case>
    package var number: CaseNumber
    package var at: Instant
    /// How the case stood before, for the way back.
    package var before: Standing

    package struct Standing: Sendable, Equatable, Codable {
        package var state: CaseState
        package var lead: ID<Unit>
        package var person: ID<Account>?
        package var classification: Classification
        package var diagnosis: Diagnosis?
        package var level: Level
        /// The units that co-ordinated, sorted: the one that leads the main case ceases to. `nil` in cases merged before this was noted.
        package var coordinating: [ID<Unit>]?
    }
}

/// What a duplicate takes from its main case, so that whoever works there sees it, and a sender who comes back after the answer finds
/// whoever gave it.
package struct Following: Sendable, Equatable, Codable {
    package var lead: ID<Unit>
    package var leadName: String
    package var person: ID<Account>?
    package var classification: Classification
    package var diagnosis: Diagnosis?
    /// The highest level that the main case has been before.
    package var level: Level
}

/// A case goes into a main case (gộp hồ sơ trùng).
package struct Merging: Sendable, Equatable, Codable {
    package var main: ID<Case>
    package var number: CaseNumber
    package var following: Following
    /// The duplicate with which it came along; `nil` when it was merged itself.
    package var along: CaseNumber?
}

/// A main case takes a duplicate in.
package struct Absorption: Sendable, Equatable, Codable {
    package var duplicate: ID<Case>
    package var number: CaseNumber
    /// The earliest promise among the duplicates from now on.
    package var due: Instant
    /// Whether the sender of the main case is told: once, and not when the duplicate is his own.
    package var tells: Bool
}

/// A duplicate is a case of its own again (tách khỏi hồ sơ chính).
package struct Separation: Sendable, Equatable, Codable {
    package var main: CaseNumber
    package var reason: String
    package var lead: ID<Unit>
    package var leadName: String
    /// Who answers for it from now on; `nil`: whoever did before.
    package var owner: Owner?
    /// The units that co-ordinate in it again.
    package var coordinating: [ID<Unit>]?
}

/// A duplicate that hangs on a case, as the case remembers it.
package struct Duplicate: Sendable, Equatable, Codable {
    package var id: ID<Case>
    package var number: CaseNumber
}

extension CaseEvent {
    /// The other case of which an event of merging speaks.
    package var otherCase: CaseNumber? {
        switch self {
        case .merged(let merging): merging.number
        case .separated(let separation): separation.main
        case .absorbed(let absorption): absorption.number
        case .released(let duplicate, _, _): duplicate.number
        case .duplicateWrote(let number): number
        case .received, .wrote, .screened, .declined, .transferred, .asked, .supplied, .resumed, .diagnosed, .assigned, .gaveBack, .noted,
            .told, .drafted, .submitted, .draftReturned, .approved, .rated, .reopened, .invited, .readersNamed, .inherited, .handedOver, .split,
            .consulted, .advised, .lapsed, .escalated, .directed, .offered, .decisionAsked, .tookOver, .sentBack, .offerWithdrawn,
            .extensionAsked, .extended, .extensionRefused, .excused, .clockSet, .recomputed, .endorsed, .joined, .leftCause, .partyMoved,
            .followed, .jointDueSet:
            nil
        }
    }
}
