extension Case {
    /// Sorts a message at the intake desk (sàng lọc, phân loại). Only petitions go on; the other kinds must be handed over, and
    /// a petition needs its kind, field and site before anyone can route it.
    package func screen(_ classification: Classification, remark: String, owner: Owner? = nil, by actor: Actor, at now: Instant
    ) throws(Refusal) -> CaseEvent {
        try check(.screen, by: actor)
        var list = ProblemList()
        if let kind = classification.kind {
            if !kind.isPetition { throw .stateForbids(.screen, .transferred) }
        } else {
            list.add("kind", .missing)
        }
        if classification.field == nil { list.add("field", .missing) }
        if classification.site == nil { list.add("site", .missing) }
        list.text("siteName", classification.siteName, atLeast: 0, atMost: 200)
        list.text("remark", remark, atLeast: 0, atMost: 2000)
        try list.refuse()
        return .screened(classification, remark: remark, owner: owner)
    }

    /// Refuses a message that is no petition (từ chối tiếp nhận), in words that the sender will read.
    package func decline(reason: String, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.decline, by: actor)
        var list = ProblemList()
        list.check(.decline, ["reason": reason])
        try list.refuse()
        return .declined(reason: reason)
    }

    /// Hands a complaint, a denunciation or a matter of another body over (phiếu chuyển): it leaves the petition flow. The
    /// kind is kept, so that complaints and denunciations are counted apart and a denunciation is closed to curious eyes at once.
    package func transfer(as kind: Kind?, to body: String, reason: String, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.transfer, by: actor)
        var list = ProblemList()
        list.check(.transfer, ["body": body, "reason": reason])
        try list.refuse()
        return .transferred(as: kind, to: body, reason: reason)
    }

    /// Characters that a reason must have at least (requirement 30).
    package static let shortestReason = 10
}
