extension Case {
    /// Whether the case waits for the answer to all of its cause: what came back from its sender goes its own way.
    package var isAnsweredInCommon: Bool { cause != nil && !work.hasOwnWay }

    /// Groups the case with others of the same cause (nhập vào vấn đề chung): from now on it is answered with them.
    /// - Parameter owner: who answers for it in the unit of the cause; `nil`: whoever did before.
    package func join(_ common: CommonCause, unit: Unit, owner: Owner? = nil, by actor: Actor) throws(Refusal) -> CaseEvent {
        if let refusal = refusalToJoin(common, to: actor) { throw refusal }
        return .joined(cause: common.id, title: common.title, unit: unit.id, unitName: unit.name, owner: owner)
    }

    /// Why the case cannot join a cause; `nil` when it can. Where that gives it another lead, it takes whoever may assign cases: a unit
    /// does not get rid of a case by it (requirement 18).
    package func refusalToJoin(_ common: CommonCause, to actor: Actor) -> Refusal? {
        if let refusal = refusal(of: .joinCause, to: actor) { return refusal }
        if common.state == .answered { return .isOver }
        if common.team != team { return .noSuch(.cause) }
        if classification.complainedOf == common.lead { return .complainedOf }
        if isRestricted { return .notPermitted(.joinCause) }
        guard common.lead != lead else { return nil }
        if !Rights.allow(actor, .assign, on: subject) { return .notPermitted(.assign) }
        // What the standing deputy decided, only he decides anew.
        let isBelow = actor.account.map { (Rights.signingLevel(of: $0, on: subject) ?? .unit) < .deputy } ?? false
        return work.isDecided && isBelow ? .isDecided : awaitedDecision(by: actor)
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
