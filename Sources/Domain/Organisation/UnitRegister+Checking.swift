extension UnitRegister {
    /// Everything that does not hold together in what was stored or imported; empty when all does.
    package func faults() -> [UnitFault] {
        var faults: [UnitFault] = []
        for (unit, all) in versions.sorted(by: { $0.key < $1.key }) {
            let key = key(of: unit) ?? unit.text
            for version in all {
                if version.name.isEmpty { faults.append(.nameless(key)) }
                if let last = version.validTo, last < version.validFrom { faults.append(.endsBeforeBegin(key)) }
                if let parent = version.parent, versions[parent] == nil { faults.append(.parentNotThere(key, on: version.validFrom)) }
                if hasCycle(from: unit, on: version.validFrom) { faults.append(.cycle(key)) }
            }
            for (earlier, later) in zip(all, all.dropFirst()) where earlier.validTo.map({ later.validFrom <= $0 }) ?? true {
                faults.append(.overlaps(key, with: later.validFrom))
            }
        }
        for succession in successions {
            if versions[succession.to] == nil {
                faults.append(.unknown(succession.to.text))
            } else if !isOpen(succession.to, on: succession.on) {
                faults.append(.successorNotThere(key(of: succession.to) ?? succession.to.text, on: succession.on))
            }
        }
        return faults
    }

    private func hasCycle(from unit: ID<Unit>, on day: Day) -> Bool {
        var seen: Set<ID<Unit>> = []
        var at: ID<Unit>? = unit
        while let here = at {
            if !seen.insert(here).inserted { return true }
            at = version(of: here, on: day)?.parent
        }
        return false
    }
}
