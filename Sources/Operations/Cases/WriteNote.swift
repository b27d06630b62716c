package import Domain

/// Writes a note that stays inside (ghi chú).
package struct WriteNote: Operation {
    package static let permission = Permission.note
    let petition: ID<Case>
    let version: Int
    let note: Note

    package init(petition: ID<Case>, version: Int, note: Note) {
        self.petition = petition
        self.version = version
        self.note = note
    }

    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        return try turn.record(current.note(note, by: turn.actor), on: current)
    }
}
