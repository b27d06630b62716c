extension Case {
    /// Asks for more time (đề nghị gia hạn), before the time is up and with a reason. Nothing moves until somebody else grants it.
    package func askExtension(days: Int, reason: String, by actor: Actor, at now: Instant) throws(Refusal) -> CaseEvent {
        try check(.askExtension, by: actor)
        guard let account = actor.account else { throw .notPermitted(.askExtension) }
        if clock.extensions.count >= clock.profile.mostExtensions { throw .noMoreExtensions(clock.profile.mostExtensions) }
        if clock.isLate(at: now) { throw .lateNeedsExcuse }
        var list = ProblemList()
        list.check(.askExtension, ["reason": reason])
        if !(1...clock.profile.longestExtension).contains(days) { list.add("days", .outOfRange(1, clock.profile.longestExtension)) }
        try list.refuse()
        return .extensionAsked(ExtensionRequest(days: days, reason: reason, by: account.id, byName: account.name, at: now))
    }

    /// Grants it (duyệt gia hạn): the due date moves by so many working days, the sender is told why, the first promise stays on
    /// record and is measured too.
    package func extend(by actor: Actor, at now: Instant, rules: Rules) throws(Refusal) -> CaseEvent {
        try check(.extend, by: actor)
        guard let wanted = work.wantedExtension else { throw .stateForbids(.extend, state) }
        let due = rules.calendar.count(from: clock.own.day, workingDays: wanted.days).dueAt
        return .extended(days: wanted.days, reason: wanted.reason, due: due)
    }

    /// Refuses it (không đồng ý gia hạn).
    package func refuseExtension(reason: String, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.refuseExtension, by: actor)
        var list = ProblemList()
        list.check(.refuseExtension, ["reason": reason])
        try list.refuse()
        return .extensionRefused(reason: reason)
    }

    /// Says why the date was missed and which date is promised now (báo cáo chậm); the sender is told. The due date stays where it
    /// was, and late stays late.
    package func excuse(reason: String, committed: Day, by actor: Actor, at now: Instant) throws(Refusal) -> CaseEvent {
        try check(.excuse, by: actor)
        guard clock.isLate(at: now) else { throw .notLate }
        var list = ProblemList()
        list.check(.excuse, ["reason": reason])
        if committed <= now.day { list.add("committed", .dateInPast) }
        if committed > now.day.adding(Self.longestCommitment) { list.add("committed", .tooFar(Self.longestCommitment)) }
        try list.refuse()
        return .excused(Excuse(reason: reason, committed: committed, by: actor.name ?? "", missed: clock.due))
    }

    /// Days from today within which a new date may be promised.
    package static let longestCommitment = 60

    /// Whether it is late and nobody has said why yet, or the date promised then has passed too.
    package func lacksExcuse(at now: Instant) -> Bool {
        guard clock.isLate(at: now) else { return false }
        guard let excuse = work.excuse, excuse.missed == clock.due else { return true }
        return excuse.committed < now.day
    }

    /// The standstill has lasted as long as the profile allows: the clock runs on by itself (brief §2.3); `nil` otherwise.
    package func endStandstill(at now: Instant, rules: Rules) -> CaseEvent? {
        guard state.isOpen, let pause = openPause else { return nil }
        guard rules.due(after: pause.from, workingDays: clock.profile.longestPause) < now else { return nil }
        return .resumed(reason: "", due: rules.extend(clock.own, pausedFrom: pause.from, until: now))
    }

    /// Sets the clock by another profile, because the case was sorted (hạn theo loại, lĩnh vực, mức khẩn): counted from the same
    /// receipt, so that sorting neither gives nor takes a day. `nil` when the profile stays.
    package func setClock(_ profile: DeadlineProfile, rules: Rules) -> CaseEvent? {
        guard profile.key != clock.profile.key || profile != clock.profile else { return nil }
        var changed = clock
        changed.profile = profile
        return .clockSet(profile, due: changed.computedDue(rules.calendar))
    }

    /// The due date under a changed calendar (tính lại khi lịch thay đổi); `nil` when it stays.
    package func recompute(_ rules: Rules, reason: String) -> CaseEvent? {
        guard state.isOpen else { return nil }
        return clock.recomputed(rules.calendar).map { .recomputed(reason: reason, due: $0) }
    }
}
