package import Domain
import Storage

/// Enters deadlines that hold from a day on (thêm mức thời hạn). What stands is never edited: of one scope the later one supersedes the
/// earlier one on its day, and cases that have begun keep theirs.
package struct AddProfile: Operation {
    package static let permission = Permission.administer
    let profile: DeadlineProfile

    /// - Parameter profile: its key is given here, whatever stands in it.
    package init(_ profile: DeadlineProfile) { self.profile = profile }

    package func perform(_ turn: Turn) throws -> DeadlineProfile {
        let others = try turn.rules().profiles
        try profile.check(beside: others, on: turn.now.day)
        let catalogue = try turn.catalogue()
        if profile.scope.fields.contains(where: { catalogue.name(of: $0) == nil }) { throw Refusal.invalid([Problem("fields", .unknownCode)]) }
        for unit in profile.scope.units {
            guard let found = try OrganisationStore.unit(unit, turn.tx), found.isOpen(on: turn.now.day) else { throw Refusal.noSuch(.unit) }
        }
        var kept = profile
        kept.key = DeadlineProfile.freeKey(from: profile.validFrom, beside: others)
        try RulesStore.insert(kept, turn.tx)
        try RulesStore.noteChange(turn.tx)
        try turn.note(.profileAdded(key: kept.key, resolve: kept.resolve, from: kept.validFrom, source: kept.source))
        return kept
    }
}

/// Takes deadlines back before their day has come (rút lại mức thời hạn): no case goes by them yet.
package struct WithdrawProfile: Operation {
    package static let permission = Permission.administer
    let key: String

    package init(key: String) { self.key = key }

    package func perform(_ turn: Turn) throws {
        guard let profile = try turn.rules().profiles.first(where: { $0.key == key }) else { throw Refusal.noSuch(.profile) }
        if profile.validFrom <= turn.now.day { throw Refusal.hindered(.profileInForce) }
        try RulesStore.remove(profile, turn.tx)
        try RulesStore.noteChange(turn.tx)
        try turn.note(.profileWithdrawn(key: profile.key, from: profile.validFrom))
    }
}
