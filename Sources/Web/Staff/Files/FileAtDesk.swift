import Database
import Domain
import Hummingbird
import Operations
import Storage

/// A file of a case before somebody who may see the case: the one place where that is decided for every address of files.
struct FileAtDesk: Sendable {
    let id: ID<Attachment>
    let file: KeptFile
    let petition: Case
    let handout: FileState.Handout
    /// Whether the operator has set up a scanner.
    let scans: Bool

    static func open(_ visit: Visit) async throws -> FileAtDesk {
        guard let id = ID<Attachment>(visit.parameter("id")) else { throw Refusal.noSuch(.attachment) }
        let (file, petition) = try await visit.office.read { tx in
            guard let file = try AttachmentStore.find(id, tx), let number = file.petition, let petition = try CaseStore.load(number, tx)
            else { throw Refusal.noSuch(.attachment) }
            return (file, petition)
        }
        try await visit.noteLook(at: petition)
        guard Rights.allow(visit.actor, .view, on: petition.subject) else { throw Refusal.notPermitted(.view) }
        let scans = visit.office.settings.scansFiles
        return FileAtDesk(id: id, file: file, petition: petition, handout: file.state.handout(scans: scans), scans: scans)
    }

    /// The file itself, under a name that fits what it is.
    func whole(_ place: StoredFile.Place, _ visit: Visit) -> Reply {
        .stored(
            StoredFile(
                name: file.state.content.safeName(file.name), contentType: file.state.content.contentType, size: file.size, hash: file.hash,
                place: place, read: Self.reader(of: file.hash, visit.office)), to: visit.request.headers)
    }

    /// A copy that is shown in its place.
    func copy(_ copy: KeptCopy, _ visit: Visit) -> Reply {
        .stored(
            StoredFile(
                name: FileContent.known(.jpeg).safeName(file.name), contentType: PublishedPicture.contentType, size: copy.size,
                hash: copy.hash, place: .inline, read: Self.reader(of: copy.hash, visit.office)), to: visit.request.headers)
    }

    private static func reader(of hash: String, _ office: Office) -> @Sendable (Range<Int>) async throws -> [UInt8] {
        { part in
            guard let bytes = try await office.read({ try AttachmentStore.bytes(of: hash, in: part, $0) }) else {
                throw Refusal.noSuch(.attachment)
            }
            return bytes
        }
    }
}
