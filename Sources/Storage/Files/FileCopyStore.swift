package import Database
package import Domain

/// Keeps the copies of pictures and papers that are shown in their place: made anew of what is seen, without what a camera or a program
/// wrote beside it.
package enum FileCopyStore {
    /// Claims a content of which copies are to be made. Until the claim runs out no other process makes them.
    package static func claim(at now: Instant, until end: Instant, _ tx: Transaction) throws -> (hash: String, kind: FileKind)? {
        let found = try tx.first(
            """
            SELECT content, kind FROM file_state
            WHERE copy = 'waiting' AND scan <> 'infected' AND (copy_claimed_until IS NULL OR copy_claimed_until <= \(now))
            ORDER BY content LIMIT 1 \(tx.passingOverClaimed)
            """
        ) { row -> (hash: String, kind: FileKind) in (try row["content"], try row["kind"]) }
        guard let found else { return nil }
        try tx.run("UPDATE file_state SET copy_claimed_until = \(end) WHERE content = \(found.hash)")
        return found
    }

    /// The copies take their place.
    package static func insert(_ copies: [PictureCopy], of hash: String, _ tx: Transaction) throws {
        for copy in copies {
            try tx.run("INSERT INTO content (hash, bytes) VALUES (\(copy.hash), \(copy.bytes)) ON CONFLICT (hash) DO NOTHING")
            try tx.run(
                """
                INSERT INTO file_copy (content, form, picture, size, width, height)
                VALUES (\(hash), \(copy.form), \(copy.hash), \(copy.bytes.count), \(copy.size.width), \(copy.size.height))
                ON CONFLICT (content, form) DO NOTHING
                """)
        }
        try tx.run("UPDATE file_state SET copy = 'made', copy_reason = NULL, copy_claimed_until = NULL WHERE content = \(hash)")
    }

    /// No copy can be made, and a page says why.
    package static func fail(_ hash: String, reason: String, _ tx: Transaction) throws {
        try tx.run("UPDATE file_state SET copy = 'failed', copy_reason = \(reason), copy_claimed_until = NULL WHERE content = \(hash)")
    }

    /// Where the copy of an original lies.
    package static func find(_ form: PictureForm, of hash: String, _ tx: Transaction) throws -> KeptCopy? {
        try tx.first("SELECT picture, size, width, height FROM file_copy WHERE content = \(hash) AND form = \(form)") { row in
            KeptCopy(hash: try row["picture"], size: try row["size"], width: try row["width"], height: try row["height"])
        }
    }
}

/// A copy as it was made.
package struct PictureCopy: Sendable {
    package var form: PictureForm
    package var bytes: [UInt8]
    /// SHA-256 of the bytes in hexadecimal.
    package var hash: String
    package var size: JPEGSize

    package init(form: PictureForm, bytes: [UInt8], hash: String, size: JPEGSize) {
        self.form = form
        self.bytes = bytes
        self.hash = hash
        self.size = size
    }
}

/// A copy as it is kept: a JPEG.
package struct KeptCopy: Sendable, Equatable {
    package var hash: String
    /// Bytes.
    package var size: Int
    package var width: Int
    package var height: Int
}
