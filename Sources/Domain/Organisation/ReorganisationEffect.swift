/// What a plan makes of the register on its day: the preview and the carrying out read the same value, so they cannot disagree.
package struct ReorganisationEffect: Sendable {
    package let day: Day
    package let before: UnitRegister
    package private(set) var after: UnitRegister
    package private(set) var founded: [ID<Unit>] = []
    package private(set) var changed: [ID<Unit>] = []
    package private(set) var ended: [ID<Unit>] = []
    package private(set) var successions: [Succession] = []
    private let document: Decision

    /// Works a plan out. Throws `PlanFault` for the first step that does not hold; nothing is changed by it.
    /// - Parameter newID: an id for each unit that is founded.
    package init(of plan: ReorganisationPlan, on day: Day, in register: UnitRegister, newID: () -> ID<Unit>) throws(PlanFault) {
        self.day = day
        before = register
        after = register
        document = plan.document
        if plan.title.isEmpty { throw PlanFault(step: 0, fault: .untitled) }
        if plan.document.number.isEmpty { throw PlanFault(step: 0, fault: .withoutDocument) }
        if plan.steps.isEmpty { throw PlanFault(step: 0, fault: .withoutSteps) }
        for (index, step) in plan.steps.enumerated() {
            do throws(StepFault) { try apply(step, newID) } catch { throw PlanFault(step: index + 1, fault: error.fault) }
        }
        do throws(UnitFault) { try adoptOrphans() } catch { throw PlanFault(step: 0, fault: .unit(error)) }
        if let last = lastWithoutHeir() { throw PlanFault(step: 0, fault: .unit(.noSuccessor(last))) }
    }

    /// Who goes on with a matter of a unit from the day on; the unit itself where nothing changes for it.
    package func heir(of unit: ID<Unit>, for matter: Matter) -> Heir {
        after.heir(of: unit, for: matter, on: day, since: day)
    }

    /// Units whose cases, people or rules may move.
    package var touched: Set<ID<Unit>> { Set(successions.map(\.from)) }

    private struct StepFault: Error { var fault: PlanFault.Fault }

    private mutating func apply(_ step: ReorganisationPlan.Step, _ newID: () -> ID<Unit>) throws(StepFault) {
        switch step {
        case .found(let key, let name, let shortName, let level, let parent, let code):
            let unit = newID()
            let version = UnitVersion(
                unit: unit, validFrom: day, name: name, shortName: shortName ?? name, level: level, parent: try parent.map(find), code: code,
                document: document)
            try unitFault { (register) throws(UnitFault) in try register.found(key, version) }
            founded.append(unit)
        case .change(let key, let name, let shortName, let level, let parent, let code):
            try change(try find(key), name: name, shortName: shortName, level: level, parent: try parent.map(find), code: code)
        case .merge(let keys, let into):
            if keys.isEmpty { throw StepFault(fault: .nothingNamed) }
            for key in keys { try close(try find(key), parts: [], rest: try find(into), as: .merge) }
        case .split(let key, let parts, let rest):
            if parts.isEmpty { throw StepFault(fault: .nothingNamed) }
            var handed: [Succession] = []
            let unit = try find(key)
            for part in parts {
                let succession = Succession(
                    from: unit, to: try find(part.to), on: day, kind: .split, fields: part.fields ?? [], areas: part.areas ?? [],
                    document: document)
                if !succession.isPart { throw StepFault(fault: .nothingNamed) }
                handed.append(succession)
            }
            try close(unit, parts: handed, rest: try find(rest), as: .split)
        case .abolish(let keys, let to):
            if keys.isEmpty { throw StepFault(fault: .nothingNamed) }
            for key in keys { try close(try find(key), parts: [], rest: try find(to), as: .abolish) }
        case .transfer(let from, let to, let fields, let areas):
            let succession = Succession(
                from: try find(from), to: try find(to), on: day, kind: .transfer, fields: fields ?? [], areas: areas ?? [],
                document: document)
            if !succession.isPart { throw StepFault(fault: .nothingNamed) }
            try hand(succession)
        }
    }

    private func find(_ key: String) throws(StepFault) -> ID<Unit> {
        guard let unit = after.unit(key) else { throw StepFault(fault: .unit(.unknown(key))) }
        return unit
    }

    private mutating func change(
        _ unit: ID<Unit>, name: String?, shortName: String?, level: Unit.Level?, parent: ID<Unit>?, code: UnitCode?
    ) throws(StepFault) {
        guard var version = after.version(of: unit, on: day) else {
            throw StepFault(fault: .unit(.unknown(after.key(of: unit) ?? unit.text)))
        }
        if let name {
            version.name = name
            version.shortName = shortName ?? name
        } else if let shortName {
            version.shortName = shortName
        }
        version.level = level ?? version.level
        version.parent = parent ?? version.parent
        version.code = code ?? version.code
        version.validFrom = day
        version.document = document
        let changedVersion = version
        try unitFault { (register) throws(UnitFault) in try register.change(changedVersion) }
        if !changed.contains(unit) { changed.append(unit) }
    }

    private mutating func close(_ unit: ID<Unit>, parts: [Succession], rest: ID<Unit>, as kind: Succession.Kind) throws(StepFault) {
        // A unit may go on under its own name as the one that takes the rest: then it is not closed.
        if unit != rest {
            for part in parts { try hand(part) }
            try hand(Succession(from: unit, to: rest, on: day, kind: kind, document: document))
            let last = day.adding(-1)
            try unitFault { (register) throws(UnitFault) in try register.end(unit, last: last) }
            ended.append(unit)
        } else if kind == .split {
            for part in parts { try hand(part) }
        }
    }

    private mutating func hand(_ succession: Succession) throws(StepFault) {
        try unitFault { (register) throws(UnitFault) in try register.hand(succession) }
        successions.append(succession)
    }

    private mutating func unitFault(_ body: (inout UnitRegister) throws(UnitFault) -> Void) throws(StepFault) {
        do throws(UnitFault) { try body(&after) } catch { throw StepFault(fault: .unit(error)) }
    }

    /// What stood under a unit that ended stands under the one above it from the day on: communes under the province where the
    /// districts went.
    private mutating func adoptOrphans() throws(UnitFault) {
        let gone = Set(ended)
        for version in after.living(on: day) {
            guard let parent = version.parent, gone.contains(parent) else { continue }
            var above = before.version(of: parent, on: day.adding(-1))?.parent
            while let here = above, gone.contains(here) { above = before.version(of: here, on: day.adding(-1))?.parent }
            var adopted = version
            adopted.parent = above ?? after.heir(of: parent, for: Matter(), on: day).unit
            if adopted.parent == adopted.unit { adopted.parent = nil }
            adopted.validFrom = day
            adopted.document = document
            try after.change(adopted)
            if !founded.contains(adopted.unit), !changed.contains(adopted.unit) { changed.append(adopted.unit) }
        }
    }

    /// A unit that ended and whose work nobody who lives on the day took.
    private func lastWithoutHeir() -> String? {
        for unit in ended where !after.isOpen(after.heir(of: unit, for: Matter(), on: day).unit, on: day) {
            return after.key(of: unit)
        }
        for succession in successions where !after.isOpen(succession.to, on: day) {
            let matter = Matter(field: succession.fields.first, area: succession.areas.first)
            if !after.isOpen(after.heir(of: succession.to, for: matter, on: day).unit, on: day) { return after.key(of: succession.to) }
        }
        return nil
    }
}
