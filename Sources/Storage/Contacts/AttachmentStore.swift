package import Database
package import Domain

/// Keeps attachments. Their bytes stand in the database, once per content: a case and its files are durable in one commit, a
/// backup is one file, and every node of a larger installation sees them.
package enum AttachmentStore {
    /// Keeps a file that has come in whole.
    package static func insert(_ attachment: Attachment, _ new: NewContent, _ tx: Transaction) throws {
        try keep(new, tx)
        try tx.run(
            """
            INSERT INTO attachment (id, message, name, size, content_type, content)
            VALUES (
              \(attachment.id), \(attachment.message), \(attachment.name), \(attachment.size), \(attachment.contentType), \(new.hash))
            """)
    }

    /// Notes a file that still lies with the provider, to be fetched at once.
    package static func insertPending(
        id: ID<Attachment>, message: ID<Message>, file: RemoteFile, at now: Instant, _ tx: Transaction
    ) throws {
        let remote = Remote(address: file.address, name: file.name, size: file.size)
        try tx.run(
            """
            INSERT INTO attachment (id, message, name, size, content_type, remote, next_at)
            VALUES (\(id), \(message), \(file.name ?? ""), \(file.size ?? 0), '', \(JSONText(remote)), \(now))
            """)
    }

    /// Claims files that wait to be fetched, longest waiting first. Until the claim runs out no other process fetches them.
    package static func claim(at now: Instant, until end: Instant, limit: Int, _ tx: Transaction) throws -> [PendingFile] {
        let rows = try tx.rows(
            """
            SELECT id, remote, attempts, message FROM attachment
            WHERE next_at IS NOT NULL AND next_at <= \(now) AND (claimed_until IS NULL OR claimed_until <= \(now))
            ORDER BY next_at, id LIMIT \(limit) \(tx.passingOverClaimed)
            """)
        return try rows.map { row in
            let remote: JSONText<Remote> = try row["remote"]
            let (id, message): (ID<Attachment>, ID<Message>) = (try row["id"], try row["message"])
            try tx.run("UPDATE attachment SET claimed_until = \(end) WHERE id = \(id)")
            let channel: Channel? = try tx.first("SELECT channel FROM message WHERE id = \(message)") { try $0["channel"] }
            guard let channel else { throw UnreadableColumn(.null, expected: "the channel of a file's message", column: "channel") }
            return PendingFile(
                id: id, message: message, channel: channel, attempts: try row["attempts"],
                file: RemoteFile(address: remote.content.address, name: remote.content.name, size: remote.content.size))
        }
    }

    /// The fetched bytes take their place.
    package static func fill(_ id: ID<Attachment>, name: String, _ new: NewContent, _ tx: Transaction) throws {
        try keep(new, tx)
        try tx.run(
            """
            UPDATE attachment SET name = \(name), size = \(new.bytes.count), content_type = \(new.content.contentType),
              content = \(new.hash), next_at = NULL, reason = NULL, claimed_until = NULL
            WHERE id = \(id)
            """)
    }

    /// The file could not be fetched: again at `next`, or never when that is `nil`.
    package static func postpone(_ id: ID<Attachment>, until next: Instant?, reason: String, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE attachment SET attempts = attempts + 1, next_at = \(next), reason = \(reason), claimed_until = NULL WHERE id = \(id)
            """)
    }

    /// Notes a file that came and is not kept, so that nobody looks for it in vain: its name, its size and why.
    package static func insertLost(
        id: ID<Attachment>, message: ID<Message>, name: String, size: Int, reason: String, _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO attachment (id, message, name, size, content_type, remote, reason)
            VALUES (\(id), \(message), \(name), \(size), '', \(JSONText(Remote(address: "", name: name, size: size))), \(reason))
            """)
    }

    /// How many files of a message are kept, and how many bytes they have together.
    package static func weight(of message: ID<Message>, _ tx: Transaction) throws -> (files: Int, bytes: Int) {
        let found = try tx.first(
            "SELECT count(*) AS n, COALESCE(CAST(SUM(size) AS BIGINT), 0) AS bytes FROM attachment WHERE message = \(message) AND content IS NOT NULL"
        ) { row -> (files: Int, bytes: Int) in (try row["n"], try row["bytes"]) }
        return found ?? (0, 0)
    }

    /// An attachment that is kept, with the case that it belongs to.
    package static func find(_ id: ID<Attachment>, _ tx: Transaction) throws -> KeptFile? {
        try tx.first(
            """
            SELECT a.name, a.size, a.content, m.petition, \(FileStateStore.columns) FROM attachment a
            JOIN message m ON m.id = a.message JOIN file_state f ON f.content = a.content WHERE a.id = \(id)
            """
        ) { row in
            KeptFile(
                name: try row["name"], size: try row["size"], hash: try row["content"], petition: try row["petition"],
                state: try FileState(row: row))
        }
    }

    package static func bytes(of hash: String, _ tx: Transaction) throws -> [UInt8]? {
        try tx.first("SELECT bytes FROM content WHERE hash = \(hash)") { try $0["bytes"] }
    }

    /// A part of a content, so that a film is not read whole for each of its scenes.
    package static func bytes(of hash: String, in part: Range<Int>, _ tx: Transaction) throws -> [UInt8]? {
        try tx.first(
            """
            SELECT substr(bytes, CAST(\(part.lowerBound + 1) AS INTEGER), CAST(\(part.count) AS INTEGER)) AS piece FROM content
            WHERE hash = \(hash)
            """
        ) { try $0["piece"] }
    }

    static func keep(_ new: NewContent, _ tx: Transaction) throws {
        try tx.run("INSERT INTO content (hash, bytes) VALUES (\(new.hash), \(new.bytes)) ON CONFLICT (hash) DO NOTHING")
        try FileStateStore.note(new, tx)
    }

    private struct Remote: Codable {
        var address: String
        var name: String?
        var size: Int?
    }
}

/// A file that lies with its provider.
package struct PendingFile: Sendable {
    package var id: ID<Attachment>
    package var message: ID<Message>
    package var channel: Channel
    package var attempts: Int
    package var file: RemoteFile
}

/// An attachment that is kept.
package struct KeptFile: Sendable {
    /// As its sender named it.
    package var name: String
    /// Bytes.
    package var size: Int
    /// SHA-256 of the content in hexadecimal.
    package var hash: String
    package var petition: ID<Case>?
    package var state: FileState
}
