extension Case {
    /// Records what was found and what is proposed (chẩn đoán, đề xuất phương án); without it nothing is assigned.
    package func diagnose(_ diagnosis: Diagnosis, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.diagnose, by: actor)
        var list = ProblemList()
        list.check(.diagnose, ["finding": diagnosis.finding, "proposal": diagnosis.proposal])
        try list.refuse()
        return .diagnosed(diagnosis)
    }

    /// Gives the case to a lead unit (phân công đơn vị chủ trì). Against or without a rule it needs a reason, and a unit that has
    /// the case already needs one too when only the person changes hands.
    package func assign(_ assignment: Assignment, to unit: Unit, by actor: Actor, at now: Instant) throws(Refusal) -> CaseEvent {
        try check(.assign, by: actor)
        guard unit.isOpen(on: now.day) else { throw .noSuch(.unit) }
        if classification.complainedOf == unit.id { throw .complainedOf }
        if isAnsweredInCommon, unit.id != lead { throw .belongsToCause }
        var list = ProblemList()
        if assignment.rule == nil || state == .handling || work.awaitsDecision {
            list.text("reason", assignment.reason, atLeast: Self.shortestReason, atMost: 1000)
        }
        // Only a named person opens a restricted case, so a unit alone would leave it with nobody.
        if isRestricted, assignment.person == nil || assignment.ownerReason?.isEmpty == false { list.add("person", .missing) }
        try list.refuse()
        return .assigned(assignment)
    }

    /// Returns the case to the diagnosis desk (trả lại), because the matter is not the unit's; the due date stays as it is. When the
    /// transfers are used up, the standing deputy must decide instead (requirement 18).
    package func giveBack(reason: String, to owner: Owner? = nil, limit: Int, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.giveBack, by: actor)
        var list = ProblemList()
        list.check(.giveBack, ["reason": reason])
        try list.refuse()
        return work.bounces >= limit ? .decisionAsked(to: nil, toName: "", reason: reason) : .gaveBack(reason: reason, owner: owner)
    }

    /// Writes a note that stays inside (ghi chú nội bộ, kết quả hiện trường).
    package func note(_ note: Note, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.note, by: actor)
        var list = ProblemList()
        list.check(.note, ["note": note.text])
        try list.refuse()
        return .noted(note)
    }
}
