/// What a sender typed into the public form (phiếu gửi kiến nghị), with the fields and limits of the national form (brief §1.5).
package struct SubmissionDraft: Sendable, Equatable {
    package var person: Contact.Person
    package var title: String
    package var text: String
    /// The sender's own view of the matter; the intake officer decides.
    package var classification: Classification
    /// The sender asks that his name be kept from all but named persons (workers, seed 004).
    package var wantsProtection: Bool

    package init(
        person: Contact.Person, title: String, text: String, classification: Classification, wantsProtection: Bool = false
    ) {
        self.person = person
        self.title = title
        self.text = text
        self.classification = classification
        self.wantsProtection = wantsProtection
    }

    /// Characters that a petition may have.
    package static let longestText = 10_000

    /// What is wrong, field by field in the order of the form, all at once.
    package func problems(in catalogue: Catalogue) -> [Problem] {
        var list = ProblemList()
        if let kind = classification.kind {
            if !Kind.offeredToSenders.contains(kind) { list.add("kind", .unknownCode) }
        } else {
            list.add("kind", .missing)
        }
        list.text("text", text, atLeast: 10, atMost: Self.longestText)
        list.text("title", title, atLeast: 0, atMost: 200)
        if let field = classification.field, catalogue.name(of: field) == nil { list.add("field", .unknownCode) }
        if person.isOrganisation, person.organisation.isEmpty { list.add("organisation", .missing) }
        if !person.isOrganisation, person.name.isEmpty { list.add("name", .missing) }
        list.add(person.problems)
        if person.phone.isEmpty && person.email.isEmpty { list.add("phone", .missing) }
        list.text("siteName", classification.siteName, atLeast: 0, atMost: 200)
        if let area = person.area, catalogue.name(of: area) == nil { list.add("area", .unknownCode) }
        return list.problems
    }
}

/// A file as it came with a form, its kind told by its content.
package struct UploadedFile: Sendable, Equatable {
    package var name: String
    package var bytes: [UInt8]
    /// `nil` when the content is of no kind that is opened here; a form takes fewer still.
    package var recognised: FileKind?

    package init(name: String, bytes: [UInt8], recognised: FileKind?) {
        self.name = name
        self.bytes = bytes
        self.recognised = recognised
    }

    /// Files with one message at most.
    package static let mostFiles = FileLimits.form.files
    /// Bytes of one file at most (brief §1.5).
    package static let largest = FileLimits.form.file

    package static func problems(_ files: [UploadedFile]) -> [Problem] {
        var list = ProblemList()
        if files.count > mostFiles { list.add("files", .tooManyFiles(mostFiles)) }
        for file in files {
            if file.bytes.isEmpty {
                list.add("files", .fileEmpty)
            } else if file.bytes.count > largest {
                list.add("files", .fileTooLarge(largest))
            } else if file.recognised?.isTakenByForms != true {
                list.add("files", .fileTypeRefused)
            }
        }
        return list.problems
    }
}
