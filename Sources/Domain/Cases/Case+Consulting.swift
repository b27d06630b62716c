extension Case {
    /// Asks another unit for its opinion (lấy ý kiến phối hợp): it sees this case from now on. Its date lies inside the case's, and
    /// what its silence will mean is said at once. A unit that answered may be asked again.
    package func consult(
        _ unit: Unit, question: String, due: Instant, silence: Consultation.Silence, by actor: Actor, at now: Instant
    ) throws(Refusal) -> CaseEvent {
        try check(.invite, by: actor)
        guard unit.isOpen(on: now.day) else { throw .noSuch(.unit) }
        var list = ProblemList()
        if unit.id == lead || work.consultations.contains(where: { $0.unit == unit.id && $0.isOpen }) { list.add("unit", .held) }
        list.check(.invite, ["question": question])
        if due <= now { list.add("due", .dateInPast) }
        // Inside the case's own date, unless that is past already and nothing can lie inside it.
        if clock.due > now, due > clock.due { list.add("due", .afterDue) }
        try list.refuse()
        return .consulted(
            Consultation(unit: unit.id, unitName: unit.name, question: question, askedAt: now, due: due, silence: silence))
    }

    /// The opinion of a co-ordinating unit (cho ý kiến phối hợp), also after its date as long as the case is open: late is better
    /// than never, and stands as late.
    package func advise(
        from unit: ID<Unit>, stance: Opinion.Stance, text: String, by actor: Actor, at now: Instant
    ) throws(Refusal) -> CaseEvent {
        try check(.advise, by: actor)
        guard let asked = work.consultations.last(where: { $0.unit == unit }), asked.opinion == nil else { throw .noSuch(.consultation) }
        var list = ProblemList()
        list.check(.advise, ["opinion": text])
        try list.refuse()
        return .advised(
            unit: unit, unitName: asked.unitName, Opinion(stance: stance, text: text, by: actor.name ?? "", at: now))
    }

    /// The date of a question has passed in silence (quy tắc im lặng); `nil` when none has.
    package func lapse(at now: Instant) -> CaseEvent? {
        guard state.isOpen, let silent = work.consultations.first(where: { $0.isOpen && $0.due < now }) else { return nil }
        return .lapsed(unit: silent.unit, unitName: silent.unitName, silence: silent.silence)
    }

    /// Units that still owe an opinion.
    package var owing: [Consultation] { work.consultations.filter(\.isOpen) }
}
