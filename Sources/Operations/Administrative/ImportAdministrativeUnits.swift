package import Domain
import Storage

/// Brings the administrative units of both classifications, and what became of the old ones, to what a map says. A second time
/// nothing changes.
package struct ImportAdministrativeUnits: Operation {
    package static let permission = Permission.administer
    let map: AdministrativeMap

    package init(_ map: AdministrativeMap) { self.map = map }

    /// What was changed.
    package func perform(_ turn: Turn) throws -> AdministrativeChange {
        let (units, successions) = try AdministrativeStore.load(turn.tx)
        let change = AdministrativeChange(from: units, successions, to: map)
        try AdministrativeStore.apply(change, turn.tx)
        return change
    }
}
