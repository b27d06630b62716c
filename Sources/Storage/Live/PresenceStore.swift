package import Database
package import Domain

/// Keeps who has which case before him.
package enum PresenceStore {
    /// Notes a sign of life, and forgets in this case whoever has been gone for long.
    package static func note(
        _ account: ID<Account>, _ activity: Presence.Activity, in petition: ID<Case>, at now: Instant, _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO presence (petition, account, activity, seen_at) VALUES (\(petition), \(account), \(activity), \(now))
            ON CONFLICT (petition, account) DO UPDATE SET activity = excluded.activity, seen_at = excluded.seen_at
            """)
        try tx.run("DELETE FROM presence WHERE petition = \(petition) AND seen_at < \(now.adding(seconds: -10 * Presence.fading))")
    }

    /// The person has left the case.
    package static func leave(_ account: ID<Account>, _ petition: ID<Case>, _ tx: Transaction) throws {
        try tx.run("DELETE FROM presence WHERE petition = \(petition) AND account = \(account)")
    }

    /// Who else has the case before him, writers first, then by name.
    package static func others(
        in petition: ID<Case>, than account: ID<Account>, at now: Instant, _ tx: Transaction
    ) throws -> [Presence] {
        try tx.all(
            """
            SELECT p.account, a.name, p.activity, p.seen_at FROM presence p JOIN account a ON a.id = p.account
            WHERE p.petition = \(petition) AND p.account <> \(account) AND p.seen_at > \(now.adding(seconds: -Presence.fading))
            ORDER BY p.activity, a.name, p.account LIMIT 20
            """
        ) { row in
            Presence(
                account: try row["account"], name: try row["name"], activity: try row["activity"], seenAt: try row["seen_at"])
        }
    }

    /// Cases in which somebody gave a sign of life from a moment on.
    package static func stirred(since moment: Instant, _ tx: Transaction) throws -> Set<ID<Case>> {
        Set(try tx.all("SELECT DISTINCT petition FROM presence WHERE seen_at >= \(moment) LIMIT 2000") { try $0["petition"] })
    }
}
