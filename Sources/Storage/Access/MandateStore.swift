package import Database
package import Domain

/// Keeps mandates: the only source of what an account may do.
package enum MandateStore {
    package static func insert(_ mandate: Mandate, _ tx: Transaction) throws {
        let authority = mandate.authority
        try tx.run(
            """
            INSERT INTO mandate (id, account, role, unit, team, fields, areas, stands_in_for, valid_from, valid_to, document)
            VALUES (
              \(mandate.id), \(mandate.account), \(authority.role), \(authority.unit), \(authority.team), \(JSONText(authority.fields)),
              \(JSONText(authority.areas)), \(authority.standsInFor), \(mandate.validFrom), \(mandate.validTo),
              \(mandate.document.map(JSONText.init)))
            """)
        try RulesStore.noteChange(tx)
    }

    /// All mandates that a person ever held, newest first.
    package static func all(of account: ID<Account>, _ tx: Transaction) throws -> [Mandate] {
        try tx.all("SELECT \(columns) FROM mandate WHERE account = \(account) ORDER BY valid_from DESC, id DESC LIMIT 500", make)
    }

    /// What the mandates in force give an account.
    package static func authorities(of account: ID<Account>, on day: Day, _ tx: Transaction) throws -> [Authority] {
        try tx.all(
            "SELECT \(columns) FROM mandate WHERE account = \(account) AND \(inForce(on: day)) ORDER BY role, id LIMIT 200", make
        ).map(\.authority)
    }

    /// The same for everybody.
    package static func authorities(on day: Day, _ tx: Transaction) throws -> [ID<Account>: [Authority]] {
        let all = try tx.all("SELECT \(columns) FROM mandate WHERE \(inForce(on: day)) ORDER BY account, role, id", make)
        return Dictionary(grouping: all, by: \.account).mapValues { $0.map(\.authority) }
    }

    /// Mandates of a unit that are in force on a day or begin later.
    package static func lasting(in unit: ID<Unit>, on day: Day, _ tx: Transaction) throws -> [Mandate] {
        try tx.all(
            """
            SELECT \(columns) FROM mandate WHERE unit = \(unit) AND (valid_to IS NULL OR valid_to >= \(day)) ORDER BY account, role, id
            """, make)
    }

    package static func load(_ id: ID<Mandate>, _ tx: Transaction) throws -> Mandate? {
        try tx.first("SELECT \(columns) FROM mandate WHERE id = \(id)", make)
    }

    /// Ends a mandate after its last day; one that had not begun by then is taken back.
    package static func end(_ mandate: Mandate, last: Day, _ tx: Transaction) throws {
        if last < mandate.validFrom {
            try tx.run("DELETE FROM mandate WHERE id = \(mandate.id)")
        } else {
            try tx.run("UPDATE mandate SET valid_to = \(last) WHERE id = \(mandate.id)")
        }
        try RulesStore.noteChange(tx)
    }

    private static func inForce(on day: Day) -> SQL { "valid_from <= \(day) AND (valid_to IS NULL OR valid_to >= \(day))" }

    private static let columns: SQL = "id, account, role, unit, team, fields, areas, stands_in_for, valid_from, valid_to, document"

    private static func make(_ row: Row) throws -> Mandate {
        let fields: JSONText<[FieldCode]> = try row["fields"]
        let areas: JSONText<[AreaCode]> = try row["areas"]
        let document: JSONText<Decision>? = try row["document"]
        return Mandate(
            id: try row["id"], account: try row["account"],
            authority: Authority(
                role: try row["role"], unit: try row["unit"], team: try row["team"], fields: fields.content, areas: areas.content,
                standsInFor: try row["stands_in_for"]),
            validFrom: try row["valid_from"], validTo: try row["valid_to"], document: document?.content)
    }
}
