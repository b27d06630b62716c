import Database
import Documents
import Domain
import Storage

/// What the form of an answer opens with when a drafter has chosen a template (`?mau=`) or an earlier answer (`?theo=`).
enum DraftSuggestion {
    /// The fields that the choice fills in; `nil` when the address names none. Days are left to the drafter: what was promised in
    /// another case is due on another day. Throws `Refusal` for a template or an answer that the reader may not use.
    /// - Parameter actor: who drafts; an earlier answer is shown to whoever may open its case.
    static func opening(_ query: QueryString, _ file: CaseFile, by actor: Actor, _ tx: Transaction) throws -> [String: String?]? {
        if let text = query[template]?.nonEmpty {
            guard let id = ID<ReplyTemplate>(text), let template = try ReplyTemplateStore.load(id, tx), template.retiredAt == nil else {
                throw Refusal.noSuch(.template)
            }
            let places = places(of: file, try CatalogueStore.load(tx))
            return values(template.filled(places), by: file.lead.name)
        }
        guard let number = query[earlier]?.nonEmpty else { return nil }
        guard let other = try CaseQueries.file(number, tx), !other.petition.isRestricted,
            let answer = other.events.reversed().lazy.compactMap(\.event.answer).first
        else { throw Refusal.noSuch(.petition) }
        guard Rights.allow(actor, .view, on: other.petition.subject) else { throw Refusal.notPermitted(.view) }
        return values(answer, withoutNamesOf: other.contact.person)
    }

    /// The parameters of the draft's address.
    static let template = "mau"
    static let earlier = "theo"

    /// What the case puts into the places of a template.
    static func places(of file: CaseFile, _ catalogue: Catalogue) -> [ReplyTemplate.Placeholder: String] {
        let petition = file.petition
        var places: [ReplyTemplate.Placeholder: String] = [
            .number: petition.number.text, .unit: file.lead.name, .due: petition.clock.due.day.vietnamese,
        ]
        places[.field] = petition.classification.field.flatMap { catalogue.name(of: $0) }
        // Whoever wrote over Zalo may be known by nothing yet: the answer is read by him.
        places[.sender] = file.contact.person.display.nonEmpty ?? "Quý vị"
        return places
    }

    private static func values(_ template: ReplyTemplate, by unit: String) -> [String: String?] {
        var values: [String: String?] = ["conclusion": template.conclusion, "explanation": template.explanation]
        if let outcome = template.outcome { values["outcome"] = outcome.rawValue }
        if !template.legalBasis.isEmpty { values["legalBasis"] = template.legalBasis }
        for (index, promise) in template.promises(by: unit).prefix(ReplyTemplate.mostPromises).enumerated() {
            values["who\(index)"] = promise.who
            values["what\(index)"] = promise.what
        }
        return values
    }

    /// An earlier answer speaks of another sender: his names are taken out, so that none goes to a stranger by oversight.
    private static func values(_ answer: AnswerDraft, withoutNamesOf person: Contact.Person) -> [String: String?] {
        func cleared(_ text: String) -> String {
            [person.organisation, person.name].filter { $0.unicodeScalars.count > 3 }
                .reduce(text) { $0.replacing($1, with: "[tên doanh nghiệp]") }
        }
        var values: [String: String?] = [
            "outcome": answer.outcome.rawValue, "conclusion": cleared(answer.conclusion), "explanation": cleared(answer.explanation),
            "legalBasis": answer.legalBasis,
        ]
        for (index, commitment) in answer.commitments.prefix(ReplyTemplate.mostPromises).enumerated() {
            values["who\(index)"] = cleared(commitment.who)
            values["what\(index)"] = cleared(commitment.what)
        }
        return values
    }
}

extension CaseEvent {
    /// The answer that went out with it.
    fileprivate var answer: AnswerDraft? { if case .approved(let answer) = self { answer } else { nil } }
}
