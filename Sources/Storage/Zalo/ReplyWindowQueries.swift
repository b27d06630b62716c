package import Database
package import Domain

/// Whose reply window closes soon (khung giờ trả lời sắp hết).
package enum ReplyWindowQueries {
    /// Open cases of senders on Zalo that a person answers for and whose window, or its free part, ends within the time of the warning:
    /// the nearest end first.
    package static func closing(for account: ID<Account>, at now: Instant, limit: Int, _ tx: Transaction) throws -> [ClosingWindow] {
        let rows = try tx.all(
            """
            SELECT p.number, p.title, c.last_at FROM petition p JOIN contact c ON c.id = p.contact
            WHERE p.person = \(account) AND p.is_open = 1 AND c.channel = 'zalo' AND c.last_at IS NOT NULL
              AND (c.last_at BETWEEN \(ReplyWindow.warned(at: now).free.from) AND \(ReplyWindow.warned(at: now).free.to)
                OR c.last_at BETWEEN \(ReplyWindow.warned(at: now).paid.from) AND \(ReplyWindow.warned(at: now).paid.to))
            ORDER BY c.last_at, p.id LIMIT \(limit)
            """
        ) { row in
            ClosingWindow(number: try row["number"], title: try row["title"], window: ReplyWindow(lastInteraction: try row["last_at"]))
        }
        return rows.filter { $0.window.warns(at: now) }
            .sorted { ($0.window.ends(after: now) ?? now, $0.number.text) < ($1.window.ends(after: now) ?? now, $1.number.text) }
    }
}

/// A case whose sender can soon be written to no longer, or no longer for nothing.
package struct ClosingWindow: Sendable, Equatable {
    package var number: CaseNumber
    package var title: String
    package var window: ReplyWindow
}
