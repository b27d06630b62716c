/// A change of the calendar on its way through the open cases (tính lại hạn): which day it was, why, by whom, and how far it has come.
/// It is kept, so that a server that stops in the middle goes on where it was.
package struct Recomputation: Sendable, Equatable {
    package let id: ID<Recomputation>
    /// The day that is worked now, or is no longer: only cases whose count touches it can change.
    package var day: Day
    package var reason: String
    /// Who changed the calendar; `nil`: the system.
    package var account: ID<Account>?
    package var at: Instant
    /// Cases looked at so far.
    package var seen = 0
    /// Of those, the ones whose due date moved.
    package var changed = 0
    /// The case looked at last.
    package var last: ID<Case>?
    package var doneAt: Instant?

    package init(id: ID<Recomputation>, day: Day, reason: String, account: ID<Account>?, at: Instant) {
        self.id = id
        self.day = day
        self.reason = reason
        self.account = account
        self.at = at
    }
}
