import Domain
import Documents
import Operations
import Storage

/// An open page that listens: what it showed, and so what is new to it.
protocol LiveReader: Sendable {
    /// What is new already when the line is there.
    mutating func opening(_ account: Account, _ office: Office) async throws -> [ServerEvent]
    /// What a bulletin means to it.
    mutating func hear(_ bulletin: Bulletin, _ account: Account, _ office: Office) async throws -> [ServerEvent]
}

/// A list or a desk: how many cases that the reader may see have changed since it was made, and the counts of the queues now.
struct ListReader: LiveReader {
    /// When the page was made.
    let since: Instant
    /// The moment of the last event that the browser has, when it comes again.
    let last: Instant?
    private var changed: Set<ID<Case>> = []
    /// When the line was there: what was told by then is not told again.
    private var openedAt = Instant(milliseconds: 0)

    /// Hours that a page may lie open and still be told of everything since.
    private static let longest = 12

    init(since: Instant, last: Instant?, now: Instant) {
        self.since = max(since, now.adding(hours: -Self.longest))
        self.last = last
    }

    private struct Content: Encodable {
        /// How many cases changed.
        var changed: Int
        /// By the address of the queue.
        var counts: [String: String]
    }

    mutating func opening(_ account: Account, _ office: Office) async throws -> [ServerEvent] {
        guard let visibility = CaseVisibility(of: account) else { return [] }
        let (since, last) = (since, last ?? since)
        let (all, fresh) = try await office.read { tx in
            let all = try NewsQueries.changed(since: since, seenBy: visibility, tx)
            return (all, last == since ? all : try NewsQueries.changed(since: last, seenBy: visibility, tx))
        }
        changed = all
        openedAt = office.world.now()
        return fresh.isEmpty ? [] : [try await event(visibility, office)]
    }

    mutating func hear(_ bulletin: Bulletin, _ account: Account, _ office: Office) async throws -> [ServerEvent] {
        guard case .news(let keys, _) = bulletin, let visibility = CaseVisibility(of: account) else { return [] }
        let fresh = Set(keys.filter { $0.at > openedAt || ($0.at > since && !changed.contains($0.petition)) }.map(\.petition))
        if fresh.isEmpty { return [] }
        let visible = try await office.read { try NewsQueries.visible(fresh, seenBy: visibility, $0) }
        if visible.isEmpty { return [] }
        changed.formUnion(visible)
        return [try await event(visibility, office)]
    }

    private func event(_ visibility: CaseVisibility, _ office: Office) async throws -> ServerEvent {
        let now = office.world.now()
        let counts = try await office.read { tx in
            try CaseQueries.queues(seenBy: visibility, at: now, soon: DeskClock.soon(now, try office.rules(tx).calendar), tx)
        }
        let named = counts.map { (CaseListPage.path.link(query: ["hang": $0.key.rawValue]), Wording.number($0.value)) }
        return ServerEvent(
            "danh-sach", id: String(now.milliseconds),
            Content(changed: changed.count, counts: Dictionary(named, uniquingKeysWith: { $1 })))
    }
}

/// A page of one case: its version, what happened last, and who else is there.
struct CaseReader: LiveReader {
    let petition: ID<Case>
    /// The newest version that the page knows of.
    private var version: Int
    private var present: [String] = []

    init(petition: ID<Case>, version: Int) {
        self.petition = petition
        self.version = version
    }

    private struct Change: Encodable {
        var version: Int
        /// What happened, by whom, when.
        var words: String
    }

    private struct Company: Encodable {
        var present: [String]
    }

    mutating func opening(_ account: Account, _ office: Office) async throws -> [ServerEvent] {
        try await look(account, office)
    }

    mutating func hear(_ bulletin: Bulletin, _ account: Account, _ office: Office) async throws -> [ServerEvent] {
        let concerns =
            switch bulletin {
            case .news(let keys, let stirred): stirred.contains(petition) || keys.contains { $0.petition == petition }
            case .quiet: true
            }
        return concerns ? try await look(account, office) : []
    }

    /// Throws `Refusal.notPermitted` when the reader may no longer see the case.
    private mutating func look(_ account: Account, _ office: Office) async throws -> [ServerEvent] {
        let (id, now) = (petition, office.world.now())
        let (current, last, others) = try await office.read { tx in
            guard let current = try CaseStore.load(id, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(.staff(account), .view, on: current.subject) else { throw Refusal.notPermitted(.view) }
            return (current, try NewsQueries.last(of: id, tx), try PresenceStore.others(in: id, than: account.id, at: now, tx))
        }
        var events: [ServerEvent] = []
        if current.version > version, let last {
            version = current.version
            let actor = last.actorName.isEmpty ? "" : "\(last.actorName), "
            let words = "\(EventWords(last.event).headline) (\(actor)\(last.at.hourAndMinute))"
            events.append(ServerEvent("ho-so", id: String(version), Change(version: version, words: words)))
        }
        let sentences = others.map { PresenceWords.sentence($0, at: now) }
        if sentences != present {
            present = sentences
            events.append(ServerEvent("co-mat", Company(present: sentences)))
        }
        return events
    }
}
