import Domain
import Operations
import Storage

/// The scan of a decision or a regulation.
struct PaperPage: Page {
    static let path: Path = "/app/quan-tri/van-ban/:id"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer, .readReports)
        guard let id = ID<Paper>(visit.parameter("id")) else { throw Refusal.noSuch(.attachment) }
        let file = try await visit.office.read { try PaperStore.load(id, $0) }
        guard let file else { throw Refusal.noSuch(.attachment) }
        return .file(OpenedFile(name: file.paper.name, contentType: file.paper.contentType, bytes: file.bytes))
    }
}
