// What becomes of a task to reach a sender (việc liên hệ lại): tried without success, done, given up.
extension ReplyTask {
    /// Characters of what is noted.
    package static let longestNote = 500
    /// Characters of a reason for giving up.
    package static let shortestReason = 10
    /// Characters of what is to be told.
    package static let longestText = 10_000

    package var isOpen: Bool { done == nil }

    package func isLate(at now: Instant) -> Bool { isOpen && now > dueAt }

    /// Notes that he was not reached. Throws `Refusal.isOver` when it is settled already.
    package mutating func tryInVain(_ note: String, by name: String, at now: Instant) throws(Refusal) {
        try checkOpen()
        var list = ProblemList()
        list.text("note", note, atMost: Self.longestNote)
        try list.refuse()
        attempts.append(Attempt(at: now, by: name, note: note))
    }

    /// Settles it: he was told, or it is given up with a reason.
    package mutating func finish(reached: Bool, note: String, by name: String, at now: Instant) throws(Refusal) {
        try checkOpen()
        var list = ProblemList()
        list.text("note", note, atLeast: reached ? 0 : Self.shortestReason, atMost: Self.longestNote)
        try list.refuse()
        done = Done(at: now, by: name, note: note, reached: reached)
    }

    /// Somebody takes it upon himself.
    package mutating func take(by account: ID<Account>) throws(Refusal) {
        try checkOpen()
        self.account = account
    }

    private func checkOpen() throws(Refusal) {
        if done != nil { throw .isOver }
    }

    /// What keeps a call-back that an officer arranges (hẹn gọi lại) from being one: nothing to say, or a time that has passed.
    package static func problems(text: String, dueAt: Instant, now: Instant) -> [Problem] {
        var list = ProblemList()
        list.text("text", text, atMost: longestText)
        if dueAt <= now { list.add("dueAt", .dateInPast) }
        return list.problems
    }

    /// How the contact counts on which channel: a call, or what the channel is.
    package var approachChannel: Channel {
        switch kind {
        case .call: .hotline
        case .letter: .letter
        case .counter: .counter
        case .elsewhere: channel
        }
    }
}

extension WorkingCalendar {
    /// A moment so many working hours later: the hours between opening and closing of working days count. Whoever must be called back
    /// within four hours after Friday afternoon is called on Monday.
    package func adding(workingSeconds seconds: Int, to start: Instant) -> Instant {
        var (day, second, rest) = (start.day, max(start.secondOfDay, hours.opens), max(seconds, 0))
        if !isWorking(day) || second >= hours.closes { (day, second) = (workday(onOrAfter: day.adding(1)), hours.opens) }
        while rest > hours.closes - second {
            rest -= hours.closes - second
            (day, second) = (workday(onOrAfter: day.adding(1)), hours.opens)
        }
        return Instant(day, secondOfDay: second + rest)
    }
}
