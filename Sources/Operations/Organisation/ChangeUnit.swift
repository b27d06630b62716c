package import Domain
import Storage

/// What is typed of a unit: a new one, or an old one from a day on.
package struct UnitEntry: Sendable {
    package var name: String
    /// Empty: the name itself.
    package var shortName: String
    package var level: Unit.Level
    package var parent: ID<Unit>?
    package var code: UnitCode?
    /// The first day on which it holds.
    package var from: Day
    package var document: Decision?

    package init(
        name: String, shortName: String = "", level: Unit.Level, parent: ID<Unit>? = nil, code: UnitCode? = nil, from: Day,
        document: Decision? = nil
    ) {
        self.name = name
        self.shortName = shortName
        self.level = level
        self.parent = parent
        self.code = code
        self.from = from
        self.document = document
    }

    fileprivate func version(of unit: ID<Unit>) -> UnitVersion {
        UnitVersion(
            unit: unit, validFrom: from, name: name, shortName: shortName.isEmpty ? name : shortName, level: level, parent: parent,
            code: code, document: document)
    }

    fileprivate func check(_ list: inout ProblemList) {
        list.text("name", name, atLeast: 2, atMost: 300)
        list.text("shortName", shortName, atLeast: 0, atMost: 100)
        list.text("classification", code?.classification ?? "-", atMost: 60)
        list.text("code", code?.code ?? "-", atMost: 20)
        document?.check("document", &list)
    }
}

/// Founds a unit (thành lập đơn vị) beside those that are there. What goes over to it from others is a reorganisation.
package struct FoundUnit: Operation {
    package static let permission = Permission.administer
    let key: String
    let entry: UnitEntry

    package init(key: String, _ entry: UnitEntry) {
        self.key = key
        self.entry = entry
    }

    package func perform(_ turn: Turn) throws -> Unit {
        var list = ProblemList()
        list.text("key", key, atLeast: 2, atMost: 40)
        if !key.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) { list.add("key", .unknownCode) }
        entry.check(&list)
        try list.refuse()
        var register = try OrganisationStore.register(turn.tx)
        if register.unit(key) != nil { throw Refusal.taken(key) }
        let version = entry.version(of: turn.newID())
        do throws(UnitFault) { try register.found(key, version) } catch { throw Refusal(error) }
        try OrganisationStore.save([version.unit], of: register, turn.tx)
        try RulesStore.noteChange(turn.tx)
        try turn.note(.unitFounded(unit: version.name, document: version.document))
        return Unit(
            id: version.unit, key: key, name: version.name, shortName: version.shortName, level: version.level, parent: version.parent,
            validFrom: version.validFrom)
    }
}

/// Gives a unit another name, another level or another unit above it from a day on (đổi tên, đổi cấp trên); its cases stay where they
/// are, and what was printed before keeps the name of then. A day to come is a reorganisation.
package struct ChangeUnit: Operation {
    package static let permission = Permission.administer
    let unit: ID<Unit>
    let entry: UnitEntry

    package init(unit: ID<Unit>, _ entry: UnitEntry) {
        self.unit = unit
        self.entry = entry
    }

    package func perform(_ turn: Turn) throws {
        var list = ProblemList()
        entry.check(&list)
        try list.refuse()
        // The row of a unit shows its newest version, which must hold today.
        if entry.from > turn.now.day { throw Refusal.notOnThisDay(entry.from) }
        var register = try OrganisationStore.register(turn.tx)
        guard let old = register.versions[unit]?.last else { throw Refusal.noSuch(.unit) }
        do throws(UnitFault) { try register.change(entry.version(of: unit)) } catch { throw Refusal(error) }
        try OrganisationStore.save([unit], of: register, turn.tx)
        try RulesStore.noteChange(turn.tx)
        try turn.note(.unitChanged(unit: entry.name, from: old.name, document: entry.document))
    }
}

extension Refusal {
    /// A change that the register of units does not take.
    fileprivate init(_ fault: UnitFault) { self = .planDoesNotHold(PlanFault(step: 0, fault: .unit(fault))) }
}
