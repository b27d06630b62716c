package import Database
package import Domain

/// A picture that may leave the house: a copy made of what is seen, never the sender's own bytes, which tell where and by whom they
/// were taken (requirement 63). Only this file makes one.
package struct PublishedPicture: Sendable {
    package let hash: String
    package let bytes: [UInt8]
    package let width: Int
    package let height: Int

    package static let contentType = "image/jpeg"

    fileprivate init(_ copy: KeptCopy, bytes: [UInt8]) {
        (hash, width, height) = (copy.hash, copy.width, copy.height)
        self.bytes = bytes
    }

    /// The copy of an attachment in this size; `nil` while there is none, and for ever where none can be made or something was found.
    package static func load(_ id: ID<Attachment>, _ form: PictureForm, _ tx: Transaction) throws -> PublishedPicture? {
        guard let hash = try AttachmentStore.find(id, tx)?.hash else { return nil }
        return try load(content: hash, form, tx)
    }

    /// The same of any content that is kept: a photo of a visit, a scan.
    package static func load(content hash: String, _ form: PictureForm, _ tx: Transaction) throws -> PublishedPicture? {
        guard let state = try FileStateStore.load(hash, tx), state.handout(scans: false) == .freely,
            let copy = try FileCopyStore.find(form, of: hash, tx), let bytes = try AttachmentStore.bytes(of: copy.hash, tx)
        else { return nil }
        return PublishedPicture(copy, bytes: bytes)
    }
}

/// An attachment on its way to somebody outside.
package enum OutwardFile: Sendable {
    case ready(name: String, contentType: String, bytes: [UInt8])
    /// Its copy is still to be made, or the scanner has not looked yet.
    case notYet
    /// It is closed, infected, or a picture of which no copy can be made.
    case never

    /// Pictures go out as published pictures; other kinds as they came.
    /// - Parameter scans: whether the operator has set up a scanner.
    package static func load(_ id: ID<Attachment>, scans: Bool, _ tx: Transaction) throws -> OutwardFile {
        guard let file = try AttachmentStore.find(id, tx) else { return .never }
        switch file.state.handout(scans: scans) {
        case .never, .onceScanned, .onceConfirmed(.closed): return .never
        case .onceConfirmed(.notScannedYet): return .notYet
        case .freely: break
        }
        let name = file.state.content.safeName(file.name)
        guard file.state.content.kind?.showing == .picture else {
            guard let bytes = try AttachmentStore.bytes(of: file.hash, tx) else { return .never }
            return .ready(name: name, contentType: file.state.content.contentType, bytes: bytes)
        }
        switch file.state.copy {
        case .nothing, .failed: return .never
        case .waiting: return .notYet
        case .made:
            guard let picture = try PublishedPicture.load(content: file.hash, .view, tx) else { return .never }
            return .ready(
                name: FileContent.known(.jpeg).safeName(name), contentType: PublishedPicture.contentType, bytes: picture.bytes)
        }
    }
}
