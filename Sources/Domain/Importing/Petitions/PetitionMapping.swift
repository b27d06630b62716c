/// Which column of a list holds what (cách ghép cột): one entry a column of the list, `nil` for those that are not read.
package struct PetitionMapping: Sendable, Equatable {
    package private(set) var columns: [PetitionColumn?]

    package init(_ columns: [PetitionColumn?]) { self.columns = columns }

    /// What the heads say by themselves. Each column is read once: the head that names it most surely wins, of equals the first.
    package init(proposedFor heads: [String]) {
        columns = Array(repeating: nil, count: heads.count)
        var claims: [(surety: Int, length: Int, place: Int, column: PetitionColumn)] = []
        for (place, head) in heads.enumerated() {
            let head = PetitionColumn.normalised(head)
            if head.isEmpty { continue }
            for column in PetitionColumn.allCases {
                let fit = column.fit(head)
                if fit.surety > 0 { claims.append((fit.surety, fit.length, place, column)) }
            }
        }
        claims.sort { ($1.surety, $1.length, $0.place) < ($0.surety, $0.length, $1.place) }
        var taken: Set<PetitionColumn> = []
        for claim in claims where columns[claim.place] == nil && !taken.contains(claim.column) {
            columns[claim.place] = claim.column
            taken.insert(claim.column)
        }
    }

    /// Where a column stands; `nil` when it is not read.
    package func place(of column: PetitionColumn) -> Int? { columns.firstIndex(of: column) }

    /// A column that is named twice.
    package var doubled: PetitionColumn? {
        PetitionColumn.allCases.first { column in columns.count { $0 == column } > 1 }
    }

    /// The same with one head read as something else, and that something read nowhere else.
    package func reading(_ place: Int, as column: PetitionColumn?) -> PetitionMapping {
        var changed = self
        guard columns.indices.contains(place) else { return self }
        for other in columns.indices where column != nil && columns[other] == column { changed.columns[other] = nil }
        changed.columns[place] = column
        return changed
    }

    /// How many columns are read.
    var count: Int { columns.count { $0 != nil } }

    /// As it is stored: raw words with commas between them.
    package var stored: String { columns.map { $0?.rawValue ?? "" }.joined(separator: ",") }

    package init(stored: String) {
        columns = stored.split(separator: ",", omittingEmptySubsequences: false).map { PetitionColumn(rawValue: String($0)) }
    }
}
