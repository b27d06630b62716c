package import Database
package import Domain

extension OutboxStore {
    /// A message of ours that came back from the platform before the call that carried it was answered, or though that call was never
    /// answered: it is delivered, and is not sent a second time. False when nothing of ours is like it.
    package static func recognise(
        echo text: String, to recipient: String, on channel: Channel, receipt: String, at now: Instant, _ tx: Transaction
    ) throws -> Bool {
        if try sent(on: channel, as: [receipt], tx) != nil { return true }
        let waiting: ID<Outgoing>? = try tx.first(
            """
            SELECT id FROM outbox
            WHERE channel = \(channel) AND recipient = \(recipient) AND state = 'waiting' AND (claimed_until IS NOT NULL OR attempts > 0)
              AND (text = \(text) OR text = '' OR content <> '{"text":{}}')
            ORDER BY created_at, id LIMIT 1
            """
        ) { try $0["id"] }
        guard let waiting else { return false }
        try markSent(waiting, receipt: receipt, at: now, tx)
        return true
    }
}
