import Database
package import Domain
import Storage

/// What signing in, sessions and locks go by (brief §2.8).
package enum AccessLimits {
    /// Wrong passwords in a row before the account is locked.
    package static let wrongTries = 5
    /// How long it is locked then, in seconds.
    package static let lockSeconds = 15 * 60
    /// How long a session lives without a click, in seconds.
    package static let idleSeconds = 15 * 60
    /// How long a session lives at all, in seconds.
    package static let sessionSeconds = 12 * 3600
    /// Characters that a password must have (TCVN 14423 asks for 14 where there is no second factor).
    package static let passwordLength = 14
}

extension Office {
    /// Signs a person in: the token of the new session. Throws `Refusal.wrongCredentials`, `.locked`.
    package func signIn(login: String, password: String) async throws -> Token {
        let now = world.now()
        let lock = try await database.read { try AccountStore.lock(of: login, $0) }
        guard let lock, lock.isActive else {
            // The same time goes by as for a name that exists, so that names cannot be found out.
            _ = try await passwords.hash(password, salt: world.chance(16))
            throw Refusal.wrongCredentials
        }
        if let until = lock.lockedUntil, until > now { throw Refusal.locked(retryAfter: until.seconds(since: now) + 1) }
        guard try await passwords.verify(password, against: lock.password) else {
            let tries = lock.wrongTries + 1
            let locks = tries >= AccessLimits.wrongTries
            try await database.write { tx in
                try AccountStore.noteTries(
                    locks ? 0 : tries, lockedUntil: locks ? now.adding(seconds: AccessLimits.lockSeconds) : nil, of: lock.id, tx)
            }
            throw locks ? Refusal.locked(retryAfter: AccessLimits.lockSeconds) : Refusal.wrongCredentials
        }
        let token = Token(chance: world.chance(32))
        try await database.write { tx in
            try AccountStore.noteTries(0, lockedUntil: nil, of: lock.id, tx)
            try SessionStore.insert(tokenHash: token.hash, account: lock.id, at: now, tx)
        }
        return token
    }

    /// The account of a session that is still good; using it keeps it alive.
    /// - Parameter isIdle: a page asks by itself, nobody has done anything: the session ages on.
    package func account(of token: Token, isIdle: Bool = false) async throws -> Account? {
        let now = world.now()
        let hash = token.hash
        guard let session = try await database.read({ try SessionStore.find(tokenHash: hash, on: now.day, $0) }), session.account.isActive,
            now.seconds(since: session.seenAt) < AccessLimits.idleSeconds,
            now.seconds(since: session.createdAt) < AccessLimits.sessionSeconds
        else { return nil }
        // Written at most once a minute: a page view should not cost a commit.
        if !isIdle, now.seconds(since: session.seenAt) >= 60 {
            try await database.write { try SessionStore.touch(tokenHash: hash, at: now, $0) }
        }
        return session.account
    }

    /// Ends a session.
    package func signOut(_ token: Token) async throws {
        try await database.write { try SessionStore.delete(tokenHash: token.hash, $0) }
    }
}
