extension Case {
    /// Names persons who may open the restricted case; each of them stands in its journal.
    package func name(_ accounts: [Account], by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.nameReaders, by: actor)
        let fresh = accounts.filter { $0.isActive && !readers.contains($0.id) }
        if fresh.isEmpty { throw .invalid([Problem("account", accounts.isEmpty ? .missing : .held)]) }
        return .readersNamed(fresh.map { Reader(account: $0.id, name: $0.name) })
    }

    /// The case goes on with another unit as it stands, because a reorganisation says so (brief §3.3); `nil` when nothing moves.
    /// - Parameters:
    ///   - keepsPerson: whether the person in charge went to the same unit.
    ///   - owner: who answers for it there when he did not.
    package func inherit(_ heir: Heir, names: (from: String, to: String), document: Decision, keepsPerson: Bool, owner: Owner? = nil) -> CaseEvent? {
        if heir.unit == lead { return nil }
        return .inherited(
            Inheritance(
                from: lead, fromName: names.from, to: heir.unit, toName: names.to, person: keepsPerson ? person : owner?.account,
                ownerReason: keepsPerson ? nil : owner?.reason, document: document.cited, isClear: heir.isClear))
    }
}
