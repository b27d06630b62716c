import Documents
import Domain

/// What can be done now: the step that is due is the only filled button.
enum CaseActions {
    static func bar(_ steps: [Permission], _ petition: Case, _ actor: Actor, at now: Instant) -> HTML {
        var seen: Set<String> = []
        // Steps that share a page share a link.
        let links = steps.compactMap { step in address(of: step, petition).map { (step, $0) } }.filter { seen.insert($0.1).inserted }
        if links.isEmpty { return .empty }
        let due = links.first { isDue($0.0, petition, at: now) }?.0
        func button(_ link: (step: Permission, address: String)) -> Button { .link(label(link.step, petition, actor), link.address) }
        return buttonRow(primary: links.first { $0.0 == due }.map(button), others: links.filter { $0.0 != due }.map(button))
    }

    private static func label(_ step: Permission, _ petition: Case, _ actor: Actor) -> String {
        step == .approve ? ApprovePage.label(petition, actor) : Terms.action(step)
    }

    /// Whether a step that is open is what the case waits for.
    private static func isDue(_ step: Permission, _ petition: Case, at now: Instant) -> Bool {
        switch step {
        case .takeOver, .direct, .advise, .screen, .resume, .extend: true
        case .diagnose: petition.diagnosis == nil
        case .assign: petition.state == .diagnosing || petition.work.awaitsDecision
        case .excuse: petition.lacksExcuse(at: now)
        // First what is said to the sender about the delay.
        case .draft, .approve: !petition.lacksExcuse(at: now) && !petition.work.awaitsDecision
        case .decline, .transfer, .ask, .giveBack, .note, .tell, .submit, .returnDraft, .invite, .nameReaders, .split, .escalate, .handOff, .sendBack,
            .withdrawOffer, .askExtension, .refuseExtension, .joinCause, .visit, .merge, .unmerge, .supply, .rate, .reopen, .receive, .takeIn, .view,
            .readReports, .administer:
            false
        }
    }

    /// Where a step is taken. Some pages take two: drafting and submitting, approving and returning, accepting and sending back.
    static func address(of step: Permission, _ petition: Case) -> String? {
        let number = petition.number.text
        switch step {
        case .screen: return ScreenPage.path.link(number)
        case .decline: return DeclinePage.path.link(number)
        case .transfer: return TransferPage.path.link(number)
        case .ask: return AskPage.path.link(number)
        case .resume: return ResumePage.path.link(number)
        case .diagnose: return DiagnosePage.path.link(number)
        case .assign: return AssignPage.path.link(number)
        case .giveBack: return GiveBackPage.path.link(number)
        case .note: return NotePage.path.link(number)
        case .tell: return TellPage.path.link(number)
        case .draft, .submit: return DraftPage.path.link(number)
        case .approve, .returnDraft: return ApprovePage.path.link(number)
        case .invite: return ConsultPage.path.link(number)
        case .nameReaders: return ReadersPage.path.link(number)
        case .split: return SplitPage.path.link(number)
        case .advise: return AdvisePage.path.link(number)
        case .escalate: return EscalatePage.path.link(number)
        case .direct: return DirectPage.path.link(number)
        case .handOff: return HandOffPage.path.link(number)
        case .takeOver, .sendBack: return TakeOverPage.path.link(number)
        case .withdrawOffer: return WithdrawOfferPage.path.link(number)
        case .askExtension: return AskExtensionPage.path.link(number)
        case .extend, .refuseExtension: return GrantExtensionPage.path.link(number)
        case .excuse: return ExcusePage.path.link(number)
        case .visit: return VisitsPage.path.link(number)
        case .joinCause: return JoinCausePage.path.link(number)
        case .merge: return MergePage.path.link(number)
        case .unmerge: return UnmergePage.path.link(number)
        case .supply, .rate, .reopen, .receive, .takeIn, .view, .readReports, .administer: return nil
        }
    }
}
