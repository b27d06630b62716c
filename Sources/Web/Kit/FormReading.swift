package import Domain

/// Reads what was typed and collects what cannot be read, so that a person sees all of it at once. A value that is missing or
/// unreadable is answered by a stand-in, which goes no further: `finish` refuses.
package struct FormReading {
    private let form: FormBody
    private var list = ProblemList()

    package init(_ form: FormBody) { self.form = form }

    /// Throws `Refusal.invalid` when something could not be read.
    package func finish() throws(Refusal) { try list.refuse() }

    package mutating func add(_ field: String, _ fault: Problem.Fault) { list.add(field, fault) }

    /// A day that must be there.
    package mutating func day(_ name: String) -> Day {
        if form.line(name).isEmpty { list.add(name, .missing) }
        return dayIfAny(name) ?? Day(number: 0)
    }

    package mutating func dayIfAny(_ name: String) -> Day? {
        let text = form.line(name)
        if text.isEmpty { return nil }
        guard let day = Day(typed: text) else {
            list.add(name, .dateUnreadable)
            return nil
        }
        return day
    }

    /// A document by the fields `name`, `nameDate`, `nameTitle`; all empty: none.
    package mutating func decisionIfAny(_ name: String) -> Decision? {
        let filled = [name, "\(name)Date", "\(name)Title"].contains { !form.line($0).isEmpty }
        return filled ? decision(name) : nil
    }

    /// A document that must be there, with number and date.
    package mutating func decision(_ name: String) -> Decision {
        let number = form.line(name)
        if number.isEmpty { list.add(name, .missing) }
        return Decision(number: number, date: day("\(name)Date"), title: form.line("\(name)Title"))
    }

    /// One of a list of things by id.
    package mutating func id<Owner>(_ name: String) -> ID<Owner> {
        if form.line(name).isEmpty { list.add(name, .missing) }
        return idIfAny(name) ?? ID(at: Instant(milliseconds: 0), chance: [])
    }

    package mutating func idIfAny<Owner>(_ name: String) -> ID<Owner>? {
        let text = form.line(name)
        if text.isEmpty { return nil }
        let id = ID<Owner>(text)
        if id == nil { list.add(name, .unknownCode) }
        return id
    }

    /// One of a closed list.
    package mutating func choice<Choice: RawRepresentable<String>>(_ name: String, else stand: Choice) -> Choice {
        guard let word = form[name], !word.isEmpty else {
            list.add(name, .missing)
            return stand
        }
        guard let choice = Choice(rawValue: word) else {
            list.add(name, .unknownCode)
            return stand
        }
        return choice
    }

    /// A whole number; empty is `nil`.
    package mutating func numberIfAny(_ name: String) -> Int? {
        let text = form.line(name)
        if text.isEmpty { return nil }
        let number = Int(text)
        if number == nil { list.add(name, .unknownCode) }
        return number
    }

    /// A whole number that must be there.
    package mutating func number(_ name: String) -> Int {
        if form.line(name).isEmpty { list.add(name, .missing) }
        return numberIfAny(name) ?? 0
    }

    /// A text that must be there.
    package mutating func line(_ name: String) -> String {
        let text = form.line(name)
        if text.isEmpty { list.add(name, .missing) }
        return text
    }

    /// Fields and areas, each of which stands in the catalogue.
    package mutating func scope(in catalogue: Catalogue) -> (fields: [FieldCode], areas: [AreaCode]) {
        let fields = form.all("fields").map { FieldCode($0) }
        let areas = form.all("areas").map { AreaCode($0) }
        if fields.contains(where: { catalogue.name(of: $0) == nil }) { list.add("fields", .unknownCode) }
        if areas.contains(where: { catalogue.name(of: $0) == nil }) { list.add("areas", .unknownCode) }
        return (fields, areas)
    }

    /// The one file of a form, if any.
    package mutating func file() -> UploadedFile? {
        let files = uploads(form)
        if files.count > 1 { list.add("files", .tooManyFiles(1)) }
        return files.first
    }
}

extension Day {
    /// Reads what a date field sends, and what a person types: `2026-11-30` or `30/11/2026`.
    init?(typed text: String) {
        if let day = Day(iso: text) {
            self = day
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
        self.init(year, month, day)
    }
}
