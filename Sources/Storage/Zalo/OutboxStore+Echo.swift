package import Database
package import Domain

extension OutboxStore {
    /// A message of ours that came back from the platform before the call that carried it was answered, or though that call was never
    /// answered: it is known by its words, or as the file that is under way, and is not sent a second time. False when nothing of ours
    /// is like it. A template is never guessed: to send it twice harms less than to lose it.
    package static func recognise(
        echo words: Words, to recipient: String, on channel: Channel, receipt: String, at now: Instant, _ tx: Transaction
    ) throws -> Bool {
        if try sent(on: channel, as: [receipt], tx) != nil { return true }
        var like: SQL = "text = \(words.text) AND text <> ''"
        if !words.files.isEmpty { like = "(\(like) OR (text = '' AND files <> '[]'))" }
        let waiting: ID<Outgoing>? = try tx.first(
            """
            SELECT id FROM outbox
            WHERE channel = \(channel) AND recipient = \(recipient) AND state = 'waiting' AND (claimed_until IS NOT NULL OR attempts > 0)
              AND \(like)
            ORDER BY created_at, id LIMIT 1
            """
        ) { try $0["id"] }
        guard let waiting else { return false }
        try markSent(waiting, receipt: receipt, at: now, tx)
        return true
    }
}
