extension Case {
    /// Whether a step is open to an actor now. Pages offer by it and operations refuse by it, so both always agree.
    package func offers(_ step: Permission, to actor: Actor, at now: Instant) -> Bool {
        refusal(of: step, to: actor, at: now) == nil
    }

    /// Why a step is not open to an actor now; `nil` when it is.
    package func refusal(of step: Permission, to actor: Actor, at now: Instant) -> Refusal? {
        if let refusal = refusal(of: step, to: actor) { return refusal }
        switch step {
        case .submit, .approve: return lacksExcuse(at: now) ? .lateNeedsExcuse : nil
        case .excuse: return clock.isLate(at: now) ? nil : .notLate
        case .askExtension: return clock.isLate(at: now) ? .lateNeedsExcuse : nil
        case .screen, .decline, .transfer, .ask, .resume, .diagnose, .assign, .giveBack, .note, .tell, .draft, .returnDraft, .invite, .nameReaders,
            .split, .advise, .escalate, .direct, .handOff, .takeOver, .sendBack, .withdrawOffer, .extend, .refuseExtension, .joinCause,
            .visit, .merge, .unmerge, .supply, .rate, .reopen, .receive, .takeIn, .view, .readReports, .administer:
            return nil
        }
    }

    func check(_ step: Permission, by actor: Actor) throws(Refusal) {
        if let refusal = refusal(of: step, to: actor) { throw refusal }
    }

    func check(_ step: Permission, by actor: Actor, at now: Instant) throws(Refusal) {
        if let refusal = refusal(of: step, to: actor, at: now) { throw refusal }
    }

    /// What does not depend on the hour.
    func refusal(of step: Permission, to actor: Actor) -> Refusal? {
        guard Rights.allow(actor, step, on: subject) else { return .notPermitted(step) }
        guard state.knows(step) else { return .stateForbids(step, state) }
        if let merger, isMerged, !Self.ownOfDuplicates.contains(step) { return .isMerged(merger.number) }
        switch step {
        case .ask, .decline, .screen: return clock.isPaused ? .waitsForSender : nil
        case .resume, .supply: return clock.isPaused ? nil : .notWaiting
        case .assign: return diagnosis == nil ? .noSuch(.draft) : awaitedDecision(by: actor)
        case .draft: return answering(by: actor)
        case .submit: return clock.isPaused ? .waitsForSender : answering(by: actor) ?? outstanding
        case .approve: return approving(by: actor)
        case .rate: return rating == nil ? nil : .stateForbids(.rate, state)
        case .nameReaders: return isRestricted ? nil : .stateForbids(.nameReaders, state)
        case .split: return item == nil ? (hasDuplicates ? .hasDuplicates : nil) : .isSplit
        case .advise: return advising(by: actor)
        case .escalate: return escalating(by: actor)
        case .direct: return directing(by: actor)
        case .handOff, .giveBack: return passing
        case .withdrawOffer, .takeOver, .sendBack: return work.offer == nil ? .stateForbids(step, state) : nil
        case .askExtension: return work.wantedExtension == nil ? nil : .extensionIsAsked
        case .extend, .refuseExtension: return granting(step, by: actor)
        case .joinCause: return isAnsweredInCommon ? .belongsToCause : nil
        case .merge: return merging(by: actor)
        case .unmerge: return separating(by: actor)
        case .transfer, .diagnose, .note, .tell, .returnDraft, .reopen, .receive, .takeIn, .view, .readReports, .administer, .invite, .excuse,
            .visit:
            return nil
        }
    }

    /// All that is still done in a duplicate; everything else is done in its main case.
    private static let ownOfDuplicates: Set<Permission> = [.view, .note, .tell, .supply, .unmerge]

    /// Who may write an answer: not the unit that is complained about, and not where one answer is written for all of a cause.
    private func answering(by actor: Actor) -> Refusal? {
        if isAnsweredInCommon { return .belongsToCause }
        if let unit = actor.account?.unit, unit == classification.complainedOf { return .complainedOf }
        return nil
    }

    /// What must come before an answer: opinions that were asked for, and the word of whoever it was offered to.
    var outstanding: Refusal? {
        if let owed = owing.first { return .awaitsOpinion(owed.unitName) }
        if let offer = work.offer { return .awaitsReceiver(offer.toName) }
        return work.awaitsDecision ? .awaitsDecision : nil
    }

    private func approving(by actor: Actor) -> Refusal? {
        guard let draft else { return .noSuch(.draft) }
        guard let account = actor.account else { return outstanding }
        if draft.drafter == account.id || work.drafters.contains(account.id) { return .drafterMayNotApprove }
        if account.unit == classification.complainedOf { return .complainedOf }
        if work.signatures.contains(where: { $0.account == account.id }) { return .alreadySigned }
        // Whoever signed last stands below; a second signature of the same level adds nothing.
        if let signed = work.signatures.last, let level = Rights.signingLevel(of: account, on: subject), level <= signed.level {
            return .notAtThisLevel(signed.level)
        }
        return outstanding
    }

    func awaitedDecision(by actor: Actor) -> Refusal? {
        guard work.awaitsDecision, let account = actor.account else { return nil }
        return (Rights.signingLevel(of: account, on: subject) ?? .unit) < .deputy ? .awaitsDecision : nil
    }

    private func advising(by actor: Actor) -> Refusal? {
        guard let account = actor.account else { return work.consultations.contains { $0.opinion == nil } ? nil : .noSuch(.consultation) }
        let own = account.authorities.map(\.unit)
        let isAsked = work.consultations.contains { asked in
            own.contains(asked.unit) && asked.opinion == nil && asked.askedAt == work.consultations.last { $0.unit == asked.unit }?.askedAt
        }
        return isAsked ? nil : .noSuch(.consultation)
    }

    /// The ladder by competence: the unit puts it before the deputy, the deputy before the head, the head before the province.
    private func escalating(by actor: Actor) -> Refusal? {
        let here = work.escalation?.level ?? .unit
        // What all of them have in common goes upward as one proposal.
        if isAnsweredInCommon { return .belongsToCause }
        if here.next == nil { return .notAtThisLevel(here) }
        if let offer = work.offer { return .awaitsReceiver(offer.toName) }
        guard let account = actor.account else { return nil }
        return levels(of: account).contains { reaches($0, here) } ? nil : .notAtThisLevel(here)
    }

    private func directing(by actor: Actor) -> Refusal? {
        guard let here = work.escalation?.level else { return .stateForbids(.direct, state) }
        guard let account = actor.account else { return nil }
        return levels(of: account).contains { reaches($0, here) } ? nil : .notAtThisLevel(here)
    }

    /// A level acts on what lies before it; the head also on what lies before a deputy, and he keeps the papers that go further up.
    private func reaches(_ own: Level, _ here: Level) -> Bool { own == .head ? here >= .deputy : own == here }

    private func levels(of account: Account) -> Set<Level> {
        Set(
            account.authorities.filter { $0.covers(subject) }.compactMap { authority -> Level? in
                switch authority.role {
                case .head: .head
                case .coordinator: .deputy
                case .handler, .approver: authority.unit == lead ? .unit : nil
                case .intake, .diagnosis, .admin: nil
                }
            })
    }

    private var passing: Refusal? {
        if let offer = work.offer { return .awaitsReceiver(offer.toName) }
        if work.awaitsDecision { return .awaitsDecision }
        if work.isDecided { return .isDecided }
        return isAnsweredInCommon ? .belongsToCause : nil
    }

    private func granting(_ step: Permission, by actor: Actor) -> Refusal? {
        guard let wanted = work.wantedExtension else { return .stateForbids(step, state) }
        return wanted.by == actor.account?.id ? .requesterMayNotGrant : nil
    }
}
