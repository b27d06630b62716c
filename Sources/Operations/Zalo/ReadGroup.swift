package import Domain
import Storage

/// Takes over how a group stands at the platform. A group that nobody has entered yet stands in the directory from now on.
package struct ReadGroup: Operation {
    package static let permission = Permission.receive
    let facts: ZaloGroupFacts
    let members: [ChatGroup.Member]?

    /// - Parameter members: `nil` when they could not be read: those that are known stay.
    package init(facts: ZaloGroupFacts, members: [ChatGroup.Member]?) {
        self.facts = facts
        self.members = members
    }

    package func perform(_ turn: Turn) throws -> ChatGroup {
        var group = try ChatGroupStore.find(facts.id, turn.tx) ?? ChatGroup(id: turn.newID(), name: facts.name, kind: .owned, externalID: facts.id)
        if !facts.name.isEmpty { group.name = facts.name }
        if !facts.link.isEmpty { group.link = facts.link }
        group.size = facts.members
        group.readAt = turn.now
        // One that can be written to may be worked with no longer all the same: an officer has said so, and takes it back.
        if !facts.isEnabled { group.endedAt = group.endedAt ?? turn.now }
        try ChatGroupStore.save(group, turn.tx)
        if let members { try ChatGroupStore.replaceMembers(members, of: group.id, turn.tx) }
        return group
    }
}

/// Notes that the groups were read, those of the directory too that the platform did not name: of them nothing can be learnt, and they are
/// not asked for again at once.
struct NoteGroupsRead: Operation {
    static let permission = Permission.receive
    let oaID: String
    let named: Set<String>

    func perform(_ turn: Turn) throws {
        for var group in try ChatGroupStore.all(turn.tx) where group.kind == .owned && group.endedAt == nil {
            guard let id = group.externalID, !named.contains(id) else { continue }
            group.readAt = turn.now
            try ChatGroupStore.save(group, turn.tx)
        }
        try ZaloRoundStore.note(.groups, of: oaID, at: turn.now, turn.tx)
    }
}
