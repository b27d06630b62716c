import Database
import Domain
import Operations
import Storage

/// A visit on site with its case, for whoever may look at the case.
struct VisitFile: Sendable {
    var visit: FieldVisit
    var petition: Case
    var entries: [VisitEntry]
    /// Whether the person may write here.
    var mayWrite: Bool

    /// The visit that an address names. Throws `Refusal`.
    static func open(_ visit: Visit) async throws -> VisitFile {
        guard let id = ID<FieldVisit>(visit.parameter("id")) else { throw Refusal.noSuch(.visit) }
        let actor = visit.actor
        let file = try await visit.office.read { tx in
            guard let found = try VisitStore.load(id, tx), let petition = try CaseStore.load(found.petition, tx) else {
                throw Refusal.noSuch(.visit)
            }
            return VisitFile(
                visit: found, petition: petition, entries: try VisitStore.entries(of: id, tx),
                mayWrite: Rights.allow(actor, VisitRights.write, on: petition.subject))
        }
        try await visit.noteLook(at: file.petition)
        guard Rights.allow(actor, .view, on: file.petition.subject) else { throw Refusal.notPermitted(.view) }
        return file
    }

    /// The way back from the pages of a visit.
    var crumbs: [NavItem] {
        [
            NavItem(petition.number.text, CasePage.path.link(petition.number.text)),
            NavItem("Hiện trường", VisitsPage.path.link(petition.number.text)),
            NavItem(visit.plan.startsAt.vietnamese, VisitPage.path.link(visit.id.text)),
        ]
    }
}
