extension ReorganisationEffect {
    /// Whether a unit goes on under its name.
    package func lives(_ unit: ID<Unit>) -> Bool { after.isOpen(unit, on: day) }

    /// Where a person of a unit works from the day on: where the plan says, else with whoever takes the rest.
    package func workplace(of login: String, in unit: ID<Unit>, people: [String: String]?) -> ID<Unit> {
        if lives(unit) { return people?[login].flatMap(after.unit) ?? unit }
        return people?[login].flatMap(after.unit) ?? heir(of: unit, for: Matter()).unit
    }

    /// The mandate that goes on where a mandate's unit ended; `nil` when nothing changes for it.
    /// - Parameter workplace: where its holder works from the day on, when that is known.
    package func successor(of mandate: Mandate, workplace: ID<Unit>?, id: ID<Mandate>, document: Decision) -> Mandate? {
        guard !lives(mandate.authority.unit) else { return nil }
        var next = mandate
        next.authority.unit =
            workplace
            ?? heir(
                of: mandate.authority.unit, for: Matter(field: mandate.authority.fields.first, area: mandate.authority.areas.first)
            ).unit
        next.validFrom = max(day, mandate.validFrom)
        next.document = document
        return Mandate(
            id: id, account: next.account, authority: next.authority, validFrom: next.validFrom, validTo: next.validTo, document: document)
    }

    /// What becomes of a rule that leads to a unit which hands work over: the rules that stand in its place from the day on, and
    /// whether the old one ends. A part that is handed over narrows the rule; the rest goes where the rest goes.
    package func rules(after rule: RoutingRule, document: Decision) -> (ends: Bool, next: [RoutingRule]) {
        let handed = successions.filter { $0.from == rule.target }
        if handed.isEmpty { return (false, []) }
        var next: [RoutingRule] = []
        for (number, succession) in handed.enumerated() {
            var copy = rule
            if succession.isPart {
                guard let fields = Self.narrowed(rule.fields, by: succession.fields),
                    let areas = Self.narrowed(rule.areas, by: succession.areas)
                else { continue }
                copy.fields = fields
                copy.areas = areas
            }
            let matter = Matter(field: succession.fields.first, area: succession.areas.first)
            copy.target = heir(of: succession.to, for: matter).unit
            copy.id = "\(rule.id)-\(day.iso)-\(number + 1)"
            copy.validFrom = max(day, rule.validFrom)
            let name = after.name(of: copy.target, on: day) ?? ""
            copy.text = "\(rule.text) (từ \(day.vietnamese): \(name), theo \(document.cited))"
            // Of a rule and the part that was cut out of it the part goes first.
            if succession.isPart { copy.priority = rule.priority - 1 }
            next.append(copy)
        }
        return (!lives(rule.target), next)
    }

    /// The part of a condition that a handing over concerns; `nil`: none of it.
    private static func narrowed<Code: Equatable>(_ condition: [Code], by part: [Code]) -> [Code]? {
        if part.isEmpty { return condition }
        if condition.isEmpty { return part }
        let both = condition.filter(part.contains)
        return both.isEmpty ? nil : both
    }
}
