package import Domain
import Storage

/// Merges a case as a duplicate into a main case (gộp hồ sơ trùng): both keep number and lookup code, one answer goes to both senders.
/// What was merged into the duplicate before comes along. The result is the duplicate.
package struct MergeCase: Operation {
    package static let permission = Permission.merge
    let petition: ID<Case>
    let version: Int
    let main: CaseNumber

    package init(petition: ID<Case>, version: Int, into main: CaseNumber) {
        self.petition = petition
        self.version = version
        self.main = main
    }

    package func perform(_ turn: Turn) throws -> Case {
        let duplicate = try turn.petition(petition, version: version)
        // What he may not look at is not there for him.
        guard let main = try CaseStore.find(main.text, turn.tx), Rights.allow(turn.actor, .view, on: main.subject),
            let lead = try OrganisationStore.unit(main.lead, turn.tx)
        else { throw Refusal.noSuch(.petition) }
        let rules = try turn.rules()
        func merge(_ one: Case, along: CaseNumber?) throws -> Case {
            let events = try one.merge(into: main, lead: lead, along: along, by: turn.actor, at: turn.now, rules: rules)
            return try events.reduce(one) { try turn.record($1, on: $0) }
        }
        let merged = try merge(duplicate, along: nil)
        // What hangs on it is loaded only now: where its standstill ended, theirs ended with it.
        let followers = try MergingStore.duplicates(of: duplicate.id, turn.tx).map { try merge($0, along: duplicate.number) }
        try turn.absorb([merged] + followers, into: main, rules)
        return merged
    }
}

extension Turn {
    fileprivate func absorb(_ merged: [Case], into main: Case, _ rules: Rules) throws {
        guard let due = try jointDue(of: main.id) else { return }
        var current = main
        for duplicate in merged { current = try record(current.absorb(duplicate, due: due), on: current) }
        if let event = current.endStandstillByMerging(at: now, rules: rules) { try record(event, on: current) }
    }
}

/// Makes a duplicate a case of its own again (tách khỏi hồ sơ chính), until its answer has gone out.
package struct UnmergeCase: Operation {
    package static let permission = Permission.unmerge
    let petition: ID<Case>
    let version: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.reason = reason
    }

    package func perform(_ turn: Turn) throws -> Case {
        let duplicate = try turn.petition(petition, version: version)
        guard let merger = duplicate.merger, let lead = try turn.formerLead(of: duplicate) else { throw Refusal.notMerged }
        let event = try duplicate.separate(
            reason: reason, lead: lead, owner: try turn.formerOwner(of: duplicate, in: lead),
            coordinating: try turn.formerCoordinating(merger.before), by: turn.actor)
        let alone = try turn.record(event, on: duplicate)
        if let main = try CaseStore.load(merger.main, turn.tx) {
            try turn.record(main.release(alone, reason: reason, due: turn.jointDue(of: main.id)), on: main)
        }
        return alone
    }
}

extension Turn {
    /// The unit that led the case before; whoever leads the main case when that one has ended meanwhile.
    fileprivate func formerLead(of duplicate: Case) throws -> Unit? {
        let former = try duplicate.merger.flatMap { try OrganisationStore.unit($0.before.lead, tx) }
        if let former, former.isOpen(on: now.day) { return former }
        return try OrganisationStore.unit(duplicate.lead, tx)
    }

    /// The units that co-ordinated before, as far as there still are such units.
    fileprivate func formerCoordinating(_ before: Merger.Standing) throws -> [ID<Unit>] {
        try (before.coordinating ?? []).filter { try OrganisationStore.unit($0, tx)?.isOpen(on: now.day) ?? false }
    }

    /// Who answers for the case from now on; `nil` while whoever did before still may.
    fileprivate func formerOwner(of duplicate: Case, in lead: Unit) throws -> Owner? {
        guard let before = duplicate.merger?.before else { return nil }
        let place: Ownership.Place = switch before.state {
        case .received: .intake
        case .diagnosing: .diagnosis
        case .handling, .escalated, .approving, .referred, .answered, .declined, .transferred: .unit(lead.id, lead.shortName)
        }
        if lead.id == before.lead, let person = before.person, try office.accounts(tx).contains(where: { $0.id == person && $0.isActive }) {
            return nil
        }
        var subject = duplicate.subject
        subject.lead = lead.id
        return try owner(of: subject, at: place, turn: duplicate.number.serial)
    }
}

/// Notes that two cases are no duplicates of each other (không trùng); nobody is asked about them again.
package struct DismissDuplicate: Operation {
    package static let permission = Permission.merge
    let petition: ID<Case>
    let other: CaseNumber

    package init(petition: ID<Case>, other: CaseNumber) {
        self.petition = petition
        self.other = other
    }

    package func perform(_ turn: Turn) throws {
        let current = try turn.petition(petition)
        guard let account = turn.actor.account, Rights.allow(turn.actor, .merge, on: current.subject) else { throw Refusal.notPermitted(.merge) }
        guard let other = try CaseStore.find(other.text, turn.tx), other.id != current.id, Rights.allow(turn.actor, .view, on: other.subject)
        else { throw Refusal.noSuch(.petition) }
        try MergingStore.dismiss(current.id, other.id, by: account.id, at: turn.now, turn.tx)
    }
}
