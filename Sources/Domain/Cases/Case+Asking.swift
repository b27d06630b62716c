extension Case {
    /// Asks the sender for more (yêu cầu bổ sung). The clock stops from now until the sender answers.
    package func ask(_ question: String, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.ask, by: actor)
        var list = ProblemList()
        list.check(.ask, ["question": question])
        try list.refuse()
        return .asked(question: question)
    }

    /// The sender wrote: within a pause this is the answer that starts the clock again, otherwise one message more.
    /// - Parameter heardAt: when, where an officer notes it afterwards; `nil`: now. The standstill ends then, and never before it began.
    package func hear(at now: Instant, heardAt: Instant? = nil, rules: Rules) throws(Refusal) -> CaseEvent {
        guard state.isOpen else { throw .stateForbids(.supply, state) }
        guard let pause = openPause else { return .wrote }
        let heardAt = heardAt.map { max($0, pause.from) }
        return .supplied(due: rules.extend(clock.own, pausedFrom: pause.from, until: heardAt ?? now), heardAt: heardAt)
    }

    /// Starts the clock again without the sender's answer (he came by, he telephoned, he is silent).
    package func resume(reason: String, by actor: Actor, at now: Instant, rules: Rules) throws(Refusal) -> CaseEvent {
        try check(.resume, by: actor)
        var list = ProblemList()
        list.check(.resume, ["reason": reason])
        try list.refuse()
        guard let pause = openPause else { throw .notWaiting }
        return .resumed(reason: reason, due: rules.extend(clock.own, pausedFrom: pause.from, until: now))
    }

    /// The pause that is going on.
    package var openPause: CaseClock.Pause? { clock.pauses.last.flatMap { $0.until == nil ? $0 : nil } }
}
