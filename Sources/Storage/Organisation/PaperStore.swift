package import Database
package import Domain

/// Keeps scans of decisions and regulations; their bytes lie with those of attachments, once per content.
package enum PaperStore {
    package static func insert(_ paper: Paper, _ new: NewContent, _ tx: Transaction) throws {
        try AttachmentStore.keep(new, tx)
        try tx.run(
            """
            INSERT INTO paper (id, name, content_type, size, content)
            VALUES (\(paper.id), \(paper.name), \(paper.contentType), \(paper.size), \(new.hash))
            """)
    }

    /// A scan with its bytes; `nil` for one in which the scanner has found something.
    package static func load(_ id: ID<Paper>, _ tx: Transaction) throws -> (paper: Paper, bytes: [UInt8])? {
        try tx.first(
            """
            SELECT paper.name, paper.content_type, paper.size, content.bytes FROM paper JOIN content ON content.hash = paper.content
            WHERE paper.id = \(id) AND \(FileStateStore.isHarmless("paper.content"))
            """
        ) { row in
            (
                Paper(id: id, name: try row["name"], contentType: try row["content_type"], size: try row["size"]),
                try row["bytes"]
            )
        }
    }
}
