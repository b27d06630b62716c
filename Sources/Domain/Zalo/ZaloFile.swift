/// How a file can go out in a Zalo chat (brief zalo.md §3, §4).
package enum ZaloFile: Sendable, Equatable {
    /// Shown in the chat: JPEG or PNG of one megabyte at most.
    case picture
    /// A document to open: PDF, DOC, DOCX of five megabytes at most.
    case document
    /// Too large, or of a type that the platform takes from nobody: the sender finds it on the page of his case.
    case onPage

    private static let largestPicture = 1_048_576
    private static let largestDocument = 5 * 1_048_576

    /// - Parameter size: bytes.
    package init(_ kind: FileKind?, size: Int) {
        switch kind {
        case .jpeg, .png: self = size <= Self.largestPicture ? .picture : .onPage
        case .pdf, .doc, .docx: self = size <= Self.largestDocument ? .document : .onPage
        case .some, nil: self = .onPage
        }
    }
}
