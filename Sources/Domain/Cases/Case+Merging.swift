extension Case {
    /// Whether the case is dealt with in another one now. After the common answer it stands by itself again.
    package var isMerged: Bool { merger != nil && state.isOpen }

    /// Whether open duplicates hang on the case: whatever its sender is told goes to theirs too.
    package var hasDuplicates: Bool { clock.joint != nil }

    /// Merges the case as a duplicate into a main case (gộp hồ sơ trùng). A standstill of its own ends: what was asked is known in the
    /// main case, or will be asked of everybody.
    /// - Parameter along: the duplicate with which it comes along, when that one goes into another case (chains collapse).
    package func merge(
        into main: Case, lead: Unit, along: CaseNumber? = nil, by actor: Actor, at now: Instant, rules: Rules
    ) throws(Refusal) -> [CaseEvent] {
        if along == nil, let refusal = refusalToMerge(into: main, to: actor) { throw refusal }
        let merging = Merging(main: main.id, number: main.number, following: main.leading(lead.name), along: along)
        return endStandstillByMerging(at: now, rules: rules).map { [$0, .merged(merging)] } ?? [.merged(merging)]
    }

    /// A message that comes in ends a standstill, and so does a duplicate.
    package func endStandstillByMerging(at now: Instant, rules: Rules) -> CaseEvent? {
        openPause.map { .resumed(reason: "gộp hồ sơ trùng", due: rules.extend(clock.own, pausedFrom: $0.from, until: now)) }
    }

    /// Why the case cannot be merged into another one; `nil` when it can. Both are open, of one task force, unrestricted, and nothing is
    /// under way in the duplicate that somebody else would wait for in vain.
    package func refusalToMerge(into main: Case, to actor: Actor) -> Refusal? {
        if let refusal = refusal(of: .merge, to: actor) { return refusal }
        if main.id == id || main.team != team { return .noSuch(.petition) }
        guard Rights.allow(actor, .merge, on: main.subject) else { return .notPermitted(.merge) }
        if main.isRestricted { return .notPermitted(.merge) }
        if let other = main.merger, main.isMerged { return .isMerged(other.number) }
        if !Self.takingIn.contains(main.state) { return .stateForbids(.merge, main.state) }
        // The unit that one of them complains about must not come to answer it by way of the other.
        if let accused = classification.complainedOf, accused != main.classification.complainedOf { return .complainedOf }
        return nil
    }

    /// What must not be under way in a case that becomes a duplicate, and who holds it.
    func merging(by actor: Actor) -> Refusal? {
        if isRestricted { return .notPermitted(.merge) }
        if isAnsweredInCommon { return .belongsToCause }
        if let outstanding { return outstanding }
        if work.wantedExtension != nil { return .extensionIsAsked }
        return holding(.merge, by: actor)
    }

    /// The diagnosis desk merges and separates what lies on it; intake and the standing deputy do so everywhere.
    private func holding(_ step: Permission, by actor: Actor) -> Refusal? {
        guard let account = actor.account, state != .diagnosing else { return nil }
        let above = account.authorities.contains { [.intake, .coordinator].contains($0.role) && $0.covers(subject) }
        return above ? nil : .notPermitted(step)
    }

    /// States in which a main case takes duplicates in: before anything has been said to its sender.
    private static let takingIn: Set<CaseState> = [.received, .diagnosing, .handling, .escalated, .approving]

    /// What a duplicate takes over from this case.
    package func leading(_ leadName: String) -> Following {
        Following(
            lead: lead, leadName: leadName, person: person, classification: classification, diagnosis: diagnosis, level: work.level)
    }

    /// What the main case notes of a duplicate.
    /// - Parameter due: the earliest promise among all of its duplicates.
    package func absorb(_ duplicate: Case, due: Instant) -> CaseEvent {
        let tells = !hasDuplicates && duplicate.contact != contact
        return .absorbed(Absorption(duplicate: duplicate.id, number: duplicate.number, due: due, tells: tells))
    }

    /// What the main case notes when a duplicate goes its own way.
    /// - Parameter due: the earliest promise among those that are left, if any is.
    package func release(_ duplicate: Case, reason: String, due: Instant?) -> CaseEvent {
        .released(Duplicate(id: duplicate.id, number: duplicate.number), reason: reason, due: due)
    }

    /// Makes a duplicate a case of its own again (tách khỏi hồ sơ chính), as long as nothing was answered: with the state that it had and
    /// the clock that ran on all the time.
    /// - Parameters:
    ///   - lead: the unit that led it, or whoever leads the main case where that one has ended.
    ///   - owner: who answers for it now; `nil`: whoever did before.
    ///   - coordinating: the units that co-ordinated before and still may.
    package func separate(
        reason: String, lead: Unit, owner: Owner?, coordinating: [ID<Unit>] = [], by actor: Actor
    ) throws(Refusal) -> CaseEvent {
        try check(.unmerge, by: actor)
        guard let merger else { throw .notMerged }
        var list = ProblemList()
        list.check(.unmerge, ["reason": reason])
        try list.refuse()
        return .separated(
            Separation(
                main: merger.number, reason: reason, lead: lead.id, leadName: lead.name, owner: owner, coordinating: coordinating))
    }

    func separating(by actor: Actor) -> Refusal? { isMerged ? holding(.unmerge, by: actor) : .notMerged }
}

extension Case {
    mutating func merge(_ merging: Merging, at now: Instant) {
        let standing = Merger.Standing(
            state: state, lead: lead, person: person, classification: classification, diagnosis: diagnosis, level: work.level,
            coordinating: coordinating.sorted())
        // Whoever comes along with another duplicate goes back to where he was before the first.
        merger = Merger(main: merging.main, number: merging.number, at: now, before: merger?.before ?? standing)
        work.duplicates = []
        clock.joint = nil
        follow(merging.following)
    }

    mutating func follow(_ main: Following) {
        lead = main.lead
        person = main.person
        coordinating.remove(main.lead)
        diagnosis = main.diagnosis
        work.level = max(work.level, main.level)
        // What nobody has sorted yet counts as the main case does.
        if merger?.before.state == .received, main.classification.kind != nil { classification = main.classification }
    }

    mutating func separate(_ separation: Separation) {
        guard let before = merger?.before else { return }
        merger = nil
        state = before.state
        lead = separation.lead
        coordinating.formUnion(separation.coordinating ?? [])
        coordinating.remove(lead)
        person = separation.owner?.account ?? before.person
        classification = before.classification
        diagnosis = before.diagnosis
        work.level = before.level
    }

    /// What a main case keeps of its duplicates.
    mutating func mind(_ event: CaseEvent) {
        if case .absorbed(let absorption) = event {
            work.duplicates.removeAll { $0.id == absorption.duplicate }
            work.duplicates.append(Duplicate(id: absorption.duplicate, number: absorption.number))
            clock.joint = absorption.due
        } else if case .released(let duplicate, _, let due) = event {
            work.duplicates.removeAll { $0.id == duplicate.id }
            clock.joint = due
        } else if case .jointDueSet(let due) = event {
            clock.joint = due
        }
    }
}
