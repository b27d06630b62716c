package import Database
package import Domain

/// Keeps when each part of the rounds around an Official Account was last done, so that a restart neither leaves one out nor repeats it.
package enum ZaloRoundStore {
    /// One thing that is done again and again.
    package enum Part: String, Sendable, Stored {
        /// Whatever was written to the account before this moment has come in, over the webhook or by asking.
        case caughtUp
        /// The articles and their views were counted.
        case articles
        /// The groups that the account owns were read.
        case groups
    }

    /// `nil` when it was never done.
    package static func last(_ part: Part, of oaID: String, _ tx: Transaction) throws -> Instant? {
        try tx.first("SELECT at FROM zalo_round WHERE oa_id = \(oaID) AND part = \(part)") { try $0["at"] }
    }

    package static func note(_ part: Part, of oaID: String, at moment: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO zalo_round (oa_id, part, at) VALUES (\(oaID), \(part), \(moment))
            ON CONFLICT (oa_id, part) DO UPDATE SET at = excluded.at
            """)
    }
}
