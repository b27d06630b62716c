/// The units of both classifications and what became of the old ones: a whole that was checked, so that every parent and every
/// successor is there and nothing is said twice.
package struct AdministrativeMap: Sendable {
    package let units: [AdministrativeUnit]
    package let successions: [AdministrativeSuccession]
    private let byCode: [AdministrativeCode: AdministrativeUnit]
    private let successors: [AdministrativeCode: [AdministrativeSuccession]]
    private let predecessors: [AdministrativeCode: [AdministrativeSuccession]]
    private let below: [AdministrativeCode: [AdministrativeUnit]]

    /// - Parameters:
    ///   - units: in any order; kept by classification, level and code.
    ///   - successions: in any order.
    package init(units: [AdministrativeUnit], successions: [AdministrativeSuccession]) throws(AdministrativeFault) {
        self.units = units.sorted { ($0.code.classification, $0.level, $0.code) < ($1.code.classification, $1.level, $1.code) }
        self.successions = successions.sorted { ($0.old, $0.isLesser, $0.new) < ($1.old, $1.isLesser, $1.new) }
        var byCode: [AdministrativeCode: AdministrativeUnit] = [:]
        for unit in units {
            if byCode.updateValue(unit, forKey: unit.code) != nil { throw .doubled(unit.code) }
        }
        self.byCode = byCode
        successors = Dictionary(grouping: self.successions, by: \.old)
        predecessors = Dictionary(grouping: self.successions, by: \.new)
        var below: [AdministrativeCode: [AdministrativeUnit]] = [:]
        for unit in self.units {
            if let parent = unit.parent { below[parent, default: []].append(unit) }
        }
        self.below = below
        try checkParents()
        try checkSuccessions()
    }

    private func checkParents() throws(AdministrativeFault) {
        for unit in units {
            guard AdministrativeLevel(digits: unit.code.digits) == unit.level else { throw .wrongLevel(unit.code) }
            guard let code = unit.parent else {
                if unit.level == .province { continue }
                throw .noParent(unit.code)
            }
            guard code.classification == unit.code.classification, let parent = byCode[code], parent.level < unit.level else {
                throw .noParent(unit.code)
            }
        }
    }

    private func checkSuccessions() throws(AdministrativeFault) {
        for (old, parts) in successors {
            guard byCode[old] != nil else { throw .unknown(old) }
            for part in parts {
                guard byCode[part.new] != nil else { throw .unknown(part.new) }
                if part.new.classification <= old.classification { throw .unclear(old) }
            }
            let usual = parts.count { $0.share == .usual }
            let isWhole = parts.count == 1 && parts[0].share == .whole
            let isDivided = parts.count > 1 && usual == 1 && !parts.contains { $0.share == .whole }
            guard isWhole || isDivided, Set(parts.map(\.new)).count == parts.count else { throw .unclear(old) }
        }
    }

    package subscript(code: AdministrativeCode) -> AdministrativeUnit? { byCode[code] }

    /// All units that bear these digits, the older classification first: more than one when the code was given anew.
    package func meanings(of digits: String) -> [AdministrativeUnit] {
        AdministrativeClassification.allCases.sorted().compactMap { AdministrativeCode($0, digits).flatMap { byCode[$0] } }
    }

    /// The units directly below one, by level and code.
    package func children(of code: AdministrativeCode) -> [AdministrativeUnit] { below[code] ?? [] }

    /// What became of a unit. A province and a commune have successors of their own; a district's are those of its communes.
    package func fate(of code: AdministrativeCode) -> AdministrativeFate {
        let own = (successors[code] ?? []).compactMap { part in byCode[part.new].map { (unit: $0, share: part.share) } }
        let communes = children(of: code).filter { $0.level == .commune }.flatMap { successors[$0.code] ?? [] }
        return AdministrativeFate(own: own, communes: Set(communes.map(\.new)).sorted().compactMap { byCode[$0] })
    }

    /// What a unit was made of: by code, those that went into it wholly or in part.
    package func origins(of code: AdministrativeCode) -> [AdministrativeOrigin] {
        (predecessors[code] ?? []).sorted { $0.old < $1.old }.compactMap { part in
            byCode[part.old].map { AdministrativeOrigin(unit: $0, share: part.share) }
        }
    }
}

extension AdministrativeSuccession {
    /// Sorts the usual successor before the others.
    fileprivate var isLesser: Int { share == .part ? 1 : 0 }
}

/// Why units and successions do not make a map.
package enum AdministrativeFault: Error, Sendable, Equatable {
    /// A line that is not of the form; counted from 1.
    case unreadable(file: String, line: Int)
    case doubled(AdministrativeCode)
    /// The code has not as many digits as the kind's level has.
    case wrongLevel(AdministrativeCode)
    /// The unit stands below none, or below one that is not there or not higher.
    case noParent(AdministrativeCode)
    /// A succession names a unit that is not there.
    case unknown(AdministrativeCode)
    /// The successions of a unit are neither one whole nor several parts with one usual, or lead back in time.
    case unclear(AdministrativeCode)
}
