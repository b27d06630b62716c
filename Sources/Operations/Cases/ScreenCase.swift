package import Domain
import Storage

/// Sorts a message and passes it to the diagnosis desk (sàng lọc, phân loại).
package struct ScreenCase: CaseStep {
    package static let permission = Permission.screen
    package let petition: ID<Case>
    package let version: Int
    let classification: Classification
    let remark: String
    let sender: Contact.Person?

    /// - Parameter sender: what the officer found out about the sender, who may have sent one line over Zalo; `nil` leaves it.
    package init(
        petition: ID<Case>, version: Int, classification: Classification, remark: String, sender: Contact.Person? = nil
    ) {
        self.petition = petition
        self.version = version
        self.classification = classification
        self.remark = remark
        self.sender = sender
    }

    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        let screened = try turn.record(decide(current, turn), on: current)
        // Sorted, it may fall under another profile: by kind, field or urgency.
        let rules = try turn.rules()
        let profile = try rules.profile(for: classification, on: screened.receivedAt.day).under(turn.parameters(for: screened))
        guard let event = screened.setClock(profile, rules: rules) else { return screened }
        return try turn.record(event, on: screened)
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        let catalogue = try turn.catalogue()
        var list = ProblemList()
        if let field = classification.field, catalogue.name(of: field) == nil { list.add("field", .unknownCode) }
        if let area = classification.area, catalogue.name(of: area) == nil { list.add("area", .unknownCode) }
        if let sender { list.add(sender.problems) }
        try list.refuse()
        if let accused = classification.complainedOf, try OrganisationStore.unit(accused, turn.tx) == nil { throw Refusal.noSuch(.unit) }
        var subject = current.subject
        (subject.field, subject.area) = (classification.field, classification.area)
        let owner = try turn.owner(of: subject, at: .diagnosis, turn: current.number.serial)
        let event = try current.screen(classification, remark: remark, owner: owner, by: turn.actor, at: turn.now)
        if let sender { try turn.know(sender, of: current) }
        return event
    }
}

extension Turn {
    /// Keeps what an officer found out about a sender.
    fileprivate func know(_ person: Contact.Person, of petition: Case) throws {
        guard var contact = try ContactStore.load(petition.contact, tx), contact.person != person else { return }
        contact.person = person
        try ContactStore.save(contact, tx)
        try SearchIndex.add(petition.id, text: [person.organisation, person.name, person.taxCode], tx)
    }
}
