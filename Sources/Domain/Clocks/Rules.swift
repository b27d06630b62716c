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

    /// The profile that holds on a day. Throws `Refusal` when none has been entered.
    package func profile(on day: Day) throws(Refusal) -> DeadlineProfile {
        guard let profile = profiles.last(where: { $0.validFrom <= day }) else { throw .noSuch(.profile) }
        return profile
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
