/// A document as a file: the scan of a decision, the proof of an outcome.
package struct Paper: Sendable, Equatable {
    package let id: ID<Paper>
    package var name: String
    package var contentType: String
    /// Bytes.
    package var size: Int

    package init(id: ID<Paper>, name: String, contentType: String, size: Int) {
        self.id = id
        self.name = name
        self.contentType = contentType
        self.size = size
    }
}
