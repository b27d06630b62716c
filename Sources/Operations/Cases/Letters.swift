import Domain
import Storage

extension Turn {
    /// A letter with several items closes by itself when its last item does, with one answer to all of them, and opens again with any
    /// of them.
    func settleLetter(of petition: Case, before: Case) throws {
        guard let item = petition.item, petition.state.isOpen != before.state.isOpen else { return }
        guard let letter = try SubmissionStore.load(item.submission, tx) else { return }
        if petition.state.isOpen {
            if letter.closedAt != nil { try SubmissionStore.close(letter.id, at: nil, tx) }
            return
        }
        let items = try SubmissionStore.items(letter.id, tx)
        guard items.count == item.of, items.allSatisfy({ !$0.state.isOpen }) else { return }
        try SubmissionStore.close(letter.id, at: now, tx)
        guard let contact = try ContactStore.load(petition.contact, tx) else { return }
        let answers = try items.map { item in (item, try CaseQueries.answer(to: item.id, tx)) }
        try send(SenderTexts.consolidated(answers, settings), to: contact, about: petition, weight: .reply)
    }
}
