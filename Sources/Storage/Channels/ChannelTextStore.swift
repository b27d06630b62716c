package import Database
package import Domain

/// Keeps what officers let a channel say by itself (lời nhắn tự động).
package enum ChannelTextStore {
    /// `nil` while the standard words hold.
    package static func load(_ channel: Channel, _ purpose: ChannelText.Purpose, _ tx: Transaction) throws -> String? {
        try tx.first("SELECT text FROM channel_text WHERE channel = \(channel) AND purpose = \(purpose)") { try $0["text"] }
    }

    package static func save(
        _ channel: Channel, _ purpose: ChannelText.Purpose, text: String, by account: ID<Account>?, at now: Instant, _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO channel_text (channel, purpose, text, changed_at, changed_by)
            VALUES (\(channel), \(purpose), \(text), \(now), \(account))
            ON CONFLICT (channel, purpose) DO UPDATE SET
              text = excluded.text, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
    }

    package static func remove(_ channel: Channel, _ purpose: ChannelText.Purpose, _ tx: Transaction) throws {
        try tx.run("DELETE FROM channel_text WHERE channel = \(channel) AND purpose = \(purpose)")
    }
}

extension ChannelText.Purpose: Stored {}
