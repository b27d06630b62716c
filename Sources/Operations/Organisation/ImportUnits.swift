import Database
import Documents
package import Domain
import Storage

/// Brings units in from a table, all or nothing: what is not there is founded, what differs becomes a new version from its day on.
/// Throws `ImportFailure` with every problem at its row and column; nothing is written then.
package struct ImportUnits: Operation {
    package static let permission = Permission.administer
    package static let isLong = true
    let table: ImportTable
    let document: Decision?

    /// - Parameter document: what founding and changing rest on; `nil` for what was there before the system.
    package init(_ table: ImportTable, document: Decision? = nil) {
        self.table = table
        self.document = document
    }

    /// What each row did.
    package func perform(_ turn: Turn) throws -> [UnitImportPlan.Row] {
        let plan = try plan(turn)
        try OrganisationStore.save(plan.order, of: plan.after, turn.tx)
        for row in plan.changes {
            switch row.fate {
            case .founded: try turn.note(.unitFounded(unit: row.name, document: document))
            case .changed: try turn.note(.unitChanged(unit: row.name, from: row.before ?? row.name, document: document))
            case .unchanged: break
            }
        }
        if !plan.changes.isEmpty { try turn.note(.imported(units: plan.changes.count, accounts: 0)) }
        return plan.rows
    }

    func plan(_ turn: Turn) throws -> UnitImportPlan {
        var list = ProblemList()
        document?.check("document", &list)
        try list.refuse()
        let register = try OrganisationStore.register(turn.tx)
        let drafts = try UnitImport.check(table, words: .vietnamese) { register.unit($0) != nil }.get()
        return try UnitImportPlan(drafts, in: register, document: document) { turn.newID() }
    }
}

extension UnitImportPlan {
    /// The units that change, those first that others stand under.
    fileprivate var order: [ID<Unit>] {
        let changed = Set(changes.map(\.unit))
        var placed: Set<ID<Unit>> = []
        var order: [ID<Unit>] = []
        for start in changes.map(\.unit) {
            var way: [ID<Unit>] = []
            var next: ID<Unit>? = start
            while let unit = next, changed.contains(unit), placed.insert(unit).inserted {
                way.append(unit)
                next = after.versions[unit]?.last?.parent
            }
            order += way.reversed()
        }
        return order
    }
}

extension Office {
    /// What an import would do, without doing it. Throws `Refusal`, `ImportFailure`.
    package func preview(_ units: ImportUnits, as actor: Actor) async throws -> [UnitImportPlan.Row] {
        try await look(as: actor) { try units.plan($0).rows }
    }

    /// Works something out as the verb would, in a transaction that writes nothing. Throws `Refusal`.
    func look<T: Sendable>(as actor: Actor, _ body: @Sendable (Turn) throws -> T) async throws -> T {
        guard Rights.allowSomewhere(actor, .administer) else { throw Refusal.notPermitted(.administer) }
        let now = world.now()
        return try await database.read { try body(Turn(tx: $0, actor: actor, now: now, office: self)) }
    }
}
