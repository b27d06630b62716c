/// What an import of petitions would do, row by row.
package struct PetitionImportPlan: Sendable, Equatable {
    /// Rows that were read, in the order of the list.
    package var rows: [Row]
    /// What is wrong; with a single one of these nothing is taken.
    package var problems: [ImportProblem]

    package struct Row: Sendable, Equatable {
        package var petition: ImportedPetition
        package var fate: Fate

        package init(petition: ImportedPetition, fate: Fate) {
            self.petition = petition
            self.fate = fate
        }
    }

    /// What becomes of a row.
    package enum Fate: Sendable, Equatable {
        case new
        /// The same row of the same source came in before, as this case.
        case known(CaseNumber)
        /// The list has the same row twice; this is the other one.
        case repeated(row: Int)
        /// Answered by the source and left there, as whoever imports asked for.
        case left

        package var outcome: Outcome {
            switch self {
            case .new: .new
            case .known: .known
            case .repeated: .repeated
            case .left: .left
            }
        }
    }

    /// What became of a row, in one word.
    package enum Outcome: String, Sendable, Codable {
        case new, known, repeated, left
    }

    package init(rows: [Row] = [], problems: [ImportProblem] = []) {
        self.rows = rows
        self.problems = problems
    }

    package var new: [Row] { rows.filter { $0.fate == .new } }
    package var counts: Counts {
        var counts = Counts(refused: Set(problems.compactMap(\.row)).count)
        for row in rows {
            switch row.fate {
            case .new:
                counts.new += 1
                if row.petition.remarks.contains(where: \.isWarning) { counts.warned += 1 }
            case .known, .repeated: counts.known += 1
            case .left: counts.left += 1
            }
        }
        return counts
    }

    /// How many rows come to what.
    package struct Counts: Sendable, Equatable, Codable {
        package var new = 0
        /// There already, or twice in the list.
        package var known = 0
        /// Of the new ones, those that look like another case.
        package var warned = 0
        package var left = 0
        package var refused = 0

        package init(new: Int = 0, known: Int = 0, warned: Int = 0, left: Int = 0, refused: Int = 0) {
            self.new = new
            self.known = known
            self.warned = warned
            self.left = left
            self.refused = refused
        }
    }
}
