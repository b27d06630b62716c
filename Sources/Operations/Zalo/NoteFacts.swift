package import Domain
import Storage

/// Takes over what the platform says of the account, and counts its messages by day.
package struct NoteFacts: Operation {
    package static let permission = Permission.receive
    let facts: ZaloFacts
    let oaID: String

    /// - Parameter oaID: the account that was asked; under its number the facts are kept, whatever the answer calls it.
    package init(_ facts: ZaloFacts, of oaID: String) {
        self.facts = facts
        self.oaID = oaID
    }

    package func perform(_ turn: Turn) throws {
        let (tx, today) = (turn.tx, turn.now.day)
        var facts = facts
        facts.oaID = oaID
        try ZaloStore.keep(facts, at: turn.now, tx)
        try ChannelHealthStore.noteReached(.zalo, tx)
        // At the first look all that is kept is counted, then what may still have changed.
        let isFirst = try ZaloDayStore.isEmpty(tx)
        try ZaloDayStore.note(followers: facts.followers, articles: nil, on: today, tx)
        try ZaloDayStore.recount(since: today.adding(isFirst ? -3650 : -2), tx)
    }
}

/// The account could not be asked how it stands: the channel is ill until it can.
struct NoteFailedLook: Operation {
    static let permission = Permission.receive
    let reason: String

    func perform(_ turn: Turn) throws { try ChannelHealthStore.noteFailure(.zalo, .account, reason: reason, at: turn.now, turn.tx) }
}

/// Takes over how often the account's articles were read; what could not be asked today is asked tomorrow.
struct NoteArticles: Operation {
    static let permission = Permission.receive
    let articles: ZaloArticles?
    let oaID: String

    func perform(_ turn: Turn) throws {
        if let articles { try ZaloDayStore.note(followers: nil, articles: articles, on: turn.now.day, turn.tx) }
        try ZaloRoundStore.note(.articles, of: oaID, at: turn.now, turn.tx)
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
