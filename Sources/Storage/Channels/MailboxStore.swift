package import Database

/// How far mailboxes were read: every message below `next` was taken in, as long as the mailbox counts anew from `validity`.
package enum MailboxStore {
    package static func save(_ mailbox: String, validity: UInt32, next: UInt32, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO mailbox (mailbox, validity, next) VALUES (\(mailbox), \(Int(validity)), \(Int(next)))
            ON CONFLICT (mailbox) DO UPDATE SET validity = excluded.validity, next = excluded.next
            """)
    }

    /// `nil` for a mailbox that was never read.
    package static func load(_ mailbox: String, _ tx: Transaction) throws -> (validity: UInt32, next: UInt32)? {
        try tx.first("SELECT validity, next FROM mailbox WHERE mailbox = \(mailbox)") {
            let validity: Int = try $0["validity"]
            let next: Int = try $0["next"]
            return (UInt32(truncatingIfNeeded: validity), UInt32(truncatingIfNeeded: next))
        }
    }
}
