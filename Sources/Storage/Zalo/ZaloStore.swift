package import Database
package import Domain

/// Keeps what belongs to the Official Account alone: grants under way, what the platform says of it, profiles to ask for, requests to be
/// forgotten.
package enum ZaloStore {
    /// A grant that begins: good until then, once.
    package static func begin(
        state: String, verifier: String?, by account: ID<Account>?, at now: Instant, until end: Instant, _ tx: Transaction
    ) throws {
        try tx.run("DELETE FROM zalo_grant WHERE until_at <= \(now)")
        try tx.run("INSERT INTO zalo_grant (state, verifier, account, until_at) VALUES (\(state), \(verifier), \(account), \(end))")
    }

    /// Takes a grant out, so that it serves once; `nil` when there is none of that state, or its time is over.
    package static func take(state: String, at now: Instant, _ tx: Transaction) throws -> ZaloGrant? {
        let found = try tx.first("SELECT verifier, account FROM zalo_grant WHERE state = \(state) AND until_at > \(now)") { row in
            ZaloGrant(verifier: try row["verifier"], account: try row["account"])
        }
        guard try tx.run("DELETE FROM zalo_grant WHERE state = \(state)") == 1 else { return nil }
        return found
    }

    package static func keep(_ facts: ZaloFacts, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO zalo_account (oa_id, name, is_verified, followers, package, checked_at)
            VALUES (\(facts.oaID), \(facts.name), \(facts.isVerified), \(facts.followers), \(facts.package), \(now))
            ON CONFLICT (oa_id) DO UPDATE SET name = excluded.name, is_verified = excluded.is_verified, followers = excluded.followers,
              package = excluded.package, checked_at = excluded.checked_at
            """)
    }

    package static func facts(of oaID: String, _ tx: Transaction) throws -> (facts: ZaloFacts, at: Instant)? {
        try tx.first(
            "SELECT oa_id, name, is_verified, followers, package, checked_at FROM zalo_account WHERE oa_id = \(oaID)"
        ) { row in
            (
                facts: ZaloFacts(
                    oaID: try row["oa_id"], name: try row["name"], isVerified: try row["is_verified"], followers: try row["followers"],
                    package: try row["package"]), at: try row["checked_at"]
            )
        }
    }

    /// Notes that a sender's profile is to be asked for, once.
    package static func askProfile(of contact: ID<Contact>, at now: Instant, _ tx: Transaction) throws {
        try tx.run("INSERT INTO zalo_profile (contact, next_at) VALUES (\(contact), \(now)) ON CONFLICT (contact) DO NOTHING")
    }

    /// Claims profiles that are due to be asked for.
    package static func claimProfiles(at now: Instant, until end: Instant, limit: Int, _ tx: Transaction) throws -> [DueProfile] {
        let due = try tx.all(
            """
            SELECT contact, attempts FROM zalo_profile
            WHERE next_at IS NOT NULL AND next_at <= \(now) AND (claimed_until IS NULL OR claimed_until <= \(now))
            ORDER BY next_at, contact LIMIT \(limit) \(tx.passingOverClaimed)
            """
        ) { DueProfile(contact: try $0["contact"], attempts: try $0["attempts"]) }
        if !due.isEmpty {
            try tx.run("UPDATE zalo_profile SET claimed_until = \(end) WHERE contact IN \(SQL.list(due.map(\.contact)))")
        }
        return due
    }

    /// It was asked for: again at `next`, or never when that is `nil`.
    package static func settleProfile(of contact: ID<Contact>, next: Instant?, reason: String?, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE zalo_profile SET attempts = attempts + 1, next_at = \(next), reason = \(reason), claimed_until = NULL
            WHERE contact = \(contact)
            """)
    }

    /// It could not be asked for: again then, and this counts as no try.
    package static func putOffProfile(of contact: ID<Contact>, until next: Instant, reason: String, _ tx: Transaction) throws {
        try tx.run(
            "UPDATE zalo_profile SET next_at = \(next), reason = \(reason), claimed_until = NULL WHERE contact = \(contact)")
    }

    /// He asks that what is held of him be deleted: the task that somebody sees to, the newest one where he asks again.
    package static func noteWithdrawal(of contact: ID<Contact>, at now: Instant, task: ID<ReplyTask>, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO withdrawal (contact, asked_at, task) VALUES (\(contact), \(now), \(task))
            ON CONFLICT (contact) DO UPDATE SET asked_at = excluded.asked_at, task = excluded.task
            """)
    }

    /// The task that sees to his asking, where he has asked.
    package static func withdrawal(of contact: ID<Contact>, _ tx: Transaction) throws -> ID<ReplyTask>? {
        try tx.first("SELECT task FROM withdrawal WHERE contact = \(contact)") { try $0["task"] }
    }

    package static func hasWithdrawn(_ contact: ID<Contact>, _ tx: Transaction) throws -> Bool {
        try tx.row("SELECT 1 AS one FROM withdrawal WHERE contact = \(contact)") != nil
    }
}

/// A grant that somebody has begun.
package struct ZaloGrant: Sendable, Equatable {
    /// `nil`: the console's own pair holds.
    package var verifier: String?
    package var account: ID<Account>?
}

/// A sender whose profile is to be asked for.
package struct DueProfile: Sendable, Equatable {
    package var contact: ID<Contact>
    package var attempts: Int
}
