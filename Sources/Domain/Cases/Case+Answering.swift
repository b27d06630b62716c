extension Case {
    /// Keeps a draft as far as it goes (lưu dự thảo): nothing is required of it yet but that it fits.
    package func draft(_ draft: AnswerDraft, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.draft, by: actor)
        var list = ProblemList()
        list.text("conclusion", draft.conclusion, atLeast: 0, atMost: 2000)
        list.text("explanation", draft.explanation, atLeast: 0, atMost: 10_000)
        list.text("legalBasis", draft.legalBasis, atLeast: 0, atMost: 2000)
        list.text("contact", draft.contact, atLeast: 0, atMost: 300)
        try list.refuse()
        return .drafted(draft)
    }

    /// Puts the draft before its approver (trình duyệt). It must be whole.
    package func submit(by actor: Actor, at now: Instant) throws(Refusal) -> CaseEvent {
        try check(.submit, by: actor)
        guard let draft else { throw .noSuch(.draft) }
        let problems = draft.problems(on: now.day)
        if !problems.isEmpty { throw .invalid(problems) }
        return .submitted
    }

    /// Sends the draft back to be mended (trả lại dự thảo), saying why.
    package func returnDraft(reason: String, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.returnDraft, by: actor)
        var list = ProblemList()
        list.text("reason", reason, atLeast: Self.shortestReason, atMost: 1000)
        try list.refuse()
        return .draftReturned(reason: reason)
    }

    /// Approves the answer, which then goes out (phê duyệt). The drafter cannot; and what was promised must still lie ahead.
    package func approve(by actor: Actor, at now: Instant) throws(Refusal) -> CaseEvent {
        try check(.approve, by: actor)
        guard let draft else { throw .noSuch(.draft) }
        let problems = draft.problems(on: now.day)
        if !problems.isEmpty { throw .invalid(problems) }
        return .approved(draft)
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
        list.text("reason", reason, atLeast: Self.shortestReason, atMost: 10_000)
        try list.refuse()
        return .reopened(reason: reason, due: rules.due(after: now, workingDays: clock.profile.resolve))
    }
}
