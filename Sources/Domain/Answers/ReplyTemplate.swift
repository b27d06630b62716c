/// A text that answers begin with (mẫu trả lời): for a field and an outcome, with places that the case fills in.
package struct ReplyTemplate: Sendable, Equatable {
    package var id: ID<ReplyTemplate>
    package var name: String
    /// `nil`: for every field.
    package var field: FieldCode?
    /// `nil`: for every outcome.
    package var outcome: Outcome?
    package var conclusion: String
    package var explanation: String
    package var legalBasis: String
    /// One line for each thing promised: who, a colon, what. May be empty; the day is for the drafter to set.
    package var commitments: String
    /// Since when it is no longer offered.
    package var retiredAt: Instant?

    package init(
        id: ID<ReplyTemplate>, name: String, field: FieldCode? = nil, outcome: Outcome? = nil, conclusion: String, explanation: String = "",
        legalBasis: String = "", commitments: String = "", retiredAt: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.field = field
        self.outcome = outcome
        self.conclusion = conclusion
        self.explanation = explanation
        self.legalBasis = legalBasis
        self.commitments = commitments
        self.retiredAt = retiredAt
    }

    /// What a case puts into a template (ô điền).
    package enum Placeholder: String, CaseIterable, Sendable {
        /// The number of the case.
        case number = "so"
        /// The lead unit.
        case unit = "don_vi"
        /// The day on which the answer is due.
        case due = "han"
        case field = "linh_vuc"
        /// The firm or the person who wrote.
        case sender = "nguoi_gui"

        /// As it stands in a template.
        package var mark: String { "{\(rawValue)}" }
    }

    /// The template with the words of a case in its places. What a case does not know stays as a mark, so that the drafter sees it.
    package func filled(_ values: [Placeholder: String]) -> ReplyTemplate {
        var copy = self
        for part in Self.texts {
            copy[keyPath: part.path] = MarkedText(self[keyPath: part.path]).filled { Placeholder(rawValue: $0).flatMap { values[$0] } }
        }
        return copy
    }

    /// What is promised, line by line: who and what. A line without a colon promises for `unit`.
    package func promises(by unit: String) -> [(who: String, what: String)] {
        commitments.split(separator: "\n").map { line in
            let parts = line.split(separator: ":", maxSplits: 1).map { CleanText(line: String($0)).text }
            return parts.count == 2 ? (parts[0], parts[1]) : (unit, parts.first ?? "")
        }.filter { !$0.1.isEmpty }
    }

    /// Whether it suits a case of that field whose answer has that outcome; what is not yet known rules nothing out.
    package func suits(field: FieldCode?, outcome: Outcome?) -> Bool {
        (self.field == nil || field == nil || self.field == field) && (self.outcome == nil || outcome == nil || self.outcome == outcome)
    }

    /// What keeps it from being kept.
    package var problems: [Problem] {
        var list = ProblemList()
        list.text("templateName", name, atLeast: 3, atMost: 120)
        list.text("conclusion", conclusion, atLeast: 10, atMost: 2000)
        list.text("explanation", explanation, atLeast: 0, atMost: 10_000)
        list.text("legalBasis", legalBasis, atLeast: 0, atMost: 2000)
        list.text("templateCommitments", commitments, atLeast: 0, atMost: 2000)
        if promises(by: "-").count > Self.mostPromises { list.add("templateCommitments", .tooManyLines(Self.mostPromises)) }
        for part in Self.texts {
            let known = Placeholder.allCases.map(\.rawValue)
            for mark in MarkedText(self[keyPath: part.path]).names where !known.contains(mark) {
                list.add(part.field, .unknownPlaceholder(mark, known: known))
            }
        }
        return list.problems
    }

    /// Lines of promises that the form of an answer has.
    package static let mostPromises = 3

    // Computed: a stored key path is not Sendable.
    private static var texts: [(path: WritableKeyPath<ReplyTemplate, String>, field: String)] {
        [
            (\.conclusion, "conclusion"), (\.explanation, "explanation"), (\.legalBasis, "legalBasis"),
            (\.commitments, "templateCommitments"),
        ]
    }
}
