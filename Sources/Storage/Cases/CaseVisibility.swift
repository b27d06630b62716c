import Database
package import Domain

/// What a reader may see, as conditions: composed from the one table of rights, and part of every query.
package struct CaseVisibility: Sendable {
    /// One of them is enough; none at all: every case.
    private let views: [SQL]
    /// Whose name opens restricted cases; `nil`: whoever owns the machine.
    let reader: ID<Account>?
    /// Units for which the account acts in cases.
    let units: [ID<Domain.Unit>]
    /// Levels whose decisions are the account's.
    let levels: [Level]

    /// What an account sees; `nil` when it sees no cases.
    package init?(of account: Account) {
        let all = Rights.views(of: account)
        if all.isEmpty { return nil }
        reader = account.id
        units = Set(account.authorities.filter { $0.role == .handler || $0.role == .approver }.map(\.unit)).sorted()
        let roles = account.roles
        levels = (roles.contains(.coordinator) ? [.deputy] : []) + (roles.contains(.head) ? [.head, .province, .ministry] : [])
        let conditions = all.map { Self.condition($0.authority, $0.reach) }
        // Whoever sees all needs no condition.
        if conditions.contains(where: { $0 == nil }) {
            views = []
        } else {
            // The units of one's own in one list, which an index can walk; what differs stands beside it.
            let own = all.filter { Self.isPlain($0.authority) }.map(\.authority.unit)
            let units = Array(Set(own)).sorted()
            var parts: [SQL] = []
            if !units.isEmpty {
                parts.append("petition.lead IN \(SQL.list(units))")
                parts.append("petition.id IN (SELECT petition FROM case_party WHERE unit IN \(SQL.list(units)))")
            }
            for (view, condition) in zip(all, conditions) where !Self.isPlain(view.authority) || view.reach == .all {
                if let condition { parts.append(condition) }
            }
            views = parts
        }
    }

    /// Everything: for commands, which whoever owns the machine runs.
    package static let everything = CaseVisibility()

    private init() {
        views = []
        reader = nil
        units = []
        levels = []
    }

    private static func isPlain(_ authority: Authority) -> Bool {
        authority.team == nil && authority.fields.isEmpty && authority.areas.isEmpty
    }

    /// What one authority lets see; `nil`: everything.
    private static func condition(_ authority: Authority, _ reach: Rights.Reach) -> SQL? {
        var all: [SQL] = []
        if let team = authority.team { all.append("petition.team = \(team)") }
        if !authority.fields.isEmpty { all.append("petition.field IN \(SQL.list(authority.fields))") }
        if !authority.areas.isEmpty { all.append("petition.area IN \(SQL.list(authority.areas))") }
        switch reach {
        case .all: break
        case .led: all.append("petition.lead = \(authority.unit)")
        case .consulted, .offered: all.append("petition.id IN (SELECT petition FROM case_party WHERE unit = \(authority.unit))")
        case .involved:
            all.append(
                """
                (petition.lead = \(authority.unit) OR petition.id IN (SELECT petition FROM case_party WHERE unit = \(authority.unit)))
                """)
        }
        return all.isEmpty ? nil : "(\(SQL.all(all)))"
    }

    var conditions: [SQL] {
        var all: [SQL] = []
        if let any = SQL.joined(views, by: " OR ") { all.append("(\(any))") }
        if let reader {
            all.append(
                "(petition.is_restricted = 0 OR petition.id IN (SELECT petition FROM case_reader WHERE account = \(reader)))")
        }
        return all
    }
}
