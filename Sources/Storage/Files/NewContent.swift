package import Domain

/// A content that is to be kept, with what was found out about it once: reading all of a large file takes its time, which the only writer
/// of a database has not twice.
package struct NewContent: Sendable {
    package let bytes: [UInt8]
    /// SHA-256 in hexadecimal.
    package let hash: String
    /// What it is.
    package let content: FileContent

    package init(bytes: [UInt8], hash: String, content: FileContent) {
        self.bytes = bytes
        self.hash = hash
        self.content = content
    }
}
