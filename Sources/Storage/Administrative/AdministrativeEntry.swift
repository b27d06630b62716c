package import Database
package import Domain

/// An administrative unit with what stands around it on the map.
package struct AdministrativeEntry: Sendable {
    package var unit: AdministrativeUnit
    /// From the province down.
    package var above: [AdministrativeUnit]
    package var fate: AdministrativeFate
    package var origins: [AdministrativeOrigin]
    /// Units of the other classification that bear the same digits and another name: a code alone does not tell which is meant
    /// (brief §3.1).
    package var namesakes: [AdministrativeUnit]

    package init(_ unit: AdministrativeUnit, _ tx: Transaction) throws {
        self.unit = unit
        above = []
        var next = unit.parent
        while let code = next, let parent = try AdministrativeQueries.unit(code, tx) {
            above.insert(parent, at: 0)
            next = parent.parent
        }
        fate = try AdministrativeQueries.fate(of: unit.code, tx)
        origins = try AdministrativeQueries.origins(of: unit.code, tx)
        namesakes = try AdministrativeQueries.meanings(of: unit.code.digits, tx).filter { $0.ownName != unit.ownName }
    }
}
