import Database
import Domain
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
                if round % Self.roundsOfMinute == 0 { await minute() }
                await goingOn("profiles") { try await askProfiles() }
                round += 1
            }
        }
    }

    /// What is looked at every minute; the parts know themselves when they are due.
    package func minute() async {
        await goingOn("tokens") { try await account.keepFresh() }
        await goingOn("catching up") { try await catchUp() }
        await goingOn("account") { try await look() }
        await goingOn("groups") { try await readGroups() }
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
    /// Seconds between two looks at what the webhook missed, and how far back it is looked: as long as a sender can be answered.
    static let (catchUpEvery, reach) = (300, 7 * 24 * 3600)
    /// Seconds that the webhook is given to bring a message before it counts as missed, and by which clocks may differ.
    static let (grace, overlap) = (120, 600)
    /// Seconds between two looks at the account, and at its groups.
    static let (lookEvery, groupsEvery) = (900, 3600)
    /// Profiles in one look: a few calls, so that messages have the minute to themselves.
    static let profiles = 5
}

extension ZaloRounds {
    /// What was written to the account and did not come by the webhook (brief zalo.md §7): while the server was away, or the webhook was,
    /// for however short. Up to when this is done stands in the store, and moves on only once it was done.
    package func catchUp() async throws {
        let oaID = account.oaID
        let until = office.world.now().adding(seconds: -Self.grace)
        guard let last = try await office.read({ try ZaloRoundStore.last(.caughtUp, of: oaID, $0) }) else {
            // What was written before the account was connected is not ours to answer.
            return try await office.database.write { try ZaloRoundStore.note(.caughtUp, of: oaID, at: until, $0) }
        }
        guard until.seconds(since: last) >= Self.catchUpEvery else { return }
        let since = max(last.adding(seconds: -Self.overlap), until.adding(seconds: -Self.reach))
        let (missed, failure) = await account.missed(since: since)
        let keeper = DeliveryKeeper(office: office)
        // Oldest first, so that a conversation is taken in as it was led.
        for delivery in missed.reversed() where delivery.at <= until {
            try await keeper.keep(delivery.bytes, key: delivery.key, on: .zalo)
        }
        if let failure { throw failure }
        try await office.database.write { try ZaloRoundStore.note(.caughtUp, of: oaID, at: until, $0) }
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
            let found: ZaloProfile
            do throws(ZaloFailure) {
                found = try await account.profile(of: address)
            } catch {
                try await putOff(profile, error, at: now)
                continue
            }
            try await office.perform(LearnProfile(contact: profile.contact, profile: found), as: .system)
        }
    }

    /// Asked again, each time later, until the platform has said no six times; what it was not even asked does not count.
    private func putOff(_ profile: DueProfile, _ failure: ZaloFailure, at now: Instant) async throws {
        switch failure.kind {
        case .away, .crowded:
            try await office.database.write {
                try ZaloStore.putOffProfile(of: profile.contact, until: now.adding(seconds: 120), reason: failure.reason, $0)
            }
        case .final, .refused:
            let again = failure.kind == .final || profile.attempts >= 5 ? nil : now.adding(seconds: 60 << profile.attempts)
            try await office.database.write {
                try ZaloStore.settleProfile(of: profile.contact, next: again, reason: failure.reason, $0)
            }
        }
    }

    /// How the account stands: its name, its followers, the messages of the day; once a day its articles.
    package func look() async throws {
        let (now, oaID) = (office.world.now(), account.oaID)
        let (known, counted) = try await office.read { tx in
            (try ZaloStore.facts(of: oaID, tx)?.at, try ZaloRoundStore.last(.articles, of: oaID, tx))
        }
        if let known, now.seconds(since: known) < Self.lookEvery { return }
        let facts: ZaloFacts
        do throws(ZaloFailure) {
            facts = try await account.facts()
        } catch {
            // A minute whose calls are used up is no illness.
            if error.kind != .crowded { try await office.perform(NoteFailedLook(reason: error.reason), as: .system) }
            throw error
        }
        try await office.perform(NoteFacts(facts, of: oaID), as: .system)
        if counted?.day != now.day { try await countArticles() }
    }

    /// They may be refused where everything else is granted, and are many calls where they are many: by themselves, and not twice a day.
    private func countArticles() async throws {
        do throws(ZaloFailure) {
            let articles = try await account.articles()
            try await settle { try await office.perform(NoteArticles(articles: articles, oaID: account.oaID), as: .system) }
        } catch {
            if [.final, .refused].contains(error.kind) {
                try await office.perform(NoteArticles(articles: nil, oaID: account.oaID), as: .system)
            }
            throw error
        }
    }

    /// A fault of the store is told by the next look.
    private func settle(_ work: () async throws -> Void) async throws(ZaloFailure) {
        do { try await work() } catch { throw ZaloFailure("\(type(of: error))", .away) }
    }

    /// The groups that the account owns take their place in the directory, with their members.
    package func readGroups() async throws {
        let (now, oaID) = (office.world.now(), account.oaID)
        let (known, last) = try await office.read { (try ChatGroupStore.all($0), try ZaloRoundStore.last(.groups, of: oaID, $0)) }
        let isNew = known.contains { $0.kind == .owned && $0.endedAt == nil && $0.readAt == nil }
        guard isNew || (last.map { now.seconds(since: $0) >= Self.groupsEvery } ?? true) else { return }
        let facts = try await account.groups()
        for fact in facts {
            var members: [ChatGroup.Member]?
            do throws(ZaloFailure) {
                members = try await account.members(of: fact.id)
            } catch {
                // The others are read; what is not told of this one is asked in an hour.
                guard [.final, .refused].contains(error.kind) else { throw error }
                office.log.warning("Zalo: members were not told", metadata: ["group": "\(fact.id)", "reason": "\(error.reason)"])
            }
            try await office.perform(ReadGroup(facts: fact, members: members), as: .system)
        }
        try await office.perform(NoteGroupsRead(oaID: oaID, named: Set(facts.map(\.id))), as: .system)
    }
}
