/// What must be done to a store of units so that it holds a map: nothing when it does already.
package struct AdministrativeChange: Sendable, Equatable {
    /// Higher levels first.
    package var added: [AdministrativeUnit] = []
    package var changed: [AdministrativeUnit] = []
    /// Lower levels first.
    package var removed: [AdministrativeUnit] = []
    /// Also those whose share has changed, which stand among the removed ones too.
    package var addedSuccessions: [AdministrativeSuccession] = []
    package var removedSuccessions: [AdministrativeSuccession] = []

    package var isEmpty: Bool { self == AdministrativeChange() }

    private init() {}

    /// - Parameters:
    ///   - units: what is there.
    ///   - successions: what is there.
    package init(from units: [AdministrativeUnit], _ successions: [AdministrativeSuccession], to map: AdministrativeMap) {
        let before = Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        for unit in map.units {
            switch before[unit.code] {
            case nil: added.append(unit)
            case unit: break
            case .some: changed.append(unit)
            }
        }
        added.sort { ($0.level, $0.code) < ($1.level, $1.code) }
        removed = units.filter { map[$0.code] == nil }.sorted { ($1.level, $1.code) < ($0.level, $0.code) }
        let (known, wanted) = (Set(successions), Set(map.successions))
        addedSuccessions = map.successions.filter { !known.contains($0) }
        removedSuccessions = successions.filter { !wanted.contains($0) }
    }
}
