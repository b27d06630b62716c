extension Case {
    /// What an event of the main case does to this duplicate of it: everything that its sender would be told goes to the duplicate's
    /// sender too, each with his own code and date, and the clock of the duplicate stands still, runs on and is extended with that of
    /// the main case, so that nothing has to be made good when they part.
    package func following(_ event: CaseEvent, of main: Case, at now: Instant, rules: Rules) -> CaseEvent? {
        guard isMerged, merger?.main == main.id else { return nil }
        switch event {
        case .asked, .declined, .transferred, .approved: return event
        case .supplied(_, let heardAt), .resumed(_, _, let heardAt):
            // Who did not write himself is not thanked for it.
            return resumed(reason: "theo hồ sơ chính", heardAt: heardAt, at: now, rules: rules)
        case .extended(let days, let reason, _):
            return .extended(days: days, reason: reason, due: rules.calendar.count(from: clock.own.day, workingDays: days).dueAt)
        case .excused(let excuse):
            guard clock.isOwnLate(at: now) else { return nil }
            return .excused(Excuse(reason: excuse.reason, committed: excuse.committed, by: excuse.by, missed: clock.own))
        case .received, .wrote, .screened, .diagnosed, .assigned, .gaveBack, .noted, .told, .drafted, .submitted, .draftReturned, .rated, .reopened,
            .invited, .readersNamed, .inherited, .handedOver, .split, .consulted, .advised, .lapsed, .escalated, .directed, .offered,
            .decisionAsked, .tookOver, .sentBack, .offerWithdrawn, .extensionAsked, .extensionRefused, .clockSet, .recomputed, .endorsed,
            .joined, .leftCause, .partyMoved, .merged, .followed, .separated, .absorbed, .released, .jointDueSet, .duplicateWrote:
            return nil
        }
    }

    /// The end of a standstill by what somebody else's sender said; `nil` where the clock runs.
    package func resumed(reason: String, heardAt: Instant?, at now: Instant, rules: Rules) -> CaseEvent? {
        guard let pause = openPause else { return nil }
        let heardAt = heardAt.map { max($0, pause.from) }
        return .resumed(reason: reason, due: rules.extend(clock.own, pausedFrom: pause.from, until: heardAt ?? now), heardAt: heardAt)
    }

    /// Goes after the main case where that has another lead, person, sorting or level now; `nil` when all is as it was.
    package func aligned(with main: Case, leadName: String) -> CaseEvent? {
        guard isMerged, merger?.main == main.id else { return nil }
        let wanted = main.leading(leadName)
        var same = self
        same.follow(wanted)
        if same == self { return nil }
        return .followed(wanted, tells: main.state == .handling && lead != main.lead)
    }
}
