import Database
import Documents
package import Domain
package import Storage

/// Puts a file of petitions down to be looked at; nothing of it is taken in yet.
package struct OpenImport: Operation {
    package static let permission = Permission.takeIn
    let list: ImportedList
    let channel: Channel
    let name: String
    let day: Day?

    /// - Parameters:
    ///   - name: of the list; needed on channels that do not number all that they have.
    ///   - day: when rows were received that do not say it.
    package init(_ list: ImportedList, channel: Channel, name: String, day: Day?) {
        self.list = list
        self.channel = channel
        self.name = name
        self.day = day
    }

    package func perform(_ turn: Turn) throws -> PetitionImport {
        let known = try Office.mapping(for: list, on: channel, turn.tx)
        let order = PetitionImportOrder(
            channel: channel, list: PetitionImportOrder.needsName(channel) ? name : "", mapping: known.mapping, day: day,
            leavesAnswered: false)
        var problems = ProblemList()
        problems.add(order.problems())
        if let day, day > turn.now.day { problems.add("listDay", .tooFar(0)) }
        try problems.refuse()
        for forgotten in try ImportStore.forgotten(since: turn.now.adding(hours: -24 * Self.daysKept), turn.tx) {
            try ImportStore.discard(forgotten, turn.tx)
        }
        let run = turn.newImport(of: list, order, mappingName: known.name, state: .waiting)
        try ImportStore.insert(run, bytes: list.bytes, turn.tx)
        return run
    }

    /// A file that nobody took in is thrown away after this many days: it holds what senders told of themselves.
    private static let daysKept = 7
}

/// Says which column of a waiting list holds what, and remembers it for the next list of the same layout.
package struct MapImport: Operation {
    package static let permission = Permission.takeIn
    let run: ID<PetitionImport>
    let mapping: PetitionMapping
    let name: String
    let leavesAnswered: Bool

    /// - Parameter name: under which the mapping is remembered; empty: the channel's.
    package init(_ run: ID<PetitionImport>, mapping: PetitionMapping, name: String, leavesAnswered: Bool) {
        self.run = run
        self.mapping = mapping
        self.name = name
        self.leavesAnswered = leavesAnswered
    }

    package func perform(_ turn: Turn) throws -> PetitionImport {
        var kept = try turn.waiting(run)
        var list = ProblemList()
        list.text("mappingName", name, atLeast: 0, atMost: RememberedMapping.longestName)
        if mapping.columns.count != kept.order.mapping.columns.count { list.add("columns", .unknownCode) }
        if mapping.doubled != nil { list.add("columns", .held) }
        try list.refuse()
        kept.order.mapping = mapping
        kept.order.leavesAnswered = leavesAnswered
        kept.mappingName = name.isEmpty ? Terms.name(kept.order.channel) : name
        try ImportStore.save(kept, turn.tx)
        try turn.remember(mapping, name: kept.mappingName, channel: kept.order.channel, layout: kept.layout)
        return kept
    }
}

/// Throws a waiting file away.
package struct DiscardImport: Operation {
    package static let permission = Permission.takeIn
    let run: ID<PetitionImport>

    package init(_ run: ID<PetitionImport>) { self.run = run }

    package func perform(_ turn: Turn) throws { try ImportStore.discard(run, turn.tx) }
}

/// Forgets a mapping; the next list of that layout is proposed for anew.
package struct ForgetMapping: Operation {
    package static let permission = Permission.takeIn
    let mapping: ID<RememberedMapping>

    package init(_ mapping: ID<RememberedMapping>) { self.mapping = mapping }

    package func perform(_ turn: Turn) throws { try ImportMappingStore.forget(mapping, turn.tx) }
}

extension Office {
    static func mapping(
        for list: ImportedList, on channel: Channel, _ tx: Transaction
    ) throws -> (mapping: PetitionMapping, name: String) {
        if let kept = try ImportMappingStore.find(channel, layout: list.layout, tx), kept.mapping.columns.count == list.table.heads.count {
            return (kept.mapping, kept.name)
        }
        return (PetitionMapping(proposedFor: list.table.heads), "")
    }
}

extension Turn {
    /// An import that still waits. Throws `Refusal`.
    func waiting(_ run: ID<PetitionImport>) throws -> PetitionImport {
        guard let kept = try ImportStore.load(run, tx) else { throw Refusal.noSuch(.importRun) }
        if kept.state == .done { throw Refusal.isOver }
        return kept
    }

    func newImport(
        of list: ImportedList, _ order: PetitionImportOrder, mappingName: String, state: PetitionImport.State
    ) -> PetitionImport {
        PetitionImport(
            id: newID(), order: order, mappingName: mappingName, fileName: list.fileName, hash: contentHash(list.bytes),
            size: list.bytes.count, layout: list.layout, state: state, account: actor.account?.id, accountName: actor.name ?? "", at: now)
    }

    func remember(_ mapping: PetitionMapping, name: String, channel: Channel, layout: String) throws {
        try ImportMappingStore.save(
            RememberedMapping(id: newID(), channel: channel, layout: layout, name: name, mapping: mapping, usedAt: now), tx)
    }
}
