/// A visit on site in a case (xử lý hiện trường; issue 5 part 10): planned, written down entry by entry, closed with minutes.
package struct FieldVisit: Sendable, Equatable {
    package let id: ID<FieldVisit>
    package let petition: ID<Case>
    package let plan: VisitPlan
    package let plannedBy: ID<Account>
    package let plannedByName: String
    package let plannedAt: Instant
    /// `nil` until it is closed.
    package var ending: Ending?

    /// The minutes, and who signed them when.
    package struct Ending: Sendable, Equatable {
        package var minutes: VisitMinutes
        package var by: ID<Account>
        package var byName: String
        package var at: Instant

        package init(minutes: VisitMinutes, by: ID<Account>, byName: String, at: Instant) {
            self.minutes = minutes
            self.by = by
            self.byName = byName
            self.at = at
        }
    }

    package init(
        id: ID<FieldVisit>, petition: ID<Case>, plan: VisitPlan, plannedBy: ID<Account>, plannedByName: String, plannedAt: Instant,
        ending: Ending? = nil
    ) {
        self.id = id
        self.petition = petition
        self.plan = plan
        self.plannedBy = plannedBy
        self.plannedByName = plannedByName
        self.plannedAt = plannedAt
        self.ending = ending
    }

    /// Days after the minutes within which what still lay on a device is taken in; it is shown as having come later.
    package static let graceDays = 7

    /// Whether an entry that arrives now is taken.
    package func takesEntries(at now: Instant) -> Bool {
        guard let ending else { return true }
        return now <= ending.at.adding(hours: Self.graceDays * 24)
    }
}

/// What rights a visit asks for.
package enum VisitRights {
    /// Planning and closing.
    package static let plan = Permission.visit
    /// Writing down what is seen: whoever may write into the case, the co-ordinating units too.
    package static let write = Permission.note
}
