extension Case {
    /// Offers the case to another unit (chuyển đơn vị khác), naming it and why. It stays with this unit until the other accepts, and
    /// its due date stays as it is. When the transfers are used up, the standing deputy must decide (requirement 18).
    /// - Parameter limit: transfers that the regulation allows.
    package func handOff(
        to unit: Unit, from own: Unit, reason: String, limit: Int, by actor: Actor, at now: Instant
    ) throws(Refusal) -> CaseEvent {
        try check(.handOff, by: actor)
        guard unit.isOpen(on: now.day) else { throw .noSuch(.unit) }
        if classification.complainedOf == unit.id { throw .complainedOf }
        var list = ProblemList()
        if unit.id == lead { list.add("unit", .held) }
        list.check(.handOff, ["reason": reason])
        try list.refuse()
        let offer = Offer(from: lead, fromName: own.name, to: unit.id, toName: unit.name, reason: reason, at: now)
        return work.bounces >= limit ? .decisionAsked(to: unit.id, toName: unit.name, reason: reason) : .offered(offer)
    }

    /// The receiver takes the case over (tiếp nhận chuyển giao), and with it the clock as it stands.
    package func takeOver(owner: Owner?, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.takeOver, by: actor)
        guard let offer = work.offer else { throw .stateForbids(.takeOver, state) }
        return .tookOver(unit: offer.to, unitName: offer.toName, owner: owner)
    }

    /// The receiver returns it with a reason (trả lại nơi chuyển).
    package func sendBack(reason: String, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.sendBack, by: actor)
        guard let offer = work.offer else { throw .stateForbids(.sendBack, state) }
        var list = ProblemList()
        list.check(.sendBack, ["reason": reason])
        try list.refuse()
        return .sentBack(unit: offer.to, unitName: offer.toName, reason: reason)
    }

    /// The lead takes its offer back before anybody answered it.
    package func withdrawOffer(by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.withdrawOffer, by: actor)
        guard let offer = work.offer else { throw .stateForbids(.withdrawOffer, state) }
        return .offerWithdrawn(unit: offer.to, unitName: offer.toName)
    }
}
