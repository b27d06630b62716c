package import Database
package import Domain

/// Keeps senders, what they wrote and what hangs on it.
package enum ContactStore {
    package static func insert(_ contact: Contact, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO contact (id, channel, address, person, display, follows, created_at, phone, tax_code, email, last_at)
            VALUES (
              \(contact.id), \(contact.channel), \(contact.address), \(JSONText(contact.person)), \(contact.person.display),
              \(contact.follows), \(now), \(contact.person.phoneKey), \(contact.person.taxCodeKey), \(contact.person.emailKey),
              \(contact.lastAt))
            """)
    }

    package static func save(_ contact: Contact, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE contact SET person = \(JSONText(contact.person)), display = \(contact.person.display), follows = \(contact.follows),
              phone = \(contact.person.phoneKey), tax_code = \(contact.person.taxCodeKey), email = \(contact.person.emailKey),
              last_at = \(contact.lastAt)
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

    private static let columns: SQL = "id, channel, address, person, follows, last_at"

    private static func make(_ row: Row) throws -> Contact {
        let person: JSONText<Contact.Person> = try row["person"]
        return Contact(
            id: try row["id"], channel: try row["channel"], address: try row["address"], person: person.content,
            follows: try row["follows"], lastAt: try row["last_at"])
    }
}

/// Keeps messages.
package enum MessageStore {
    package static func insert(_ message: Message, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO message (id, contact, petition, direction, channel, external_id, text, at, subject, quoted, author)
            VALUES (
              \(message.id), \(message.contact), \(message.petition), \(message.direction), \(message.channel), \(message.externalID),
              \(message.text), \(message.at), \(message.subject), \(message.quoted), \(message.author))
            """)
    }

    /// Whether a message with this id came in already.
    package static func isKnown(_ channel: Channel, externalID: String, _ tx: Transaction) throws -> Bool {
        try tx.row("SELECT 1 AS one FROM message WHERE channel = \(channel) AND external_id = \(externalID)") != nil
    }

    /// What came in under an id.
    package static func kept(
        _ channel: Channel, externalID: String, _ tx: Transaction
    ) throws -> (sender: String?, subject: String, text: String, files: Int)? {
        try tx.first(
            """
            SELECT c.address, m.subject, m.text, (SELECT count(*) FROM attachment a WHERE a.message = m.id) AS files
            FROM message m JOIN contact c ON c.id = m.contact WHERE m.channel = \(channel) AND m.external_id = \(externalID)
            """
        ) { (sender: try $0["address"], subject: try $0["subject"], text: try $0["text"], files: try $0["files"]) }
    }

    /// The conversation of a case, oldest first; at most 500 messages.
    package static func of(_ petition: ID<Case>, _ tx: Transaction) throws -> [Message] {
        try tx.all(
            """
            SELECT id, contact, petition, direction, channel, external_id, text, at, subject, quoted, author FROM message
            WHERE petition = \(petition) ORDER BY at, id LIMIT 500
            """
        ) { row in
            Message(
                id: try row["id"], contact: try row["contact"], petition: try row["petition"], direction: try row["direction"],
                channel: try row["channel"], externalID: try row["external_id"], text: try row["text"], at: try row["at"],
                subject: try row["subject"], quoted: try row["quoted"], author: try row["author"])
        }
    }

    /// Who wrote within a case where it was not its sender: by name and address.
    package static func others(in petition: Case, _ tx: Transaction) throws -> [ID<Message>: String] {
        let rows = try tx.all(
            """
            SELECT m.id, c.display, c.address FROM message m JOIN contact c ON c.id = m.contact
            WHERE m.petition = \(petition.id) AND m.direction = 'in' AND m.contact <> \(petition.contact) ORDER BY m.at, m.id LIMIT 500
            """
        ) { row -> (ID<Message>, String) in
            let parts: [String?] = [try row["display"], try row["address"]]
            return (try row["id"], parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "))
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
    }

    /// The case of the nearest of these messages, by the channel's ids of them; `nil` when none is known or none has a case.
    package static func petition(of externalIDs: [String], on channel: Channel, _ tx: Transaction) throws -> ID<Case>? {
        for externalID in externalIDs {
            let found: ID<Case>?? = try tx.first("SELECT petition FROM message WHERE channel = \(channel) AND external_id = \(externalID)") {
                try $0["petition"]
            }
            if let petition = found ?? nil { return petition }
        }
        return nil
    }

    /// The channel's ids of what a sender wrote in a case, newest first.
    package static func externalIDs(of petition: ID<Case>, from contact: ID<Contact>, limit: Int, _ tx: Transaction) throws -> [String] {
        try tx.all(
            """
            SELECT external_id FROM message WHERE petition = \(petition) AND contact = \(contact) AND direction = 'in'
              AND external_id IS NOT NULL
            ORDER BY at DESC, id DESC LIMIT \(limit)
            """
        ) { try $0["external_id"] }
    }
}
