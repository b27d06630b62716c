/// What decisions go by on a day: the calendar, the deadline profiles, the rules of routing. All of it is data with dates.
package struct Rules: Sendable {
    package var calendar: WorkingCalendar
    /// By the day from which they hold, oldest first.
    package var profiles: [DeadlineProfile]
    package var routing: [RoutingRule]

    package init(calendar: WorkingCalendar, profiles: [DeadlineProfile], routing: [RoutingRule]) {
        self.calendar = calendar
        self.profiles = profiles.sorted { $0.validFrom < $1.validFrom }
        self.routing = routing
    }

    /// The profile that holds on a day for a case as it is sorted so far: of those in force the one that asks most, of equals the one
    /// that began last. Throws `Refusal` when none has been entered.
    package func profile(
        for classification: Classification = Classification(), lead: ID<Unit>? = nil, on day: Day
    ) throws(Refusal) -> DeadlineProfile {
        let fitting = profiles.filter { $0.validFrom <= day && $0.scope.fits(classification, lead: lead) }
        let best = fitting.max { ($0.scope.weight, $0.validFrom, $0.key) < ($1.scope.weight, $1.validFrom, $1.key) }
        guard let best else { throw .noSuch(.profile) }
        return best
    }

    /// The moment at which something due in so many working days runs out.
    package func due(after receipt: Instant, workingDays: Int) -> Instant {
        calendar.count(from: receipt, workingDays: workingDays).dueAt
    }

    /// A due date after the clock stood still: the working days of the pause are given back.
    package func extend(_ due: Instant, pausedFrom start: Instant, until end: Instant) -> Instant {
        calendar.extended(due, pausedFrom: start, until: end)
    }

    /// Who gets a case of this classification on a day, and which rule said so.
    package func route(_ classification: Classification, on day: Day) -> RoutingTrace {
        Routing.decide(
            RoutingQuestion(
                kind: classification.kind, field: classification.field, area: classification.area, site: classification.site),
            rules: routing, on: day)
    }
}
