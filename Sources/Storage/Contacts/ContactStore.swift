package import Database
package import Domain

/// Keeps senders, what they wrote and what hangs on it.
package enum ContactStore {
    package static func insert(_ contact: Contact, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO contact (id, channel, address, person, display, follows, created_at)
            VALUES (
              \(contact.id), \(contact.channel), \(contact.address), \(JSONText(contact.person)), \(contact.person.display),
              \(contact.follows), \(now))
            """)
    }

    package static func save(_ contact: Contact, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE contact SET person = \(JSONText(contact.person)), display = \(contact.person.display), follows = \(contact.follows)
            WHERE id = \(contact.id)
            """)
    }

    package static func load(_ id: ID<Contact>, _ tx: Transaction) throws -> Contact? {
        try tx.first("SELECT \(columns) FROM contact WHERE id = \(id)", make)
    }

    /// The sender with this address on a channel.
    package static func find(_ channel: Channel, address: String, _ tx: Transaction) throws -> Contact? {
        try tx.first("SELECT \(columns) FROM contact WHERE channel = \(channel) AND address = \(address)", make)
    }

    private static let columns: SQL = "id, channel, address, person, follows"

    private static func make(_ row: Row) throws -> Contact {
        let person: JSONText<Contact.Person> = try row["person"]
        return Contact(
            id: try row["id"], channel: try row["channel"], address: try row["address"], person: person.content,
            follows: try row["follows"])
    }
}

/// Keeps messages.
package enum MessageStore {
    package static func insert(_ message: Message, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO message (id, contact, petition, direction, channel, external_id, text, at)
            VALUES (
              \(message.id), \(message.contact), \(message.petition), \(message.direction), \(message.channel), \(message.externalID),
              \(message.text), \(message.at))
            """)
    }

    /// Whether a message with this id came in already.
    package static func isKnown(_ channel: Channel, externalID: String, _ tx: Transaction) throws -> Bool {
        try tx.row("SELECT 1 AS one FROM message WHERE channel = \(channel) AND external_id = \(externalID)") != nil
    }

    /// The conversation of a case, oldest first; at most 500 messages.
    package static func of(_ petition: ID<Case>, _ tx: Transaction) throws -> [Message] {
        try tx.all(
            """
            SELECT id, contact, petition, direction, channel, external_id, text, at FROM message
            WHERE petition = \(petition) ORDER BY at, id LIMIT 500
            """
        ) { row in
            Message(
                id: try row["id"], contact: try row["contact"], petition: try row["petition"], direction: try row["direction"],
                channel: try row["channel"], externalID: try row["external_id"], text: try row["text"], at: try row["at"])
        }
    }
}
