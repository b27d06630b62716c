/// What is wrong in a form, in words, by the name of the input; in the order of the form.
package struct FieldErrors: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    package struct Entry: Sendable, Equatable {
        /// Empty for what concerns the whole form.
        package var field: String
        package var message: String
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        entries = elements.map { Entry(field: $0.0, message: $0.1) }
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// The first message for that input.
    package subscript(field: String) -> String? {
        entries.first { $0.field == field }?.message
    }

    package mutating func add(_ field: String, _ message: String) {
        entries.append(Entry(field: field, message: message))
    }
}
