package import Database
package import Domain

/// Keeps accounts, sessions and invitations. Passwords stand as Argon2id strings, tokens as SHA-256: neither can be read back.
package enum AccountStore {
    package static func insert(_ account: Account, password: String, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO account (id, login, name, title, unit, is_active, password, created_at)
            VALUES (
              \(account.id), \(account.login), \(account.name), \(account.title), \(account.unit), \(account.isActive),
              \(password), \(now))
            """)
    }

    /// An account with what its mandates of a day let it do; without a day only who it is.
    package static func load(_ id: ID<Account>, on day: Day?, _ tx: Transaction) throws -> Account? {
        try tx.first("SELECT \(columns) FROM account WHERE id = \(id)") { try make($0, on: day, tx) }
    }

    package static func find(login: String, on day: Day?, _ tx: Transaction) throws -> Account? {
        try tx.first("SELECT \(columns) FROM account WHERE login = \(login)") { try make($0, on: day, tx) }
    }

    /// All accounts by name of login; at most 2,000.
    package static func all(on day: Day, _ tx: Transaction) throws -> [Account] {
        let authorities = try MandateStore.authorities(on: day, tx)
        return try tx.all("SELECT \(columns) FROM account ORDER BY login LIMIT 2000") { try make($0, authorities) }
    }

    /// The people of a unit that a case can be given to: who holds a handler's mandate there.
    package static func handlers(in unit: ID<Unit>, on day: Day, _ tx: Transaction) throws -> [Account] {
        let authorities = try MandateStore.authorities(on: day, tx)
        return try tx.all(
            """
            SELECT \(columns) FROM account
            WHERE id IN (SELECT account FROM mandate WHERE unit = \(unit) AND role = 'handler') AND is_active = 1 ORDER BY name, id LIMIT 200
            """
        ) { try make($0, authorities) }
        .filter { $0.authorities.contains { $0.role == .handler && $0.unit == unit } }
    }

    /// Moves an account to another unit; rights move with mandates.
    package static func move(_ id: ID<Account>, to unit: ID<Unit>, _ tx: Transaction) throws {
        try tx.run("UPDATE account SET unit = \(unit) WHERE id = \(id)")
    }

    /// Accounts that work in a unit.
    package static func inside(_ unit: ID<Unit>, _ tx: Transaction) throws -> [Account] {
        try tx.all("SELECT \(columns) FROM account WHERE unit = \(unit) ORDER BY login LIMIT 5000") { try make($0, [:]) }
    }

    /// The names of all accounts, open and closed.
    package static func logins(_ tx: Transaction) throws -> Set<String> {
        Set(try tx.all("SELECT login FROM account") { row -> String in try row["login"] })
    }

    package static func hasAny(_ tx: Transaction) throws -> Bool { try tx.row("SELECT 1 AS one FROM account LIMIT 1") != nil }

    package static func disable(_ id: ID<Account>, _ tx: Transaction) throws {
        try tx.run("UPDATE account SET is_active = 0 WHERE id = \(id)")
        try tx.run("DELETE FROM session WHERE account = \(id)")
        try RulesStore.noteChange(tx)
    }

    package static func setPassword(_ password: String, of id: ID<Account>, _ tx: Transaction) throws {
        try tx.run("UPDATE account SET password = \(password), wrong_tries = 0, locked_until = NULL WHERE id = \(id)")
    }

    /// What signing in needs to know of a login.
    package static func lock(of login: String, _ tx: Transaction) throws -> AccountLock? {
        try tx.first("SELECT id, password, is_active, wrong_tries, locked_until FROM account WHERE login = \(login)") { row in
            AccountLock(
                id: try row["id"], password: try row["password"], isActive: try row["is_active"], wrongTries: try row["wrong_tries"],
                lockedUntil: try row["locked_until"])
        }
    }

    package static func noteTries(_ tries: Int, lockedUntil: Instant?, of id: ID<Account>, _ tx: Transaction) throws {
        try tx.run("UPDATE account SET wrong_tries = \(tries), locked_until = \(lockedUntil) WHERE id = \(id)")
    }

    static let columns: SQL = "id, login, name, title, unit, is_active"

    static func make(_ row: Row, on day: Day?, _ tx: Transaction) throws -> Account {
        let id: ID<Account> = try row["id"]
        return try make(row, try day.map { [id: try MandateStore.authorities(of: id, on: $0, tx)] } ?? [:])
    }

    private static func make(_ row: Row, _ authorities: [ID<Account>: [Authority]]) throws -> Account {
        let id: ID<Account> = try row["id"]
        return Account(
            id: id, login: try row["login"], name: try row["name"], title: try row["title"], unit: try row["unit"],
            isActive: try row["is_active"], authorities: authorities[id] ?? [])
    }
}

/// The lock of an account's door.
package struct AccountLock: Sendable {
    package var id: ID<Account>
    /// The Argon2id string.
    package var password: String
    package var isActive: Bool
    package var wrongTries: Int
    package var lockedUntil: Instant?
}

/// Keeps who is signed in.
package enum SessionStore {
    package static func insert(tokenHash: String, account: ID<Account>, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            "INSERT INTO session (token, account, created_at, seen_at) VALUES (\(tokenHash), \(account), \(now), \(now))")
        try tx.run("DELETE FROM session WHERE created_at < \(now.adding(hours: -24 * 7))")
    }

    /// The account of a session with what it may do on a day, when the session began and was last used.
    package static func find(tokenHash: String, on day: Day, _ tx: Transaction) throws -> SessionRecord? {
        try tx.first(
            """
            SELECT a.id, a.login, a.name, a.title, a.unit, a.is_active, s.created_at, s.seen_at FROM session s
            JOIN account a ON a.id = s.account WHERE s.token = \(tokenHash)
            """
        ) { row in
            SessionRecord(account: try AccountStore.make(row, on: day, tx), createdAt: try row["created_at"], seenAt: try row["seen_at"])
        }
    }

    package static func touch(tokenHash: String, at now: Instant, _ tx: Transaction) throws {
        try tx.run("UPDATE session SET seen_at = \(now) WHERE token = \(tokenHash)")
    }

    package static func delete(tokenHash: String, _ tx: Transaction) throws {
        try tx.run("DELETE FROM session WHERE token = \(tokenHash)")
    }
}

/// A session as it is kept.
package struct SessionRecord: Sendable {
    package var account: Account
    package var createdAt: Instant
    package var seenAt: Instant
}

/// Keeps one-time links for the first administrator.
package enum InvitationStore {
    package static func insert(tokenHash: String, at now: Instant, _ tx: Transaction) throws {
        try tx.run("DELETE FROM invitation WHERE used_at IS NULL")
        try tx.run("INSERT INTO invitation (token, created_at) VALUES (\(tokenHash), \(now))")
    }

    /// Whether the link is still good: unused, at most a week old, and nobody has an account yet.
    package static func isOpen(tokenHash: String, at now: Instant, _ tx: Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT 1 AS one FROM invitation
            WHERE token = \(tokenHash) AND used_at IS NULL AND created_at > \(now.adding(hours: -24 * 7))
              AND NOT EXISTS (SELECT 1 FROM account)
            """) != nil
    }

    /// Uses the link up; false when it was not open any more.
    package static func use(tokenHash: String, at now: Instant, _ tx: Transaction) throws -> Bool {
        guard try isOpen(tokenHash: tokenHash, at: now, tx) else { return false }
        return try tx.run("UPDATE invitation SET used_at = \(now) WHERE token = \(tokenHash) AND used_at IS NULL") == 1
    }
}
