/// What was changed in the organisation: the journal of units, task forces, people, mandates, templates, deadlines and the calendar.
package enum OrganisationEvent: Sendable, Equatable, Codable {
    case unitFounded(unit: String, document: Decision?)
    case unitChanged(unit: String, from: String, document: Decision?)
    case teamFounded(team: String, decision: String)
    case teamEnded(team: String, document: Decision?, heir: String?, open: Int)
    case memberAppointed(team: String, name: String, post: TeamMember.Post, document: Decision?)
    case memberEnded(team: String, name: String, last: Day, document: Decision?)
    case regulationIssued(team: String, document: Decision)
    case accountOpened(login: String, name: String)
    case accountClosed(login: String)
    case mandateGiven(name: String, role: Role, unit: String, from: Day, to: Day?, standsInFor: String?, document: Decision?)
    case mandateEnded(name: String, role: Role, unit: String, last: Day, document: Decision?)
    case readerNamed(team: String, name: String)
    case readerRemoved(team: String, name: String)
    case reorganisationPrepared(title: String, on: Day, document: Decision)
    case reorganisationWithdrawn(title: String)
    case reorganisationCarriedOut(title: String, on: Day, counts: MovedCounts)
    case imported(units: Int, accounts: Int)
    /// Mẫu trả lời, by name.
    case templateKept(name: String)
    case templateRetired(name: String)
    /// Thời hạn: a profile that holds from a day on, and one that was taken back before it began.
    case profileAdded(key: String, resolve: Int, from: Day, source: String)
    case profileWithdrawn(key: String, from: Day)
    /// Lịch làm việc.
    case calendarDayKept(day: Day, kind: SpecialDay.Kind, name: String, source: String)
    case calendarDayRemoved(day: Day, name: String, source: String)
    case calendarYearMarked(year: Int, provisional: Bool, source: String)

    /// The event's word, by which it can be found.
    package var verb: String {
        switch self {
        case .unitFounded: "unitFounded"
        case .unitChanged: "unitChanged"
        case .teamFounded: "teamFounded"
        case .teamEnded: "teamEnded"
        case .memberAppointed: "memberAppointed"
        case .memberEnded: "memberEnded"
        case .regulationIssued: "regulationIssued"
        case .accountOpened: "accountOpened"
        case .accountClosed: "accountClosed"
        case .mandateGiven: "mandateGiven"
        case .mandateEnded: "mandateEnded"
        case .readerNamed: "readerNamed"
        case .readerRemoved: "readerRemoved"
        case .reorganisationPrepared: "reorganisationPrepared"
        case .reorganisationWithdrawn: "reorganisationWithdrawn"
        case .reorganisationCarriedOut: "reorganisationCarriedOut"
        case .imported: "imported"
        case .templateKept: "templateKept"
        case .templateRetired: "templateRetired"
        case .profileAdded: "profileAdded"
        case .profileWithdrawn: "profileWithdrawn"
        case .calendarDayKept: "calendarDayKept"
        case .calendarDayRemoved: "calendarDayRemoved"
        case .calendarYearMarked: "calendarYearMarked"
        }
    }
}

/// A change as it stands in the history.
package struct RecordedChange: Sendable, Equatable {
    package var id: ID<OrganisationEvent>
    package var at: Instant
    /// Empty: the system.
    package var actorName: String
    package var event: OrganisationEvent

    package init(id: ID<OrganisationEvent>, at: Instant, actorName: String, event: OrganisationEvent) {
        self.id = id
        self.at = at
        self.actorName = actorName
        self.event = event
    }
}

/// What a reorganisation moved.
package struct MovedCounts: Sendable, Equatable, Codable {
    package var units = 0
    package var cases = 0
    /// Cases for which the documents do not say who goes on: their new unit leads until somebody decides.
    package var unclear = 0
    package var accounts = 0
    package var mandates = 0
    package var rules = 0
    package var notices = 0

    package init() {}
}
