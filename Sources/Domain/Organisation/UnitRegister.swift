/// All units that ever were, each with its versions, and who went on with whose work (đơn vị, tên gọi, kế thừa). A pure value: the
/// same question on the same day has the same answer, whatever was reorganised since.
package struct UnitRegister: Sendable {
    /// Versions in the order of their days, by unit.
    package private(set) var versions: [ID<Unit>: [UnitVersion]] = [:]
    package private(set) var successions: [Succession] = []
    private var keys: [String: ID<Unit>] = [:]
    private var words: [ID<Unit>: String] = [:]

    package init() {}

    /// Takes what was stored as it is; `faults()` tells whether it holds together.
    package init(keys: [String: ID<Unit>], versions: [UnitVersion], successions: [Succession]) {
        self.keys = keys
        words = Dictionary(keys.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        self.versions = Dictionary(grouping: versions, by: \.unit).mapValues { $0.sorted { $0.validFrom < $1.validFrom } }
        self.successions = successions.sorted { ($0.on, $0.from, $0.to) < ($1.on, $1.from, $1.to) }
    }

    package func unit(_ key: String) -> ID<Unit>? { keys[key] }
    package func key(of unit: ID<Unit>) -> String? { words[unit] }

    /// What the unit was on a day; `nil` before it began and after it ended.
    package func version(of unit: ID<Unit>, on day: Day) -> UnitVersion? { versions[unit]?.last { $0.holds(on: day) } }

    package func isOpen(_ unit: ID<Unit>, on day: Day) -> Bool { version(of: unit, on: day) != nil }

    /// The name as it was on a day; of a unit that had ended by then its last one, of one that had not begun its first one.
    package func name(of unit: ID<Unit>, on day: Day) -> String? {
        guard let all = versions[unit] else { return nil }
        return (all.last { $0.validFrom <= day } ?? all.first)?.name
    }

    /// The units that live on a day, by key.
    package func living(on day: Day) -> [UnitVersion] {
        keys.sorted { $0.key < $1.key }.compactMap { version(of: $0.value, on: day) }
    }

    /// Units that stand directly under another on a day.
    package func children(of unit: ID<Unit>, on day: Day) -> [UnitVersion] { living(on: day).filter { $0.parent == unit } }

    // MARK: Successors

    /// Who goes on with a matter of a unit on a day, with the way there.
    /// - Parameter since: what was handed over before this day is left aside; it has been moved then.
    package func heir(of unit: ID<Unit>, for matter: Matter, on day: Day, since: Day? = nil) -> Heir {
        var heir = Heir(unit: unit)
        var left = successions.filter { $0.on <= day && (since ?? $0.on) <= $0.on }
        // Each handing over is followed at most once and never backwards in time, so that work which is given away and comes back
        // ends where it is.
        while let (index, isClear) = Self.step(from: heir.unit, for: matter, among: left) {
            let succession = left.remove(at: index)
            left.removeAll { $0.on < succession.on }
            heir.unit = succession.to
            heir.isClear = heir.isClear && isClear
            heir.path.append(succession)
        }
        return heir
    }

    /// The first handing over that concerns the matter: of one day a part that takes it goes before whatever takes the rest. Where a
    /// unit was divided among several and no part takes the matter, it is not clear whose it is.
    private static func step(from unit: ID<Unit>, for matter: Matter, among left: [Succession]) -> (index: Int, isClear: Bool)? {
        let mine = left.indices.filter { left[$0].from == unit && (!left[$0].isPart || left[$0].takes(matter)) }
        guard let first = mine.first else { return nil }
        let day = left[first].on
        if let part = mine.first(where: { left[$0].on == day && left[$0].isPart }) { return (part, true) }
        let others = left.contains { $0.from == unit && $0.on == day && $0.to != left[first].to }
        return (first, left[first].kind != .split || !others)
    }

    /// The units that went into this one, directly.
    package func predecessors(of unit: ID<Unit>) -> [Succession] { successions.filter { $0.to == unit } }

    package func successors(of unit: ID<Unit>) -> [Succession] { successions.filter { $0.from == unit } }

    // MARK: Changing

    /// Adds a unit that begins. Throws `UnitFault`.
    package mutating func found(_ key: String, _ version: UnitVersion) throws(UnitFault) {
        if keys[key] != nil { throw .keyTaken(key) }
        if version.name.isEmpty { throw .nameless(key) }
        if let last = version.validTo, last < version.validFrom { throw .endsBeforeBegin(key) }
        if let parent = version.parent, !isOpen(parent, on: version.validFrom) { throw .parentNotThere(key, on: version.validFrom) }
        keys[key] = version.unit
        words[version.unit] = key
        versions[version.unit] = [version]
    }

    /// Begins a new version of a unit (đổi tên, đổi cấp trên); the one before ends the day before. Throws `UnitFault`.
    package mutating func change(_ version: UnitVersion) throws(UnitFault) {
        let key = words[version.unit] ?? version.unit.text
        guard var all = versions[version.unit], var last = all.popLast() else { throw .unknown(key) }
        if version.name.isEmpty { throw .nameless(key) }
        if let end = last.validTo { throw .hasEnded(key, on: end) }
        if version.validFrom < last.validFrom { throw .overlaps(key, with: last.validFrom) }
        if let parent = version.parent {
            if !isOpen(parent, on: version.validFrom) { throw .parentNotThere(key, on: version.validFrom) }
            if leads(from: parent, to: version.unit, on: version.validFrom) { throw .cycle(key) }
        }
        if version.validFrom > last.validFrom {
            last.validTo = version.validFrom.adding(-1)
            all.append(last)
        }
        all.append(version)
        versions[version.unit] = all
    }

    /// Ends a unit: `last` is its last day. Throws `UnitFault`.
    package mutating func end(_ unit: ID<Unit>, last day: Day) throws(UnitFault) {
        let key = words[unit] ?? unit.text
        guard var all = versions[unit], var last = all.popLast() else { throw .unknown(key) }
        if let end = last.validTo { throw .hasEnded(key, on: end) }
        if day < last.validFrom { throw .endsBeforeBegin(key) }
        last.validTo = day
        all.append(last)
        versions[unit] = all
    }

    /// Notes who goes on. The successor must be there on that day. Throws `UnitFault`.
    package mutating func hand(_ succession: Succession) throws(UnitFault) {
        guard let from = words[succession.from] else { throw .unknown(succession.from.text) }
        guard let to = words[succession.to] else { throw .unknown(succession.to.text) }
        if succession.from == succession.to { throw .ownSuccessor(from) }
        if !isOpen(succession.to, on: succession.on) { throw .successorNotThere(to, on: succession.on) }
        successions.insert(succession, at: successions.firstIndex { $0.on > succession.on } ?? successions.endIndex)
    }

    private func leads(from start: ID<Unit>, to unit: ID<Unit>, on day: Day) -> Bool {
        var at: ID<Unit>? = start
        var steps = 0
        while let here = at, steps <= versions.count {
            if here == unit { return true }
            at = version(of: here, on: day)?.parent
            steps += 1
        }
        return steps > versions.count
    }
}

/// Who goes on with a matter.
package struct Heir: Sendable, Equatable {
    package var unit: ID<Unit>
    /// Whether the documents say it; otherwise the unit that takes the rest leads until somebody decides (brief §3.3).
    package var isClear: Bool
    package var path: [Succession]

    package init(unit: ID<Unit>, isClear: Bool = true, path: [Succession] = []) {
        self.unit = unit
        self.isClear = isClear
        self.path = path
    }
}

/// What is wrong with units; each with the key of the unit that it is about.
package enum UnitFault: Error, Sendable, Equatable {
    case unknown(String)
    case keyTaken(String)
    case nameless(String)
    case endsBeforeBegin(String)
    case overlaps(String, with: Day)
    case hasEnded(String, on: Day)
    case parentNotThere(String, on: Day)
    case cycle(String)
    case ownSuccessor(String)
    case successorNotThere(String, on: Day)
    case noSuccessor(String)
}
