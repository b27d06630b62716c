/// What happened to a case: its journal (nhật ký), the cause of letters and messages, and the only way in which it changes.
package enum CaseEvent: Sendable, Equatable, Codable {
    /// `origin`: the list of another system that it came in with; `noted` where an officer noted the receipt afterwards: the event stands
    /// at the moment of the noting.
    case received(due: Instant, owner: Owner? = nil, origin: ImportOrigin? = nil, noted: Backdating? = nil)
    /// The sender wrote again within the open conversation.
    case wrote
    case screened(Classification, remark: String, owner: Owner? = nil)
    case declined(reason: String)
    case transferred(as: Kind?, to: String, reason: String)
    /// The sender is asked for more; the clock stops.
    case asked(question: String)
    /// The sender gave more; the clock runs again towards the new due date. `heardAt`: when he did, where an officer noted it afterwards.
    case supplied(due: Instant, heardAt: Instant? = nil)
    /// An officer starts the clock again without an answer of the sender; `heardAt` where somebody else's answer, noted afterwards, did.
    case resumed(reason: String, due: Instant, heardAt: Instant? = nil)
    case diagnosed(Diagnosis)
    case assigned(Assignment)
    case gaveBack(reason: String, owner: Owner? = nil)
    case noted(Note)
    /// An officer wrote to the sender.
    case told(Telling)
    case drafted(AnswerDraft)
    case submitted
    case draftReturned(reason: String)
    /// The answer that went out.
    case approved(AnswerDraft)
    case rated(Rating)
    case reopened(reason: String, due: Instant)
    /// Another unit is asked to co-ordinate.
    case invited(Invitation)
    /// Persons who may open the restricted case from now on.
    case readersNamed([Reader])
    /// The lead's work went to another unit: same number, same clock, same drafts.
    case inherited(Inheritance)
    /// The task force ended; another one answers for the case.
    case handedOver(to: ID<Team>, name: String)
    /// The letter that it came in holds several petitions; this one is an item of it now.
    case split(SubmissionItem, title: String)
    /// A unit is asked for its opinion by a date.
    case consulted(Consultation)
    case advised(unit: ID<Unit>, unitName: String, Opinion)
    /// The date of a question passed in silence.
    case lapsed(unit: ID<Unit>, unitName: String, silence: Consultation.Silence)
    /// Put before a higher level.
    case escalated(Escalation)
    /// A directive came down.
    case directed(Directive)
    /// Another unit is asked to take the case over.
    case offered(Offer)
    /// Transfers are used up: the standing deputy is asked to decide. `to` is the unit proposed, `nil`: the diagnosis desk.
    case decisionAsked(to: ID<Unit>?, toName: String, reason: String)
    case tookOver(unit: ID<Unit>, unitName: String, owner: Owner?)
    case sentBack(unit: ID<Unit>, unitName: String, reason: String)
    case offerWithdrawn(unit: ID<Unit>, unitName: String)
    case extensionAsked(ExtensionRequest)
    case extended(days: Int, reason: String, due: Instant)
    case extensionRefused(reason: String)
    /// Late, with the reason and the date that is promised now.
    case excused(Excuse)
    /// Another profile holds, because the case was sorted.
    case clockSet(DeadlineProfile, due: Instant)
    /// The calendar changed.
    case recomputed(reason: String, due: Instant)
    /// Signed at a level below the one that answers.
    case endorsed(Signature)
    /// Grouped with others of the same cause, under the unit that answers for all.
    case joined(cause: ID<CommonCause>, title: String, unit: ID<Unit>, unitName: String, owner: Owner? = nil)
    case leftCause(reason: String)
    /// A unit that was asked, or that the case was offered to, ended; its successor answers.
    case partyMoved(from: ID<Unit>, to: ID<Unit>, toName: String)
    /// The case is a duplicate and is dealt with in another one.
    case merged(Merging)
    /// The main case has another lead, person, sorting or level; whether the sender is told who leads.
    case followed(Following, tells: Bool)
    /// A case of its own again.
    case separated(Separation)
    /// A duplicate was taken in.
    case absorbed(Absorption)
    /// A duplicate went its own way; the earliest promise among those that are left, if any is.
    case released(Duplicate, reason: String, due: Instant?)
    /// The earliest promise among the duplicates is another one now.
    case jointDueSet(due: Instant)
    /// The sender of a duplicate wrote.
    case duplicateWrote(CaseNumber)
}

extension CaseEvent {
    /// The event's word in the journal, by which it can be found.
    package var verb: String {
        switch self {
        case .received: "received"
        case .wrote: "wrote"
        case .screened: "screened"
        case .declined: "declined"
        case .transferred: "transferred"
        case .asked: "asked"
        case .supplied: "supplied"
        case .resumed: "resumed"
        case .diagnosed: "diagnosed"
        case .assigned: "assigned"
        case .gaveBack: "gaveBack"
        case .noted: "noted"
        case .told: "told"
        case .drafted: "drafted"
        case .submitted: "submitted"
        case .draftReturned: "draftReturned"
        case .approved: "approved"
        case .rated: "rated"
        case .reopened: "reopened"
        case .invited: "invited"
        case .readersNamed: "readersNamed"
        case .inherited: "inherited"
        case .handedOver: "handedOver"
        case .split: "split"
        case .consulted: "consulted"
        case .advised: "advised"
        case .lapsed: "lapsed"
        case .escalated: "escalated"
        case .directed: "directed"
        case .offered: "offered"
        case .decisionAsked: "decisionAsked"
        case .tookOver: "tookOver"
        case .sentBack: "sentBack"
        case .offerWithdrawn: "offerWithdrawn"
        case .extensionAsked: "extensionAsked"
        case .extended: "extended"
        case .extensionRefused: "extensionRefused"
        case .excused: "excused"
        case .clockSet: "clockSet"
        case .recomputed: "recomputed"
        case .endorsed: "endorsed"
        case .joined: "joined"
        case .leftCause: "leftCause"
        case .partyMoved: "partyMoved"
        case .merged: "merged"
        case .followed: "followed"
        case .separated: "separated"
        case .absorbed: "absorbed"
        case .released: "released"
        case .jointDueSet: "jointDueSet"
        case .duplicateWrote: "duplicateWrote"
        }
    }
}
