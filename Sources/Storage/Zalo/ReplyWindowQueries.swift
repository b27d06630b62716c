package import Database
package import Domain

/// Whose reply window closes soon (khung giờ trả lời sắp hết).
package enum ReplyWindowQueries {
    /// Cases of senders on Zalo that a person answers for, the duplicates of his among them, and whose window, or its free part, ends
    /// within the time of the warning: the nearest end first. Whoever has been answered since his last word needs no answer now.
    package static func closing(for account: ID<Account>, at now: Instant, limit: Int, _ tx: Transaction) throws -> [ClosingWindow] {
        let (free, paid) = ReplyWindow.warned(at: now)
        return try tx.all(
            """
            SELECT p.number, p.title, c.last_at FROM (
              SELECT id, number, title, contact FROM petition WHERE person = \(account) AND is_open = 1
              UNION ALL
              SELECT d.id, d.number, d.title, d.contact FROM petition m JOIN petition d ON d.merged_into = m.id
              WHERE m.person = \(account) AND m.is_open = 1
            ) p JOIN contact c ON c.id = p.contact
            WHERE c.channel = 'zalo' AND c.last_at IS NOT NULL
              AND ((c.last_at > \(free.from) AND c.last_at <= \(free.to)) OR (c.last_at > \(paid.from) AND c.last_at <= \(paid.to)))
              AND NOT EXISTS (
                SELECT 1 FROM outbox o
                WHERE o.petition = p.id AND o.created_at >= c.last_at AND o.weight <> 'notice' AND o.state IN ('waiting', 'sent'))
              AND NOT EXISTS (
                SELECT 1 FROM message w
                WHERE w.petition = p.id AND w.direction = 'out' AND w.channel = 'zalo' AND w.at >= c.last_at
                  AND w.author <> \(Message.otherProgram))
            ORDER BY CASE WHEN c.last_at > \(free.from) THEN c.last_at - \(free.from) ELSE c.last_at - \(paid.from) END, p.number
            LIMIT \(limit)
            """
        ) { row in
            ClosingWindow(number: try row["number"], title: try row["title"], window: ReplyWindow(lastInteraction: try row["last_at"]))
        }
    }
}

/// A case whose sender can soon be written to no longer, or no longer for nothing.
package struct ClosingWindow: Sendable, Equatable {
    package var number: CaseNumber
    package var title: String
    package var window: ReplyWindow
}
