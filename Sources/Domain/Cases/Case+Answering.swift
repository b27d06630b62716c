extension Case {
    /// Keeps a draft as far as it goes (lưu dự thảo): nothing is required of it yet but that it fits.
    package func draft(_ draft: AnswerDraft, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.draft, by: actor)
        try draft.checkLengths()
        return .drafted(draft)
    }

    /// Puts the draft before its approver (trình duyệt). It must be whole, every opinion that was asked for must be there or its date
    /// past, and a late case must have said why.
    package func submit(by actor: Actor, at now: Instant) throws(Refusal) -> CaseEvent {
        try check(.submit, by: actor, at: now)
        guard let draft else { throw .noSuch(.draft) }
        try checkAnswer(draft, at: now)
        return .submitted
    }

    /// Sends the draft back to be mended (trả lại dự thảo), saying why.
    package func returnDraft(reason: String, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.returnDraft, by: actor)
        var list = ProblemList()
        list.check(.returnDraft, ["reason": reason])
        try list.refuse()
        return .draftReturned(reason: reason)
    }

    /// Signs the answer (phê duyệt): at the level that the case has been before it goes out, below it goes on to the next signature.
    /// Nobody who wrote on it signs it, and what was promised must still lie ahead.
    package func approve(by actor: Actor, at now: Instant) throws(Refusal) -> CaseEvent {
        try check(.approve, by: actor, at: now)
        guard let draft else { throw .noSuch(.draft) }
        try checkAnswer(draft, at: now)
        if let account = actor.account, let level = Rights.signingLevel(of: account, on: subject), level < signingLevel {
            return .endorsed(Signature(account: account.id, name: account.name, level: level, at: now))
        }
        var answer = draft
        answer.opinions = work.consultations.map(AnswerDraft.Said.init)
        return .approved(answer)
    }

    /// The level that must sign the answer: the highest that the case has been before, inside the task force. Saying that it was
    /// referred upward is the deputy's at least.
    package var signingLevel: Level {
        min(max(work.level, draft?.outcome == .referredUpward ? .deputy : .unit), .head)
    }

    /// What any answer of this case must hold, whoever signs it.
    private func checkAnswer(_ answer: AnswerDraft, at now: Instant) throws(Refusal) {
        let problems = answer.problems(on: now.day)
        if !problems.isEmpty { throw .invalid(problems) }
        if answer.outcome == .referredUpward, work.level == .unit { throw .neverEscalated }
    }

    /// Takes the sender's word on the answer, once (đánh giá).
    package func rate(_ rating: Rating, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.rate, by: actor)
        var list = ProblemList()
        list.text("remark", rating.remark, atLeast: 0, atMost: 2000)
        try list.refuse()
        return .rated(rating)
    }

    /// The sender comes back about the result (kiến nghị lại): the case opens again with a new promise; the first one stays on
    /// record, and both are measured.
    package func reopen(reason: String, by actor: Actor, at now: Instant, rules: Rules) throws(Refusal) -> CaseEvent {
        try check(.reopen, by: actor)
        var list = ProblemList()
        list.check(.reopen, ["reason": reason])
        try list.refuse()
        return .reopened(reason: reason, due: rules.due(after: now, workingDays: clock.profile.resolve))
    }

    /// The sender marked the answer as bad without a word of his own: it opens again all the same (requirement 19).
    package func reopenUnsatisfied(at now: Instant, rules: Rules) -> CaseEvent {
        .reopened(reason: "", due: rules.due(after: now, workingDays: clock.profile.resolve))
    }
}
