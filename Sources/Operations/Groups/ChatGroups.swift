package import Domain
import Storage

/// Keeps an entry of the directory of groups, new or changed (danh bạ nhóm Zalo), by whoever runs the system. Throws `Refusal`.
package struct KeepGroup: Operation {
    package static let permission = Permission.administer
    let existing: ID<ChatGroup>?
    let entry: GroupEntry

    /// - Parameter existing: the group that is changed; `nil`: a new one.
    package init(_ existing: ID<ChatGroup>?, _ entry: GroupEntry) {
        self.existing = existing
        self.entry = entry
    }

    package func perform(_ turn: Turn) throws -> ChatGroup { try turn.keep(existing, entry) }
}

/// The same by who looks after the group, and for a new one by whoever takes petitions in. Throws `Refusal`.
package struct TendGroup: Operation {
    package static let permission = Permission.view
    let existing: ID<ChatGroup>?
    let entry: GroupEntry

    package init(_ existing: ID<ChatGroup>?, _ entry: GroupEntry) {
        self.existing = existing
        self.entry = entry
    }

    package func perform(_ turn: Turn) throws -> ChatGroup { try turn.keep(existing, entry) }
}

extension Turn {
    fileprivate func keep(_ existing: ID<ChatGroup>?, _ entry: GroupEntry) throws -> ChatGroup {
        var group: ChatGroup
        if let existing {
            guard let known = try ChatGroupStore.load(existing, tx) else { throw Refusal.noSuch(.group) }
            guard known.mayBeChanged(by: actor) else { throw Refusal.notPermitted(.administer) }
            group = known
        } else {
            guard Rights.allow(actor, .administer) || Rights.allow(actor, .takeIn) else { throw Refusal.notPermitted(.administer) }
            group = ChatGroup(id: newID(), name: entry.name, kind: entry.kind)
        }
        let before = group.externalID
        entry.fill(&group)
        var list = ProblemList()
        list.add(group.problems)
        if let unit = group.unit, try OrganisationStore.unit(unit, tx) == nil { list.add("unit", .unknownCode) }
        if let keeper = group.keeper, try AccountStore.load(keeper, on: now.day, tx) == nil { list.add("keeper", .unknownCode) }
        try list.refuse()
        if let other = try group.externalID.flatMap({ try ChatGroupStore.find($0, tx) }), other.id != group.id {
            throw Refusal.taken(other.name)
        }
        if before != group.externalID { group.readAt = nil }
        group.endedAt = entry.isEnded ? group.endedAt ?? now : nil
        try ChatGroupStore.save(group, tx)
        askForWork()
        return group
    }
}

/// What is typed of a group.
package struct GroupEntry: Sendable, Equatable {
    package var name: String
    package var kind: ChatGroup.Kind
    package var externalID: String?
    package var unit: ID<Unit>?
    package var purpose: String
    package var link: String
    package var size: Int
    package var people: String
    package var keeper: ID<Account>?
    package var isEnded: Bool

    package init(
        name: String, kind: ChatGroup.Kind, externalID: String? = nil, unit: ID<Unit>? = nil, purpose: String = "", link: String = "",
        size: Int = 0, people: String = "", keeper: ID<Account>? = nil, isEnded: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.externalID = externalID
        self.unit = unit
        self.purpose = purpose
        self.link = link
        self.size = size
        self.people = people
        self.keeper = keeper
        self.isEnded = isEnded
    }

    fileprivate func fill(_ group: inout ChatGroup) {
        group.name = name
        group.kind = kind
        group.externalID = kind == .owned ? externalID : nil
        group.unit = unit
        group.purpose = purpose
        group.link = link
        // Of a group that the account owns the platform counts.
        if kind == .ordinary || group.readAt == nil { group.size = size }
        group.people = people
        group.keeper = keeper
    }
}

/// Posts a notice or a report into a group that the account owns (gửi tin vào nhóm). It goes by the outbox. Throws `Refusal`.
package struct PostToGroup: Operation {
    package static let permission = Permission.view
    let group: ID<ChatGroup>
    let text: String

    package init(_ group: ID<ChatGroup>, text: String) {
        self.group = group
        self.text = text
    }

    package func perform(_ turn: Turn) throws {
        guard let found = try ChatGroupStore.load(group, turn.tx) else { throw Refusal.noSuch(.group) }
        guard found.mayBeChanged(by: turn.actor) || Rights.allow(turn.actor, .takeIn) else { throw Refusal.notPermitted(.takeIn) }
        guard let place = found.externalID, found.kind == .owned, found.endedAt == nil else { throw Refusal.isOver }
        var list = ProblemList()
        list.text("text", text, atMost: SubmissionDraft.longestText)
        try list.refuse()
        // Relayed words call nobody; what is too long for one message is cut at a sentence.
        let words = Excerpt.cut(Mentions.broken(text), limit: ChannelText.narrowest, suffix: "…")
        let message = Outgoing(id: turn.newID(), channel: .zaloGroup, recipient: place, text: words)
        try OutboxStore.insert(message, contact: nil, petition: nil, at: turn.now, turn.tx)
        try ChatGroupTalkStore.note(post: message.id, in: group, by: turn.actor.account?.id, turn.tx)
        turn.askForWork()
    }
}
