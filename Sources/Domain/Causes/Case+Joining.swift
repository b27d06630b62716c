extension Case {
    /// Whether the case waits for the answer to all of its cause: what came back from its sender goes its own way.
    package var isAnsweredInCommon: Bool { cause != nil && !work.hasOwnWay }

    /// Groups the case with others of the same cause (nhập vào vấn đề chung): from now on it is answered with them.
    package func join(_ common: CommonCause, unit: Unit, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.joinCause, by: actor)
        if common.state == .answered { throw .isOver }
        if common.team != team { throw .noSuch(.cause) }
        if classification.complainedOf == unit.id { throw .complainedOf }
        if isRestricted { throw .notPermitted(.joinCause) }
        return .joined(cause: common.id, title: common.title, unit: unit.id, unitName: unit.name)
    }

    /// Takes it out again (tách khỏi vấn đề chung).
    package func leaveCause(reason: String, by actor: Actor) throws(Refusal) -> CaseEvent {
        if let refusal = refusalToLeave(to: actor) { throw refusal }
        var list = ProblemList()
        list.text("reason", reason, atLeast: Self.shortestReason, atMost: 1000)
        try list.refuse()
        return .leftCause(reason: reason)
    }

    /// Why the case cannot be taken out of its cause; `nil` when it can.
    package func refusalToLeave(to actor: Actor) -> Refusal? {
        guard Rights.allow(actor, .joinCause, on: subject) else { return .notPermitted(.joinCause) }
        guard isAnsweredInCommon else { return .noSuch(.cause) }
        return [.handling, .referred].contains(state) ? nil : .stateForbids(.joinCause, state)
    }

    /// Whether an answer to all reaches this case: it is open, and not out of the house in another way.
    package func awaits(_ common: CommonCause) -> Bool {
        cause == common.id && isAnsweredInCommon && state.isOpen && work.commonRound < common.round
    }

    /// The answer to all petitions of one cause (trả lời chung), for this one of them. What it must hold was looked at when it was
    /// signed.
    package func answerInCommon(_ answer: AnswerDraft) throws(Refusal) -> CaseEvent {
        guard isAnsweredInCommon, let common = answer.common, common.cause == cause else { throw .noSuch(.cause) }
        guard state.isOpen else { throw .stateForbids(.approve, state) }
        return .approved(answer)
    }
}
