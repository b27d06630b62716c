/// What somebody wrote down or photographed on site (ghi nhận hiện trường). It is kept on the device until there is a line, so it
/// carries two times: that of the device and that of its arrival here.
package struct VisitEntry: Sendable, Equatable {
    package let id: ID<VisitEntry>
    package let visit: ID<FieldVisit>
    /// Made on the device; an entry sent twice under one key is one entry.
    package let key: String
    package let author: ID<Account>
    package let authorName: String
    /// By the device's clock, which may be wrong.
    package let takenAt: Instant
    /// By the server's clock.
    package let receivedAt: Instant
    package let text: String
    package let photo: VisitPhoto?

    package init(
        id: ID<VisitEntry>, visit: ID<FieldVisit>, key: String, author: ID<Account>, authorName: String, takenAt: Instant,
        receivedAt: Instant, text: String, photo: VisitPhoto?
    ) {
        self.id = id
        self.visit = visit
        self.key = key
        self.author = author
        self.authorName = authorName
        self.takenAt = takenAt
        self.receivedAt = receivedAt
        self.text = text
        self.photo = photo
    }
}

/// A photo of an entry, as its row tells of it.
package struct VisitPhoto: Sendable, Equatable {
    package var name: String
    /// Bytes.
    package var size: Int
    package var contentType: String

    package init(name: String, size: Int, contentType: String) {
        self.name = name
        self.size = size
        self.contentType = contentType
    }
}

/// An entry on its way in.
package struct VisitEntryDraft: Sendable, Equatable {
    package var key: String
    package var takenAt: Instant
    package var text: String
    package var photo: UploadedFile?

    package init(key: String, takenAt: Instant, text: String, photo: UploadedFile? = nil) {
        self.key = key
        self.takenAt = takenAt
        self.text = text
        self.photo = photo
    }

    package static let longestText = 4000

    /// What keeps it from being taken.
    package var problems: [Problem] {
        var list = ProblemList()
        if !Self.isKey(key) { list.add("formKey", .missing) }
        list.text("text", text, atLeast: photo == nil ? 1 : 0, atMost: Self.longestText)
        if let photo {
            if photo.bytes.isEmpty {
                list.add("photo", .fileEmpty)
            } else if photo.bytes.count > FileKind.largest {
                list.add("photo", .fileTooLarge(FileKind.largest))
            } else if photo.recognised != .jpeg && photo.recognised != .png {
                list.add("photo", .fileTypeRefused)
            }
        }
        return list.problems
    }

    /// 16 to 64 letters, digits or hyphens of ASCII.
    static func isKey(_ text: String) -> Bool {
        (16...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
