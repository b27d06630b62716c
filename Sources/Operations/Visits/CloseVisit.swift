import Documents
package import Domain
import Storage

/// Closes a visit with its minutes (lập biên bản). They are never written over; they stand in the journal of the case.
package struct CloseVisit: Operation {
    package static let permission = VisitRights.plan
    let visit: ID<FieldVisit>
    let minutes: VisitMinutes

    package init(visit: ID<FieldVisit>, minutes: VisitMinutes) {
        self.visit = visit
        self.minutes = minutes
    }

    package func perform(_ turn: Turn) throws -> FieldVisit {
        var (found, petition) = try turn.visit(visit)
        guard let account = turn.actor.account else { throw Refusal.notPermitted(VisitRights.plan) }
        if found.ending != nil { throw Refusal.isOver }
        let problems = minutes.problems(on: turn.now.day)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        let ending = FieldVisit.Ending(minutes: minutes, by: account.id, byName: account.name, at: turn.now)
        try VisitStore.close(visit, with: ending, turn.tx)
        found.ending = ending
        let note = Note(kind: .field, text: VisitWords.closed(found.plan, minutes))
        try turn.record(petition.note(note, by: turn.actor), on: petition)
        return found
    }
}
