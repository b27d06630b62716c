/// A sentence of the labelled test set, with what a person says it is.
package struct TriageSample: Sendable, Equatable {
    /// Whether cues were made with it in view (`dev`), or it was kept aside (`test`).
    package var isKeptAside: Bool
    package var kind: Kind
    package var field: FieldCode
    package var text: String

    /// Reads a table: a line of headings, then set, kind, field and text with tabs between them. Throws `Unreadable`.
    package static func read(_ table: String) throws(Unreadable) -> [TriageSample] {
        var samples: [TriageSample] = []
        for (number, line) in table.split(separator: "\n").enumerated().dropFirst() {
            let cells = line.split(separator: "\t", maxSplits: 3).map(String.init)
            guard cells.count == 4, ["dev", "test"].contains(cells[0]), let kind = Kind(rawValue: cells[1]) else {
                throw Unreadable(line: number + 1)
            }
            samples.append(TriageSample(isKeptAside: cells[0] == "test", kind: kind, field: FieldCode(cells[2]), text: cells[3]))
        }
        return samples
    }

    /// A line that is no sample.
    package struct Unreadable: Error, Sendable, Equatable {
        package var line: Int

        package init(line: Int) { self.line = line }
    }
}

/// How often the hints say what a person says.
package struct TriageAccuracy: Sendable, Equatable {
    package var right = 0
    package var total = 0

    package init() {}

    /// Per cent.
    package var share: Double { total == 0 ? 0 : Double(right) * 100 / Double(total) }

    package mutating func count(_ isRight: Bool) {
        total += 1
        if isRight { right += 1 }
    }
}

/// The accuracy over a test set: by kind and by field, all in all and each by itself.
package struct TriageMeasure: Sendable {
    package private(set) var kinds: [Kind: TriageAccuracy] = [:]
    package private(set) var fields: [FieldCode: TriageAccuracy] = [:]
    package private(set) var kind = TriageAccuracy()
    package private(set) var field = TriageAccuracy()
    /// The samples that were taken for something else, with the hints.
    package private(set) var missed: [(sample: TriageSample, hints: TriageHints)] = []

    package init(_ samples: [TriageSample], catalogue: Catalogue) {
        for sample in samples {
            let hints = TriageHints.of(sample.text, catalogue: catalogue)
            // Nothing said is a petition, and of no field in particular.
            let (kind, field) = (hints.kind?.value ?? .regulation, hints.field?.value ?? TriageCues.otherField)
            kinds[sample.kind, default: TriageAccuracy()].count(kind == sample.kind)
            fields[sample.field, default: TriageAccuracy()].count(field == sample.field)
            self.kind.count(kind == sample.kind)
            self.field.count(field == sample.field)
            if kind != sample.kind || field != sample.field { missed.append((sample, hints)) }
        }
    }
}
