package import Domain
import Storage

/// Keeps a template of answers, new or changed (ghi mẫu trả lời). Answers that were made from it before stay as they went out.
package struct KeepTemplate: Operation {
    package static let permission = Permission.administer
    let existing: ID<ReplyTemplate>?
    let entry: TemplateEntry

    /// - Parameter existing: the template that is changed; `nil`: a new one.
    package init(_ existing: ID<ReplyTemplate>?, _ entry: TemplateEntry) {
        self.existing = existing
        self.entry = entry
    }

    package func perform(_ turn: Turn) throws -> ReplyTemplate {
        if let existing {
            guard let before = try ReplyTemplateStore.load(existing, turn.tx) else { throw Refusal.noSuch(.template) }
            if before.retiredAt != nil { throw Refusal.isOver }
        }
        let template = entry.template(existing ?? turn.newID())
        var list = ProblemList()
        list.add(template.problems)
        if let field = entry.field, try turn.catalogue().name(of: field) == nil { list.add("field", .unknownCode) }
        try list.refuse()
        try ReplyTemplateStore.save(template, turn.tx)
        try turn.note(.templateKept(name: template.name))
        return template
    }
}

/// What is typed of a template.
package struct TemplateEntry: Sendable, Equatable {
    package var name: String
    package var field: FieldCode?
    package var outcome: Outcome?
    package var conclusion: String
    package var explanation: String
    package var legalBasis: String
    package var commitments: String

    package init(
        name: String, field: FieldCode? = nil, outcome: Outcome? = nil, conclusion: String, explanation: String = "",
        legalBasis: String = "", commitments: String = ""
    ) {
        self.name = name
        self.field = field
        self.outcome = outcome
        self.conclusion = conclusion
        self.explanation = explanation
        self.legalBasis = legalBasis
        self.commitments = commitments
    }

    fileprivate func template(_ id: ID<ReplyTemplate>) -> ReplyTemplate {
        ReplyTemplate(
            id: id, name: name, field: field, outcome: outcome, conclusion: conclusion, explanation: explanation, legalBasis: legalBasis,
            commitments: commitments)
    }
}
