package import Database
package import Domain

/// Keeps who may open restricted cases, and every look that was taken at one.
package enum CompartmentStore {
    /// The persons named for the compartment of a task force, by name.
    package static func readers(of team: ID<Team>, _ tx: Transaction) throws -> [Reader] {
        try tx.all(
            """
            SELECT account.id, account.name FROM compartment_reader r JOIN account ON account.id = r.account
            WHERE r.team = \(team) AND account.is_active = 1 ORDER BY account.name, account.id LIMIT 200
            """
        ) { Reader(account: try $0["id"], name: try $0["name"]) }
    }

    package static func add(_ account: ID<Account>, to team: ID<Team>, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO compartment_reader (team, account, since) VALUES (\(team), \(account), \(now)) ON CONFLICT DO NOTHING
            """)
    }

    package static func remove(_ account: ID<Account>, from team: ID<Team>, _ tx: Transaction) throws {
        try tx.run("DELETE FROM compartment_reader WHERE team = \(team) AND account = \(account)")
    }

    /// Notes that somebody opened a restricted case, or tried to.
    package static func noteLook(_ petition: ID<Case>, by account: Account, granted: Bool, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO look (petition, account, at, account_name, granted)
            VALUES (\(petition), \(account.id), \(now), \(account.name), \(granted))
            """)
    }

    /// The looks at a case, newest first, at most 500.
    package static func looks(at petition: ID<Case>, _ tx: Transaction) throws -> [Look] {
        try tx.all(
            "SELECT at, account_name, granted FROM look WHERE petition = \(petition) ORDER BY at DESC, account LIMIT 500"
        ) { Look(at: try $0["at"], name: try $0["account_name"], granted: try $0["granted"]) }
    }

    /// One look.
    package struct Look: Sendable, Equatable {
        package var at: Instant
        package var name: String
        package var granted: Bool
    }
}
