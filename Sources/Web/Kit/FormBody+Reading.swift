package import Domain

extension FormBody {
    /// A body made in code: what stands in a form when it is opened.
    package init(values: [String: String?]) {
        var fields = Fields()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            if let value { fields.append(name, value) }
        }
        self.init(fields: fields)
    }

    /// What was typed on several lines, cleaned.
    package func words(_ name: String) -> String { CleanText(self[name] ?? "").text }

    /// What was typed on one line, cleaned.
    package func line(_ name: String) -> String { CleanText(line: self[name] ?? "").text }

    /// One of a closed list; `nil` when nothing was chosen. Throws `Refusal.invalid` for a word that is not on it.
    package func choice<Choice: RawRepresentable<String>>(_ name: String) throws(Refusal) -> Choice? {
        guard let word = self[name], !word.isEmpty else { return nil }
        guard let choice = Choice(rawValue: word) else { throw .invalid([Problem(name, .unknownCode)]) }
        return choice
    }
}

extension String {
    /// `nil` when there is nothing.
    package var nonEmpty: String? { isEmpty ? nil : self }
}
