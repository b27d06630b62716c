package import Domain
import Storage

/// Takes an entry of a visit in (ghi nhận hiện trường). Sent twice under one key, however often the line broke, it is one entry.
package struct AddVisitEntry: Operation {
    package static let permission = VisitRights.write
    let visit: ID<FieldVisit>
    let entry: VisitEntryDraft
    private let photo: NewContent?

    package init(visit: ID<FieldVisit>, entry: VisitEntryDraft) {
        self.visit = visit
        self.entry = entry
        photo = entry.photo.flatMap { file in file.recognised.map { NewContent(file.bytes, $0) } }
    }

    package func perform(_ turn: Turn) throws -> VisitEntry {
        let (found, _) = try turn.visit(visit)
        guard let account = turn.actor.account else { throw Refusal.notPermitted(VisitRights.write) }
        if let known = try VisitStore.entry(of: visit, key: entry.key, turn.tx) { return known }
        guard found.takesEntries(at: turn.now) else { throw Refusal.isOver }
        if !entry.problems.isEmpty { throw Refusal.invalid(entry.problems) }
        let shown = entry.photo.flatMap { file in
            file.recognised.map { VisitPhoto(name: file.name, size: file.bytes.count, contentType: $0.contentType) }
        }
        let fresh = VisitEntry(
            id: turn.newID(), visit: visit, key: entry.key, author: account.id, authorName: account.name, takenAt: entry.takenAt,
            receivedAt: turn.now, text: entry.text, photo: shown)
        if try VisitStore.insert(fresh, photo: photo, turn.tx) { return fresh }
        // Another connection was faster with the same key.
        guard let known = try VisitStore.entry(of: visit, key: entry.key, turn.tx) else { throw Refusal.changedMeanwhile }
        return known
    }
}

extension Turn {
    /// A visit and its case, for whoever may write into the case. Throws `Refusal`.
    func visit(_ id: ID<FieldVisit>) throws -> (visit: FieldVisit, petition: Case) {
        guard let visit = try VisitStore.load(id, tx) else { throw Refusal.noSuch(.visit) }
        let petition = try petition(visit.petition)
        guard Rights.allow(actor, VisitRights.write, on: petition.subject) else { throw Refusal.notPermitted(VisitRights.write) }
        return (visit, petition)
    }
}
