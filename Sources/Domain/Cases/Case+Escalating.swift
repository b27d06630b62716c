extension Case {
    /// Puts the case before the next level up (trình cấp trên, vượt thẩm quyền): from the unit with a proposal, from a level above
    /// with a word of its own under the proposal that is there. The case stays open toward the sender all the way.
    /// - Parameter asked: who sits at the next level for this case.
    package func escalate(
        _ proposal: Proposal?, remark: String, asked: Escalation.Asked, by actor: Actor, at now: Instant
    ) throws(Refusal) -> CaseEvent {
        try check(.escalate, by: actor)
        let here = work.escalation?.level ?? .unit
        guard let next = here.next else { throw .notAtThisLevel(here) }
        var list = ProblemList()
        if let waiting = work.escalation {
            list.text("remark", remark, atLeast: Self.shortestReason, atMost: 2000)
            // What dissatisfaction brought up has no proposal yet; the level that sends it on may make one.
            if waiting.proposal == nil { proposal?.check(&list) }
        } else if let proposal {
            proposal.check(&list)
        } else {
            list.add("question", .missing)
        }
        try list.refuse()
        let remarks = remark.isEmpty ? [] : [Escalation.Remark(level: here, by: actor.name ?? "", text: remark)]
        return .escalated(
            Escalation(
                level: next, cause: work.escalation?.cause ?? .beyondCompetence, proposal: work.escalation?.proposal ?? proposal,
                remarks: (work.escalation?.remarks ?? []) + remarks, asked: asked, at: now))
    }

    /// Gives an order (ý kiến chỉ đạo): what, who, by when. It comes down to the unit that it names, which leads from now on.
    package func direct(
        _ order: String, option: Int?, to unit: Unit, owner: Owner? = nil, due: Instant, document: String, by actor: Actor, at now: Instant
    ) throws(Refusal) -> CaseEvent {
        try check(.direct, by: actor)
        guard let waiting = work.escalation else { throw .stateForbids(.direct, state) }
        guard unit.isOpen(on: now.day) else { throw .noSuch(.unit) }
        if classification.complainedOf == unit.id { throw .complainedOf }
        var list = ProblemList()
        list.check(.direct, ["order": order])
        if let option, !(waiting.proposal?.options.indices.contains(option) ?? false) { list.add("option", .unknownCode) }
        if due <= now { list.add("due", .dateInPast) }
        if clock.due > now, due > clock.due { list.add("due", .afterDue) }
        // What a level outside the task force decided is known by its document alone.
        list.text("document", document, atLeast: waiting.level.isInside ? 0 : 3, atMost: 300)
        try list.refuse()
        return .directed(
            Directive(
                level: waiting.level, order: order, option: option, unit: unit.id, unitName: unit.name, due: due, by: actor.name ?? "",
                document: document, at: now, owner: owner))
    }

    /// The sender is not content: the case goes to the next level by itself, above whoever answered it (requirement 19).
    package func climb(asked: Escalation.Asked, at now: Instant) -> CaseEvent {
        .escalated(
            Escalation(level: nextHearing, cause: .dissatisfied, proposal: nil, asked: asked, at: now))
    }

    /// The level that hears a case whose answer did not content its sender: the next one inside the task force, at most its head.
    package var nextHearing: Level { min(work.level.next ?? .head, .head) }
}
