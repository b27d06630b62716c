import Database
package import Domain
import Logging
import ServiceLifecycle
import Storage

/// What must be done around an Official Account by itself: its tokens kept fresh, its health looked at, profiles asked for, what the webhook
/// missed fetched, its figures and its groups read. In the background, behind messages.
package struct ZaloRounds: Service {
    let office: Office
    let account: any ZaloAccount
    /// Waits that many seconds.
    let pause: @Sendable (Int) async -> Void

    package init(office: Office, account: any ZaloAccount, pause: @escaping @Sendable (Int) async -> Void) {
        self.office = office
        self.account = account
        self.pause = pause
    }

    /// Works until the server drains.
    package func run() async {
        await cancelWhenGracefulShutdown {
            var round = 0
            while !Task.isCancelled {
                // First the server itself, and a stand-in beside it, comes to its feet.
                await pause(Self.rhythm)
                if Task.isCancelled { return }
                if round % Self.roundsOfMinute == 0 { await minute(isFirst: round == 0) }
                await goingOn("profiles") { try await askProfiles() }
                round += 1
            }
        }
    }

    /// What is looked at every minute; the parts know themselves when they are due.
    /// - Parameter isFirst: a start: whatever came in before it may have been missed.
    package func minute(isFirst: Bool) async {
        await goingOn("tokens") { try await account.keepFresh() }
        await goingOn("catching up") { try await catchUp(isFirst: isFirst) }
        await goingOn("account") { try await look() }
        await goingOn("groups") { try await readGroups(isFirst: isFirst) }
    }

    /// Does one thing; its fault holds nothing else up.
    private func goingOn(_ what: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch let failure as ZaloFailure {
            office.log.warning("Zalo: \(what) failed", metadata: ["reason": "\(failure.reason)"])
        } catch let fault as DatabaseFault where fault.isOutage {
            office.log.debug("Zalo: \(what) waits for the database", metadata: ["error": "\(fault)"])
        } catch {
            office.log.error("Zalo: \(what) failed", metadata: ["error": "\(error)"])
        }
    }

    /// Seconds between two looks for profiles, and how many of these looks make a minute.
    static let (rhythm, roundsOfMinute) = (10, 6)
    /// Seconds of silence after which the webhook is not trusted any more, and how far back is looked then.
    static let (silence, reach) = (1800, 48 * 3600)
    /// Seconds between two looks at the account, and at a group.
    static let (lookEvery, groupsEvery) = (900, 3600)
    /// Profiles in one look: a few calls, so that messages have the minute to themselves.
    static let profiles = 5
}

extension ZaloRounds {
    /// After a start and after a long silence: what was written to the account and did not come by the webhook (brief zalo.md §7).
    package func catchUp(isFirst: Bool) async throws {
        let now = office.world.now()
        let health = try await office.read { try ChannelHealthStore.load(.zalo, $0) }
        // Nothing has ever come in: there is nothing that was missed.
        guard let last = health?.receivedAt else { return }
        let quiet = now.seconds(since: last)
        guard isFirst || quiet >= Self.silence && quiet % Self.silence < 60 else { return }
        let since = max(last.adding(minutes: -10), now.adding(seconds: -Self.reach))
        let keeper = DeliveryKeeper(office: office)
        // Oldest first, so that a conversation is taken in as it was led.
        for delivery in try await account.missed(since: since).reversed() {
            try await keeper.keep(delivery.bytes, key: delivery.key, on: .zalo)
        }
    }

    /// Names of senders who have just written, and what they told on the provider's form; the picture is not kept.
    package func askProfiles() async throws {
        let now = office.world.now()
        let due = try await office.database.write {
            try ZaloStore.claimProfiles(at: now, until: now.adding(seconds: 120), limit: Self.profiles, $0)
        }
        for profile in due {
            let contact = try await office.read { try ContactStore.load(profile.contact, $0) }
            guard let address = contact?.address, !address.contains(":") else {
                try await office.database.write { try ZaloStore.settleProfile(of: profile.contact, next: nil, reason: nil, $0) }
                continue
            }
            do throws(ZaloFailure) {
                let found = try await account.profile(of: address)
                try await settle { try await office.perform(LearnProfile(contact: profile.contact, profile: found), as: .system) }
            } catch {
                let again = error.isFinal || profile.attempts >= 5 ? nil : now.adding(seconds: 60 << profile.attempts)
                try await office.database.write {
                    try ZaloStore.settleProfile(of: profile.contact, next: again, reason: error.reason, $0)
                }
            }
        }
    }

    /// A fault of the store is told by the next look.
    private func settle(_ work: () async throws -> Void) async throws(ZaloFailure) {
        do { try await work() } catch { throw ZaloFailure("\(type(of: error))") }
    }

    /// How the account stands: its name, its followers, its articles, and the messages of the day.
    package func look() async throws {
        let now = office.world.now()
        let (known, isEmpty) = try await office.read { tx in
            (try ZaloStore.facts(of: account.oaID, tx)?.at, try ZaloDayStore.isEmpty(tx))
        }
        if let known, now.seconds(since: known) < Self.lookEvery { return }
        do throws(ZaloFailure) {
            let facts = try await account.facts()
            let articles = try await account.articles()
            try await settle {
                try await office.database.write { tx in
                    var facts = facts
                    facts.oaID = account.oaID
                    try ZaloStore.keep(facts, at: now, tx)
                    // The account answers: what was wrong with the line has passed.
                    try ChannelHealthStore.noteReached(.zalo, tx)
                    try ZaloDayStore.note(followers: facts.followers, articles: articles, on: now.day, tx)
                    // At the first look all that is kept is counted, then what may still have changed.
                    try ZaloDayStore.recount(since: isEmpty ? now.day.adding(-3650) : now.day.adding(-2), tx)
                }
            }
        } catch {
            try await office.database.write { try ChannelHealthStore.noteFailure(.zalo, .account, reason: error.reason, at: now, $0) }
            throw error
        }
    }

    /// The groups that the account owns take their place in the directory, with their members.
    /// - Parameter isFirst: a start: groups may have been made that nobody has told of.
    package func readGroups(isFirst: Bool) async throws {
        let now = office.world.now()
        let known = try await office.read { try ChatGroupStore.all($0) }.filter { $0.kind == .owned && $0.endedAt == nil }
        let isDue = known.contains { $0.readAt.map { now.seconds(since: $0) >= Self.groupsEvery } ?? true }
        guard isFirst || isDue else { return }
        let facts = try await account.groups()
        for fact in facts {
            let members = try await account.members(of: fact.id)
            try await office.perform(ReadGroup(facts: fact, members: members), as: .system)
        }
    }
}

/// Takes over what the platform says of the account.
package struct NoteFacts: Operation {
    package static let permission = Permission.receive
    let facts: ZaloFacts

    package init(_ facts: ZaloFacts) { self.facts = facts }

    package func perform(_ turn: Turn) throws {
        try ZaloStore.keep(facts, at: turn.now, turn.tx)
        try ZaloDayStore.note(followers: facts.followers, articles: nil, on: turn.now.day, turn.tx)
    }
}

/// Takes over what the platform knows of a sender.
struct LearnProfile: Operation {
    static let permission = Permission.receive
    let contact: ID<Contact>
    let profile: ZaloProfile

    func perform(_ turn: Turn) throws {
        guard var known = try ContactStore.load(contact, turn.tx) else { return }
        let before = known
        var person = profile.person
        // What he told us himself stands; the platform fills what is missing.
        person.take(known.person)
        known.person = person
        known.follows = profile.isFollower
        if known != before {
            try ContactStore.save(known, turn.tx)
            if let petition = try CaseStore.newest(of: contact, turn.tx) {
                try SearchIndex.add(petition.id, text: [known.person.display], turn.tx)
            }
            turn.askForNews()
        }
        try ZaloStore.settleProfile(of: contact, next: nil, reason: nil, turn.tx)
    }
}

/// Takes over how a group stands at the platform. A group that nobody has entered yet stands in the directory from now on.
package struct ReadGroup: Operation {
    package static let permission = Permission.receive
    let facts: ZaloGroupFacts
    let members: [ChatGroup.Member]

    package init(facts: ZaloGroupFacts, members: [ChatGroup.Member]) {
        self.facts = facts
        self.members = members
    }

    package func perform(_ turn: Turn) throws -> ChatGroup {
        var group = try ChatGroupStore.find(facts.id, turn.tx) ?? ChatGroup(id: turn.newID(), name: facts.name, kind: .owned, externalID: facts.id)
        if !facts.name.isEmpty { group.name = facts.name }
        if !facts.link.isEmpty { group.link = facts.link }
        group.size = facts.members
        group.readAt = turn.now
        group.endedAt = facts.isEnabled ? nil : group.endedAt ?? turn.now
        try ChatGroupStore.save(group, turn.tx)
        try ChatGroupStore.replaceMembers(members, of: group.id, turn.tx)
        return group
    }
}
