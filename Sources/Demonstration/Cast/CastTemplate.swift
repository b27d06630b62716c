package import Domain
import Operations

/// A template that answers begin with (mẫu trả lời).
package struct CastTemplate: Sendable, Decodable {
    package var name: String
    package var field: FieldCode?
    package var outcome: Outcome?
    package var conclusion: String
    package var explanation: String
    package var legalBasis: String
    package var commitments: String

    var entry: TemplateEntry {
        TemplateEntry(
            name: name, field: field, outcome: outcome, conclusion: conclusion, explanation: explanation, legalBasis: legalBasis,
            commitments: commitments)
    }
}
