package import Domain
import Storage

/// Notes that a person has a case before him (báo đang xem, đang soạn). The case does not change by it.
package struct NotePresence: Operation {
    package static let permission = Permission.view
    let code: String
    /// `nil`: the page was closed.
    let activity: Presence.Activity?

    /// - Parameter code: the number of the case.
    package init(code: String, activity: Presence.Activity?) {
        self.code = code
        self.activity = activity
    }

    package func perform(_ turn: Turn) throws {
        guard let petition = try CaseStore.find(code, turn.tx) else { throw Refusal.noSuch(.petition) }
        guard let account = turn.actor.account, Rights.allow(turn.actor, .view, on: petition.subject) else {
            throw Refusal.notPermitted(.view)
        }
        if let activity {
            try PresenceStore.note(account.id, activity, in: petition.id, at: turn.now, turn.tx)
        } else {
            try PresenceStore.leave(account.id, petition.id, turn.tx)
        }
    }
}
