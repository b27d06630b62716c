extension CommonCause {
    /// What can be done with a cause, each by the right that a case of its lead asks for.
    package static let steps: [Permission] = [.joinCause, .draft, .submit, .approve, .returnDraft, .escalate]

    /// Why a step is not open to an actor now; `nil` when it is. `.joinCause` is describing it and taking cases in, `.escalate` the
    /// proposal upward.
    package func refusal(of step: Permission, to actor: Actor) -> Refusal? {
        guard Rights.allow(actor, step, on: subject) else { return .notPermitted(step) }
        switch step {
        case .joinCause: return state == .answered ? .isOver : nil
        case .draft, .submit: return state == .open ? nil : .stateForbids(step, state.likeCase)
        case .returnDraft: return state == .approving ? nil : .stateForbids(step, state.likeCase)
        case .approve: return approving(by: actor)
        case .escalate, .view: return nil
        case .screen, .decline, .transfer, .ask, .resume, .diagnose, .assign, .giveBack, .note, .tell, .invite, .nameReaders, .split, .advise,
            .direct, .handOff, .takeOver, .sendBack, .withdrawOffer, .askExtension, .extend, .refuseExtension, .excuse, .visit, .merge, .unmerge,
            .supply, .rate, .reopen, .receive, .takeIn, .readReports, .administer:
            return .notPermitted(step)
        }
    }

    package func offers(_ step: Permission, to actor: Actor) -> Bool { refusal(of: step, to: actor) == nil }

    private func check(_ step: Permission, by actor: Actor) throws(Refusal) {
        if let refusal = refusal(of: step, to: actor) { throw refusal }
    }

    private func approving(by actor: Actor) -> Refusal? {
        guard state == .approving, let draft else { return .stateForbids(.approve, state.likeCase) }
        guard let account = actor.account else { return nil }
        return draft.drafter == account.id || drafters.contains(account.id) ? .drafterMayNotApprove : nil
    }

    /// What keeps a description from being kept.
    package static func problems(title: String, summary: String) -> [Problem] {
        var list = ProblemList()
        list.text("title", title, atLeast: 5, atMost: 200)
        list.text("summary", summary, atLeast: Case.shortestReason, atMost: 5000)
        return list.problems
    }

    package func change(title: String, summary: String, by actor: Actor) throws(Refusal) -> CauseEvent {
        try check(.joinCause, by: actor)
        let problems = Self.problems(title: title, summary: summary)
        if !problems.isEmpty { throw .invalid(problems) }
        return .changed(title: title, summary: summary)
    }

    /// Keeps a draft of the common answer as far as it goes.
    package func draft(_ draft: AnswerDraft, by actor: Actor) throws(Refusal) -> CauseEvent {
        try check(.draft, by: actor)
        try draft.checkLengths()
        return .drafted(draft)
    }

    /// Puts the common answer before its approver. It must be whole and ready for every member.
    package func submit(members: [Case], by actor: Actor, at now: Instant) throws(Refusal) -> CauseEvent {
        try check(.submit, by: actor)
        try checkAnswer(for: members, at: now)
        return .submitted
    }

    package func returnDraft(reason: String, by actor: Actor) throws(Refusal) -> CauseEvent {
        try check(.returnDraft, by: actor)
        var list = ProblemList()
        list.check(.returnDraft, ["reason": reason])
        try list.refuse()
        return .draftReturned(reason: reason)
    }

    /// Signs the common answer at the level that the highest of the members needs; it goes out to all of them.
    package func approve(members: [Case], by actor: Actor, at now: Instant) throws(Refusal) -> CauseEvent {
        try check(.approve, by: actor)
        guard var answer = draft else { throw .noSuch(.draft) }
        try checkAnswer(for: members, at: now)
        let needed = signingLevel(for: members)
        if let account = actor.account, let own = Rights.signingLevel(of: account, on: subject), own < needed { throw .notAtThisLevel(needed) }
        answer.common = AnswerDraft.Common(cause: id, number: number, title: title, round: round + 1)
        return .approved(answer, senders: members.count)
    }

    /// The level that must sign: the highest that one of the members has been before.
    package func signingLevel(for members: [Case]) -> Level {
        let least: Level = draft?.outcome == .referredUpward ? .deputy : .unit
        return min(members.map(\.work.level).reduce(least) { max($0, $1) }, .head)
    }

    /// Puts the change of policy down, or what came of it. A document with which it went up stays.
    package func propose(_ proposal: PolicyProposal, by actor: Actor) throws(Refusal) -> CauseEvent {
        try check(.escalate, by: actor)
        var list = ProblemList()
        list.text("text", proposal.text, atLeast: Case.shortestReason, atMost: 10_000)
        list.text("legalBasis", proposal.legalBasis, atLeast: 5, atMost: 2000)
        list.text("document", proposal.document, atLeast: self.proposal?.document.isEmpty == false ? 5 : 0, atMost: 300)
        list.text("reply", proposal.reply, atLeast: 0, atMost: 5000)
        if !proposal.reply.isEmpty, proposal.document.isEmpty { list.add("document", .missing) }
        if proposal.level < .deputy { list.add("level", .unknownCode) }
        try list.refuse()
        return .proposed(proposal)
    }

    private func checkAnswer(for members: [Case], at now: Instant) throws(Refusal) {
        guard let draft else { throw .noSuch(.draft) }
        let problems = draft.problems(on: now.day)
        if !problems.isEmpty { throw .invalid(problems) }
        if members.isEmpty { throw .invalid([Problem("petitions", .missing)]) }
        // Who says that it went upward has sent it there.
        if draft.outcome == .referredUpward, proposal?.document.isEmpty != false { throw .neverEscalated }
        for member in members {
            if member.classification.complainedOf == lead { throw .complainedOf }
            if let refusal = member.outstanding { throw refusal }
            if member.lacksExcuse(at: now) { throw .lateNeedsExcuse }
        }
    }
}

extension CommonCause.State {
    /// The state of a case that forbids and allows the same.
    package var likeCase: CaseState {
        switch self {
        case .open: .handling
        case .approving: .approving
        case .answered: .answered
        }
    }
}
