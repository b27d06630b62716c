package import Domain
import Storage

/// Splits a letter into numbered petitions (tách nội dung): the case becomes the first item, the others become cases with numbers and
/// lookup codes of their own, the same sender, receipt and promise.
package struct SplitCase: Operation {
    package static let permission = Permission.split
    let petition: ID<Case>
    let version: Int
    let items: [ItemDraft]

    package init(petition: ID<Case>, version: Int, items: [ItemDraft]) {
        self.petition = petition
        self.version = version
        self.items = items
    }

    /// The cases, in the order of the items.
    package func perform(_ turn: Turn) throws -> [Case] {
        let current = try turn.petition(petition, version: version)
        let letter: ID<Submission> = turn.newID()
        let event = try current.split(into: items, submission: letter, by: turn.actor)
        let whole = try CaseQueries.text(of: current.id, turn.tx)
        try SubmissionStore.insert(
            Submission(
                id: letter, contact: current.contact, channel: current.channel, receivedAt: current.receivedAt, title: current.title,
                text: whole, items: items.count), turn.tx)
        let first = try turn.record(event, on: current)
        try SubmissionStore.setText(items[0].text, of: first.id, turn.tx)
        var all = [first]
        let receipt = try CaseStore.events(of: first.id, turn.tx).first
        for (index, item) in items.enumerated().dropFirst() {
            all.append(try turn.open(item, of: SubmissionItem(submission: letter, item: index + 1, of: items.count), like: first, received: receipt))
        }
        return all
    }
}

extension Turn {
    /// One more case out of a letter, at the same desk as the first.
    fileprivate func open(
        _ draft: ItemDraft, of item: SubmissionItem, like first: Case, received: RecordedEvent?
    ) throws -> Case {
        let prefix = first.number.prefix
        let last = try NumberSeriesStore.next("\(prefix)-\(first.number.year)", tx)
        guard let number = CaseNumber(prefix: prefix, year: first.number.year, serial: last) else { throw Refusal.noSuch(.team) }
        let place: Ownership.Place = first.state == .received ? .intake : .diagnosis
        let owner = try owner(of: first.subject, at: place, turn: last)
        let petition = Case(
            id: newID(), team: first.team, number: number, lookupCode: try freshLookupCode(), contact: first.contact,
            channel: first.channel, receivedAt: first.receivedAt, title: draft.title, state: first.state,
            classification: first.classification, lead: first.lead, person: owner?.account, isProtected: first.isProtected,
            clock: first.clock, item: item)
        guard let team = first.team else { throw Refusal.noSuch(.team) }
        // What came to be known afterwards counts from then, item by item as the whole.
        var event = CaseEvent.received(due: first.clock.own, owner: owner)
        if case .received(_, _, let origin, let noted)? = received?.event {
            event = .received(due: first.clock.own, owner: owner, origin: origin, noted: noted)
        }
        try CaseStore.insert(petition, team: team, text: draft.text, formKey: nil, event: event, by: actor, at: received?.at, tx)
        try SearchIndex.add(petition.id, text: [number.text, draft.title, draft.text], tx)
        return petition.isRestricted ? try close(petition) : petition
    }
}
