import Domain
import Storage

// What merged cases owe each other: whatever happens to the main case reaches the senders of its duplicates in the same transaction,
// what their senders write reaches the main case, and the main case goes by the earliest promise. All of it hangs on `Turn.record`,
// so that no verb can forget it.
extension Turn {
    /// The case as it stands when everything has followed that an event of it brings to others.
    func passOn(_ event: CaseEvent, from before: Case, to after: Case) throws -> Case {
        if before.hasDuplicates, !after.isMerged { return try lead(event, of: after) }
        guard before.isMerged, after.merger != nil else { return after }
        try tell(event, of: after)
        if before.clock.own != after.clock.own { try settleJointDue(of: after) }
        return after
    }

    /// Takes the duplicates along with their main case.
    private func lead(_ event: CaseEvent, of main: Case) throws -> Case {
        let duplicates = try MergingStore.duplicates(of: main.id, tx)
        if duplicates.isEmpty { return main }
        let (rules, leadName) = (try rules(), try OrganisationStore.unit(main.lead, tx)?.name ?? "")
        var isNews = false
        for duplicate in duplicates {
            var current = duplicate
            // First who answers for it, so that a sender who comes back finds whoever gave the answer.
            if let aligning = current.aligned(with: main, leadName: leadName) { (current, isNews) = (try record(aligning, on: current), true) }
            if let following = current.following(event, of: main, at: now, rules: rules) {
                try record(following, on: current)
                isNews = true
            }
        }
        return isNews ? try CaseStore.load(main.id, tx) ?? main : main
    }

    /// What the sender of a duplicate writes lies before whoever works on the main case, and ends a standstill.
    private func tell(_ event: CaseEvent, of duplicate: Case) throws {
        switch event {
        case .wrote, .supplied: break
        case .received, .screened, .declined, .transferred, .asked, .resumed, .diagnosed, .assigned, .gaveBack, .noted, .told, .drafted, .submitted,
            .draftReturned, .approved, .rated, .reopened, .invited, .readersNamed, .inherited, .handedOver, .split, .consulted, .advised,
            .lapsed, .escalated, .directed, .offered, .decisionAsked, .tookOver, .sentBack, .offerWithdrawn, .extensionAsked, .extended,
            .extensionRefused, .excused, .clockSet, .recomputed, .endorsed, .joined, .leftCause, .partyMoved, .merged, .followed, .separated,
            .absorbed, .released, .jointDueSet, .duplicateWrote:
            return
        }
        guard let id = duplicate.merger?.main, let main = try CaseStore.load(id, tx), main.state.isOpen else { return }
        let told = try record(.duplicateWrote(duplicate.number), on: main)
        guard case .supplied(_, let heardAt) = event else { return }
        let reason = "người gửi hồ sơ trùng \(duplicate.number.text) đã bổ sung"
        if let resumed = try told.resumed(reason: reason, heardAt: heardAt, at: now, rules: rules()) { try record(resumed, on: told) }
    }

    /// Whether the sender of a duplicate reads its answer in that of the main case: he sent both, and both answers go the same way. An
    /// item of a letter is told of in short, so that its answer does not stand for another.
    func isToldByMain(_ event: CaseEvent, _ petition: Case, _ contact: Contact) throws -> Bool {
        guard case .approved = event, let id = petition.merger?.main, let main = try CaseStore.load(id, tx), main.item == nil else { return false }
        let ways = [main, petition].map { DeliveryRoute.ways(to: contact, origin: $0.channel, weight: .reply, means: settings.means) }
        return main.contact == contact.id && ways[0] == ways[1]
    }

    /// The main case goes by the earliest promise.
    private func settleJointDue(of duplicate: Case) throws {
        guard let id = duplicate.merger?.main, let main = try CaseStore.load(id, tx), main.hasDuplicates else { return }
        guard let due = try jointDue(of: id), due != main.clock.joint else { return }
        try record(.jointDueSet(due: due), on: main)
    }

    /// The earliest promise to the sender of a duplicate; `nil` without duplicates.
    func jointDue(of main: ID<Case>) throws -> Instant? { try MergingStore.duplicates(of: main, tx).map(\.clock.own).min() }
}
