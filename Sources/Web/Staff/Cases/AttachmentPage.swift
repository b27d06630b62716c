import Domain
import Operations
import Storage

/// A file of a case, for whoever may see the case.
struct AttachmentPage: Page {
    static let path: Path = "/app/tep/:id"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        guard let id = ID<Attachment>(visit.parameter("id")) else { throw Refusal.noSuch(.attachment) }
        let actor = visit.actor
        let (file, petition) = try await visit.office.read { tx in
            guard let file = try AttachmentStore.open(id, tx), let number = file.petition, let petition = try CaseStore.load(number, tx)
            else { throw Refusal.noSuch(.attachment) }
            return (file, petition)
        }
        try await visit.noteLook(at: petition)
        guard Rights.allow(actor, .view, on: petition.subject) else { throw Refusal.notPermitted(.view) }
        return .file(OpenedFile(name: file.name, contentType: file.contentType, bytes: file.bytes))
    }
}
