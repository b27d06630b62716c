/// One import of a list of petitions (lần nạp danh sách): who brought in which file from where, and what came of it.
package struct PetitionImport: Sendable, Equatable {
    package let id: ID<PetitionImport>
    package var order: PetitionImportOrder
    /// How the mapping is called, if it was remembered under a name.
    package var mappingName: String
    package var fileName: String
    /// SHA-256 of the file, in hexadecimal.
    package var hash: String
    /// Bytes.
    package var size: Int
    /// A hash of the heads.
    package var layout: String
    package var state: State
    /// `nil`: from the command line of the machine.
    package var account: ID<Account>?
    package var accountName: String
    /// When it was opened; when it is done, when that was.
    package var at: Instant
    /// What came of it; `nil` while it waits.
    package var counts: PetitionImportPlan.Counts?

    package enum State: String, Sendable, Codable {
        /// The file is there, nothing of it is taken in.
        case waiting
        case done
    }

    package init(
        id: ID<PetitionImport>, order: PetitionImportOrder, mappingName: String, fileName: String, hash: String, size: Int, layout: String,
        state: State, account: ID<Account>?, accountName: String, at: Instant, counts: PetitionImportPlan.Counts? = nil
    ) {
        self.id = id
        self.order = order
        self.mappingName = mappingName
        self.fileName = fileName
        self.hash = hash
        self.size = size
        self.layout = layout
        self.state = state
        self.account = account
        self.accountName = accountName
        self.at = at
        self.counts = counts
    }
}

/// How a list is to be taken in.
package struct PetitionImportOrder: Sendable, Equatable {
    package var channel: Channel
    /// The name of the list (tên danh sách), such as that of a conference; empty where the channel's system numbers all that it has.
    package var list: String
    package var mapping: PetitionMapping
    /// When rows were received that do not say it; `nil`: on import.
    package var day: Day?
    /// Whether what the source answered already is left there instead of being taken in for an officer to confirm.
    package var leavesAnswered: Bool

    package init(channel: Channel, list: String, mapping: PetitionMapping, day: Day?, leavesAnswered: Bool) {
        self.channel = channel
        self.list = list
        self.mapping = mapping
        self.day = day
        self.leavesAnswered = leavesAnswered
    }

    /// The channels on which lists come in: other systems, and what people put together as lists.
    package static let channels: [Channel] = [.national, .callCentre, .portal, .tax, .dialogue, .forwarded, .letter, .hotline]

    /// Whether the numbers of the list mean something only inside it.
    package static func needsName(_ channel: Channel) -> Bool { !channel.isImported }

    package static let longestName = 200

    /// Everything that it says, in one text that differs where any of it does.
    package var whole: String {
        let parts = [channel.rawValue, list, mapping.stored, day?.iso ?? "", String(leavesAnswered)]
        return parts.map { "\($0.utf8.count):\($0)" }.joined()
    }

    package func problems() -> [Problem] {
        var list = ProblemList()
        if !Self.channels.contains(channel) { list.add("channel", .unknownCode) }
        list.text("listName", self.list, atLeast: Self.needsName(channel) ? 1 : 0, atMost: Self.longestName)
        return list.problems
    }

    /// What tells a row from all others on its channel; the row again is the same petition again. Rows without a number are told
    /// apart by what they say.
    /// - Parameter hash: of a text, in few characters.
    package func externalID(of petition: ImportedPetition, hash: (String) -> String) -> String {
        let own =
            petition.number.isEmpty
            ? "#" + hash([petition.person.display, petition.person.phone, petition.text].map(\.folded).joined(separator: "\n"))
            : petition.number.folded
        return Self.needsName(channel) ? "\(list.folded)/\(own)" : own
    }
}
