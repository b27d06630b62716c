import Database
import Documents
import Domain
import Storage

extension Turn {
    /// Keeps a file that came whole with a message, by mail or with a letter: whatever it is, for what is not opened here is kept closed.
    /// One that is too much is noted with its name and why, so that the officer knows of it and can ask for it on another way.
    /// - Parameter kind: what it is, where that was found out before; `nil`: it is found out here.
    func keep(name: String, bytes: [UInt8], kind: FileKind? = nil, on message: Message, limits: FileLimits = .wire) throws {
        let weight = try AttachmentStore.weight(of: message.id, tx)
        let name = cleanedFileName(name)
        if let excess = limits.excess(bytes.count, after: weight.files, of: weight.bytes) {
            let reason = FileWords.reason(excess)
            return try AttachmentStore.insertLost(
                id: newID(), message: message.id, name: name, size: bytes.count, reason: reason, tx)
        }
        let new = NewContent(bytes, kind)
        let attachment = Attachment(
            id: newID(), message: message.id, name: name, size: bytes.count, contentType: new.content.contentType)
        try AttachmentStore.insert(attachment, new, tx)
    }

    /// Keeps the files of a form, which have been judged and are of the kinds that forms take.
    func attach(_ files: [UploadedFile], to message: Message) throws {
        guard UploadedFile.problems(files).isEmpty else { throw Refusal.invalid(UploadedFile.problems(files)) }
        for file in files { try keep(name: file.name, bytes: file.bytes, kind: file.recognised, on: message, limits: .form) }
    }
}

extension NewContent {
    /// Reads the bytes through: what they are, unless that is known, and their hash.
    init(_ bytes: [UInt8], _ kind: FileKind? = nil) {
        self.init(bytes: bytes, hash: contentHash(bytes), content: kind.map { .known($0) } ?? FileContent(bytes))
    }
}

extension PendingFile {
    /// What was fetched takes its place, by the same rules.
    func keep(_ new: NewContent, _ tx: Transaction) throws {
        let weight = try AttachmentStore.weight(of: message, tx)
        if let excess = FileLimits.wire.excess(new.bytes.count, after: weight.files, of: weight.bytes) {
            return try AttachmentStore.postpone(id, until: nil, reason: FileWords.reason(excess), tx)
        }
        let name = file.name.map { cleanedFileName($0) } ?? new.content.safeName("\(Self.word(new.content))-\(id.text.suffix(6))")
        try AttachmentStore.fill(id, name: name, new, tx)
    }

    /// How a file is called that came without a name.
    private static func word(_ content: FileContent) -> String {
        switch content.kind?.showing {
        case .picture: "anh"
        case .audio: "ghi-am"
        case .video: "phim"
        case .paper, .nothing, nil: "tep"
        }
    }
}
