import Domain
import Storage

extension Turn {
    /// What follows from an event outside the case: what the sender is told. One exhaustive switch, so that a new event cannot be
    /// forgotten here.
    func react(to event: CaseEvent, on petition: Case) throws {
        if case .supplied = event { try endCalls(about: petition) }
        if case .resumed = event { try endCalls(about: petition) }
        guard let text = told(of: event, petition) else { return }
        guard let contact = try ContactStore.load(petition.contact, tx) else { return }
        if try !isToldByMain(event, petition, contact) { try send(text, to: contact, about: petition, weight: weight(of: event)) }
        try SearchIndex.add(petition.id, text: searchable(event), tx)
    }

    /// What must reach the sender, and what he finds on the page of his case as well.
    private func weight(of event: CaseEvent) -> Outgoing.Weight {
        switch event {
        case .asked: .question
        case .approved, .declined, .transferred: .reply
        case .received, .wrote, .supplied, .screened, .resumed, .diagnosed, .assigned, .gaveBack, .noted, .told, .drafted, .submitted,
            .draftReturned, .rated, .reopened, .inherited, .split, .tookOver, .joined, .extended, .excused, .invited, .readersNamed,
            .handedOver, .consulted, .advised, .lapsed, .escalated, .directed, .offered, .decisionAsked, .sentBack, .offerWithdrawn,
            .extensionAsked, .extensionRefused, .clockSet, .recomputed, .endorsed, .leftCause, .partyMoved, .merged, .followed, .separated,
            .absorbed, .released, .jointDueSet, .duplicateWrote:
            .notice
        }
    }

    private func told(of event: CaseEvent, _ petition: Case) -> SenderText? {
        switch event {
        case .asked(let question): SenderTexts.asked(question, petition, settings)
        case .supplied: SenderTexts.supplied(petition)
        case .assigned(let assignment): SenderTexts.assigned(assignment.unitName, petition, settings)
        case .declined(let reason): SenderTexts.declined(reason, petition, settings)
        case .transferred(_, let body, _): SenderTexts.transferred(body, petition, settings)
        case .approved(let answer): answered(answer, petition)
        case .rated(let rating): rating.satisfied ? SenderTexts.thanksForRating : nil
        case .reopened: SenderTexts.reopened(petition)
        case .inherited(let inheritance): SenderTexts.inherited(inheritance, petition, settings)
        case .split(let item, _): SenderTexts.split(item, petition, settings)
        case .tookOver(_, let unit, _): SenderTexts.assigned(unit, petition, settings)
        case .joined(_, let title, _, let unit, _): SenderTexts.joined(title, unit, petition, settings)
        case .extended(_, let reason, let due): SenderTexts.extended(reason, due, petition, settings)
        // Towards the sender of a main case nothing is late as long as only a duplicate is.
        case .excused(let excuse): petition.clock.isOwnLate(at: now) ? SenderTexts.excused(excuse, petition, settings) : nil
        case .merged(let merging): merging.along == nil ? SenderTexts.merged(petition, settings) : nil
        case .absorbed(let absorption): absorption.tells ? SenderTexts.merged(petition, settings) : nil
        case .followed(let main, let tells): tells ? SenderTexts.assigned(main.leadName, petition, settings) : nil
        case .separated: SenderTexts.separated(petition, settings)
        case .invited, .readersNamed, .handedOver, .consulted, .advised, .lapsed, .escalated, .directed, .offered, .decisionAsked, .sentBack,
            .offerWithdrawn, .extensionAsked, .extensionRefused, .clockSet, .recomputed, .endorsed, .leftCause, .partyMoved,
            .released, .jointDueSet, .duplicateWrote:
            nil
        case .received, .wrote, .screened, .resumed, .diagnosed, .gaveBack, .noted, .told, .drafted, .submitted, .draftReturned: nil
        }
    }

    /// An item of a letter is told of in short: its answer comes with those of the others.
    private func answered(_ answer: AnswerDraft, _ petition: Case) -> SenderText {
        guard let item = petition.item else { return SenderTexts.answered(answer, petition, settings) }
        return SenderTexts.itemAnswered(item, petition, settings)
    }

    private func searchable(_ event: CaseEvent) -> [String] {
        if case .approved(let answer) = event { [answer.conclusion, answer.explanation] } else { [] }
    }
}
