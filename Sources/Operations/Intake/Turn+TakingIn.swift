import Domain
import Storage

/// What the verbs of the intake desk share.
extension Turn {
    /// What makes the same words of the same form sent twice one approach. Other words under an old key, from a page that somebody went
    /// back to, are not the same and are not lost. Throws `Refusal` for a key that no form of ours made.
    func key(_ formKey: String, _ text: String) throws -> String {
        guard (16...64).contains(formKey.utf8.count) else { throw Refusal.invalid([Problem("formKey", .missing)]) }
        return contentHash(Array("\(formKey) \(text)".utf8))
    }

    /// The case that the same words of the same form already made or were written into.
    func known(_ key: String) throws -> Case? {
        try InteractionStore.byKey(key, tx)?.petition.flatMap { try CaseStore.load($0, tx) }
    }

    /// How far back a receipt may lie: by the calendar and the regulation in force.
    func backdatingLimits() throws -> (calendar: WorkingCalendar, days: Int) {
        (try rules().calendar, try office.parameters(of: team()?.id, tx).mostBackdating)
    }

    /// A case that whoever acts may see. Throws `Refusal`.
    func visible(_ number: CaseNumber) throws -> Case {
        guard let petition = try CaseStore.find(number.text, tx) else { throw Refusal.noSuch(.petition) }
        guard Rights.allow(actor, .view, on: petition.subject) else { throw Refusal.notPermitted(.view) }
        return petition
    }

    /// The contact behind what is taken in: known or new; `nil` when nothing was said of who it is.
    func contact(of draft: IntakeDraft) throws -> Contact? {
        var person = draft.person
        person.isOrganisation = !person.organisation.isEmpty || !person.taxCode.isEmpty
        guard person != Contact.Person() else { return nil }
        return try contact(of: person, on: draft.channel)
    }

    private func nobody(on channel: Channel) throws -> Contact {
        let contact = Contact(id: newID(), channel: channel, address: nil, person: Contact.Person(), lastAt: now)
        try ContactStore.insert(contact, at: now, tx)
        return contact
    }

    /// The known sender who is this person, with what was said now; else a new contact.
    private func contact(of person: Contact.Person, on channel: Channel) throws -> Contact {
        let candidates = try CallerQueries.candidates(phone: person.phoneKey, taxCode: person.taxCodeKey, tx)
        guard var known = KnownSender.choose(person, among: candidates) else {
            let contact = Contact(id: newID(), channel: channel, address: nil, person: person, lastAt: now)
            try ContactStore.insert(contact, at: now, tx)
            return contact
        }
        known.person.take(person)
        known.lastAt = now
        try ContactStore.save(known, tx)
        return known
    }

    /// Opens a case of what an officer wrote down.
    func open(_ draft: IntakeDraft, key: String) throws -> (petition: Case, message: Message) {
        // A caller who said nothing of himself still has a case, and so a contact.
        let contact = try contact(of: draft) ?? nobody(on: draft.channel)
        return try open(
            CaseOpening(
                contact: contact, title: draft.title.isEmpty ? nil : draft.title, text: draft.text, classification: draft.classification,
                isProtected: draft.wantsProtection, formKey: key, sentAt: draft.receivedAt ?? now, noted: draft.backdating,
                channel: draft.channel))
    }
}
