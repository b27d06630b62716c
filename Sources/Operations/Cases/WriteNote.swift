package import Domain

/// Writes a note that stays inside (ghi chú).
package struct WriteNote: CaseStep {
    package static let permission = Permission.note
    package let petition: ID<Case>
    package let version: Int
    let note: Note

    package init(petition: ID<Case>, version: Int, note: Note) {
        self.petition = petition
        self.version = version
        self.note = note
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.note(note, by: turn.actor)
    }
}
