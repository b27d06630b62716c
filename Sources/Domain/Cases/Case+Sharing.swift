extension Case {
    /// Asks another unit to co-ordinate (mời phối hợp): it sees this case from now on.
    package func invite(_ unit: Unit, question: String, by actor: Actor, at now: Instant) throws(Refusal) -> CaseEvent {
        try check(.invite, by: actor)
        guard unit.isOpen(on: now.day) else { throw .noSuch(.unit) }
        if unit.id == lead || coordinating.contains(unit.id) { throw .invalid([Problem("unit", .held)]) }
        var list = ProblemList()
        list.text("question", question, atLeast: Self.shortestReason, atMost: 2000)
        try list.refuse()
        return .invited(Invitation(unit: unit.id, unitName: unit.name, question: question))
    }

    /// Names persons who may open the restricted case; each of them stands in its journal.
    package func name(_ accounts: [Account], by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.nameReaders, by: actor)
        let fresh = accounts.filter { $0.isActive && !readers.contains($0.id) }
        if fresh.isEmpty { throw .invalid([Problem("account", accounts.isEmpty ? .missing : .held)]) }
        return .readersNamed(fresh.map { Reader(account: $0.id, name: $0.name) })
    }

    /// The case goes on with another unit as it stands, because a reorganisation says so (brief §3.3); `nil` when nothing moves.
    /// - Parameter keepsPerson: whether the person in charge went to the same unit.
    package func inherit(_ heir: Heir, names: (from: String, to: String), document: Decision, keepsPerson: Bool) -> CaseEvent? {
        if heir.unit == lead { return nil }
        return .inherited(
            Inheritance(
                from: lead, fromName: names.from, to: heir.unit, toName: names.to, person: keepsPerson ? person : nil,
                document: document.cited, isClear: heir.isClear))
    }
}
