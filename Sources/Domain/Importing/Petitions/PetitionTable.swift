/// A list of petitions as another system gave it out: a row of heads somewhere near the top, the petitions below.
package struct PetitionTable: Sendable, Equatable {
    /// The number of the row of heads as the person sees it.
    package let headRow: Int
    package let heads: [String]
    package let rows: [ImportTable.Row]

    /// Rows among which the heads are looked for: titles, the name of the office, the period stand above them.
    private static let deepest = 30

    /// Takes rows as they came. The heads are the row that names most columns, by itself or together with the row below where a head
    /// spans several columns; where no row names two, the fullest one. A row of column numbers under the heads is left out, and so
    /// are rows of nothing.
    package init(_ raw: [ImportTable.Row]) throws(ImportFailure) {
        let clean = raw.map { row in ImportTable.Row(number: row.number, cells: row.cells.map { CleanText($0).text }) }
            .filter { row in row.cells.contains { !$0.isEmpty } }
        guard let (index, isDouble, heads) = Self.heads(clean) else {
            throw ImportFailure([ImportProblem(row: nil, column: nil, .noHeads([PetitionColumn.text.head, PetitionColumn.number.head]))])
        }
        headRow = clean[index].number
        var below = clean[(index + (isDouble ? 2 : 1))...]
        if let first = below.first, Self.isNumbering(first) { below = below.dropFirst() }
        let width = max(heads.count, below.map(\.cells.count).max() ?? 0)
        self.heads = heads + Array(repeating: "", count: width - heads.count)
        rows = Array(below)
        if rows.isEmpty { throw ImportFailure([ImportProblem(row: headRow, column: nil, .noRows)]) }
    }

    private static func heads(_ rows: [ImportTable.Row]) -> (index: Int, isDouble: Bool, heads: [String])? {
        var best: (count: Int, index: Int, isDouble: Bool, heads: [String])?
        for (index, row) in rows.prefix(deepest).enumerated() {
            let single = row.cells.map { CleanText(line: $0).text }
            let count = PetitionMapping(proposedFor: single).count
            if count > best?.count ?? 1 { best = (count, index, false, single) }
            guard rows.indices.contains(index + 1), count > 0 else { continue }
            let below = rows[index + 1].cells.map { CleanText(line: $0).text }
            guard PetitionMapping(proposedFor: below).count > 0 else { continue }
            let both = (0..<max(single.count, below.count)).map { place in
                let lower = below.indices.contains(place) ? below[place] : ""
                return lower.isEmpty ? (single.indices.contains(place) ? single[place] : "") : lower
            }
            let together = PetitionMapping(proposedFor: both).count
            if together > max(count, best?.count ?? 1) { best = (together, index, true, both) }
        }
        if let best { return (best.index, best.isDouble, best.heads) }
        let fullest = rows.prefix(deepest).enumerated().max { a, b in
            let (first, second) = (a.element.cells.count { !$0.isEmpty }, b.element.cells.count { !$0.isEmpty })
            return (first, b.offset) < (second, a.offset)
        }
        return fullest.map { ($0.offset, false, $0.element.cells.map { CleanText(line: $0).text }) }
    }

    /// A row such as `(1) (2) (3)` or `1 2 3`.
    private static func isNumbering(_ row: ImportTable.Row) -> Bool {
        let numbers = row.cells.filter { !$0.isEmpty }.map { decimal($0.utf8.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }) }
        return numbers.count >= 3 && numbers.allSatisfy { $0 != nil }
            && zip(numbers, numbers.dropFirst()).allSatisfy { first, second in (first ?? 0) + 1 == second ?? 0 }
    }

    /// What tells lists of one layout from others: their heads.
    package var layout: String { heads.map(PetitionColumn.normalised).joined(separator: "|") }
}
