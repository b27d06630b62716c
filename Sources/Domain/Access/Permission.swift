/// Everything that somebody may be allowed to do. A verb's name is its permission, its word in the history and in the ledger.
package enum Permission: String, CaseIterable, Sendable, Codable {
    // Steps of a case.
    case screen, decline, transfer, ask, tell, resume, diagnose, assign, giveBack, note, draft, submit, returnDraft, approve, invite, nameReaders
    // Many hands.
    case split, advise, escalate, direct, handOff, takeOver, sendBack, withdrawOffer, askExtension, extend, refuseExtension, excuse, joinCause,
        visit, merge, unmerge
    // The sender's own steps.
    case supply, rate, reopen
    // Taking in: by the sender himself, and by an officer on his behalf.
    case receive, takeIn
    // Looking and running.
    case view, readReports, administer

    /// The steps that belong to a case and that a page may offer on it, in the order in which they are offered.
    package static let steps: [Permission] = [
        .screen, .diagnose, .assign, .draft, .submit, .approve, .returnDraft, .ask, .tell, .resume, .giveBack, .transfer, .decline, .note,
        .split, .takeOver, .sendBack, .direct, .escalate, .advise, .extend, .refuseExtension, .invite, .visit, .handOff, .withdrawOffer,
        .askExtension, .excuse, .joinCause, .merge, .unmerge, .nameReaders,
    ]
}
