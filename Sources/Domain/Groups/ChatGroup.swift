/// A group chat on Zalo that the task force works with (nhóm Zalo): one that the Official Account owns, into which the program posts, or an
/// ordinary one, which has no API and of which excerpts are captured by hand (brief zalo.md §0.11, §5).
package struct ChatGroup: Sendable, Equatable {
    package let id: ID<ChatGroup>
    package var name: String
    package var kind: Kind
    /// The platform's id of a group that the account owns.
    package var externalID: String?
    /// The unit whose group it is.
    package var unit: ID<Unit>?
    /// What it is for.
    package var purpose: String
    package var link: String
    /// How many are in it: as the platform counts them, else as somebody wrote down.
    package var size: Int
    /// Who is in it, in words, where no platform tells.
    package var people: String
    /// Who looks after it (người phụ trách nhóm).
    package var keeper: ID<Account>?
    /// When the members were last read from the platform.
    package var readAt: Instant?
    /// It exists no longer, or is worked with no longer.
    package var endedAt: Instant?

    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// GMF: the account owns it.
        case owned
        case ordinary
    }

    /// Somebody in a group that the account owns.
    package struct Member: Sendable, Equatable {
        package var id: String
        package var name: String
        /// The account itself.
        package var isAccount: Bool

        package init(id: String, name: String, isAccount: Bool = false) {
            self.id = id
            self.name = name
            self.isAccount = isAccount
        }
    }

    package init(
        id: ID<ChatGroup>, name: String, kind: Kind, externalID: String? = nil, unit: ID<Unit>? = nil, purpose: String = "", link: String = "",
        size: Int = 0, people: String = "", keeper: ID<Account>? = nil, readAt: Instant? = nil, endedAt: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.externalID = externalID
        self.unit = unit
        self.purpose = purpose
        self.link = link
        self.size = size
        self.people = people
        self.keeper = keeper
        self.readAt = readAt
        self.endedAt = endedAt
    }

    /// What is wrong with what was typed.
    package var problems: [Problem] {
        var list = ProblemList()
        list.text("groupName", name, atMost: 200)
        list.text("purpose", purpose, atLeast: 0, atMost: 1000)
        list.text("groupLink", link, atLeast: 0, atMost: 300)
        list.text("groupPeople", people, atLeast: 0, atMost: 2000)
        if kind == .owned, externalID?.isEmpty ?? true { list.add("groupID", .missing) }
        if !(0...10_000).contains(size) { list.add("groupSize", .outOfRange(0, 10_000)) }
        return list.problems
    }

    /// Whether an actor may change what stands about it: whoever runs the system, and who looks after it.
    package func mayBeChanged(by actor: Actor) -> Bool {
        if Rights.allow(actor, .administer) { return true }
        guard case .staff(let account) = actor, account.isActive else { return false }
        return keeper == account.id
    }
}

/// Mentions in words that are relayed into a group (brief zalo.md §5): `[@id]` calls somebody, `[@group]` everybody.
package enum Mentions {
    /// The same words, calling nobody.
    package static func broken(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if last == "[", scalar == "@" { scalars.append(" ") }
            scalars.append(scalar)
            last = scalar
        }
        return String(scalars)
    }
}
