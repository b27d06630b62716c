package import Database
package import Domain

/// Reads attachments in the shape of the pages that show them.
package enum AttachmentQueries {
    /// The files of a message, in their order.
    package static func ids(of message: ID<Message>, _ tx: Transaction) throws -> [ID<Attachment>] {
        try tx.all("SELECT id FROM attachment WHERE message = \(message) ORDER BY id") { try $0["id"] }
    }

    /// The files of a case, in the order of their messages.
    package static func of(_ petition: ID<Case>, _ tx: Transaction) throws -> [AttachmentRow] {
        try tx.all(
            """
            SELECT a.id, a.message, a.name, a.size, a.content_type, a.content, a.next_at, a.reason, \(FileStateStore.columns),
              t.width, t.height
            FROM attachment a JOIN message m ON m.id = a.message LEFT JOIN file_state f ON f.content = a.content
            LEFT JOIN file_copy t ON t.content = a.content AND t.form = 'thumbnail'
            WHERE m.petition = \(petition) ORDER BY m.at, a.id LIMIT 500
            """,
            AttachmentRow.init)
    }
}

/// A file in a conversation.
package struct AttachmentRow: Sendable, Equatable {
    package var id: ID<Attachment>
    package var message: ID<Message>
    package var name: String
    /// Bytes.
    package var size: Int
    package var contentType: String
    package var state: State
    package var reason: String?
    /// What is known of its content, once it is here.
    package var file: FileState?
    /// Pixels of the small copy, once it is made.
    package var thumbnail: JPEGSize?

    package enum State: Sendable, Equatable {
        case here
        /// Still being fetched from the provider.
        case coming
        /// Could not be fetched, or was too much; the reason says why.
        case lost
    }

    init(row: Row) throws {
        let content: String? = try row["content"]
        let next: Instant? = try row["next_at"]
        let size: (width: Int?, height: Int?) = (try row["width"], try row["height"])
        id = try row["id"]
        message = try row["message"]
        name = try row["name"]
        self.size = try row["size"]
        contentType = try row["content_type"]
        state = content != nil ? .here : next != nil ? .coming : .lost
        reason = try row["reason"]
        file = content == nil ? nil : try FileState(row: row)
        thumbnail = if let width = size.width, let height = size.height { JPEGSize(width: width, height: height) } else { nil }
    }
}
