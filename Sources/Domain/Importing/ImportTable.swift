/// A table that somebody brings in: heads above, rows below, each with the number that the person sees in his program.
package struct ImportTable: Sendable, Equatable {
    /// The number of the row of heads.
    package let headRow: Int
    package let heads: [String]
    package let rows: [Row]

    /// A row with its cells as text: dates as ISO or as people type them.
    package struct Row: Sendable, Equatable {
        package let number: Int
        package let cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    /// Takes rows as they came. The heads are the first row in which one of the columns is named: many tables have a title above.
    /// Cells are cleaned to one line each, rows of nothing left out.
    /// - Parameter columns: the kind of table that is expected.
    package init<Column: ImportColumn>(_ rows: [Row], of columns: Column.Type) throws(ImportFailure) {
        let clean = rows.map { row in Row(number: row.number, cells: row.cells.map { CleanText(line: $0).text }) }
            .filter { row in row.cells.contains { !$0.isEmpty } }
        // A single column may be named by chance in a title; two are not.
        let named = clean.firstIndex { row in Set(row.cells.compactMap(Column.init(head:))).count >= 2 }
        guard let index = named else { throw ImportFailure([ImportProblem(row: nil, column: nil, .noHeads(Column.allCases.map(\.head)))]) }
        headRow = clean[index].number
        heads = clean[index].cells
        self.rows = Array(clean[(index + 1)...])
    }
}

/// The columns of one kind of table, by the heads that people write above them.
package protocol ImportColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
    /// Other heads that are understood.
    var otherHeads: [String] { get }
    /// Whether the table must have it.
    var isRequired: Bool { get }
}

extension ImportColumn {
    /// The head as templates write it.
    package var head: String { rawValue }

    /// The column that a head names, whatever its capitals, marks and spaces; a star for required columns does not matter.
    init?(head: String) {
        let folded = head.replacing("*", with: "").folded
        guard let found = Self.allCases.first(where: { column in
            ([column.head] + column.otherHeads).contains { $0.folded == folded }
        }) else { return nil }
        self = found
    }
}

/// One thing wrong in a table, with its place.
package struct ImportProblem: Error, Sendable, Equatable {
    /// The row as the person sees it; `nil` when the table as a whole is meant.
    package var row: Int?
    /// The head of the column; `nil` when the row as a whole is meant.
    package var column: String?
    package var fault: Fault

    package init(row: Int?, column: String?, _ fault: Fault) {
        self.row = row
        self.column = column
        self.fault = fault
    }

    package enum Fault: Sendable, Equatable {
        /// There is no row of heads; the heads that are expected.
        case noHeads([String])
        /// A column that must be there is not.
        case noColumn
        /// Two columns bear the same head.
        case columnTwice
        /// There are heads, but no rows below.
        case noRows
        case missing
        /// Longer than this many characters.
        case tooLong(Int)
        /// Shorter than this many characters.
        case tooShort(Int)
        /// Not a code: letters without marks, digits, dots and hyphens.
        case notACode(String)
        /// Neither day/month/year nor ISO, or a day that does not exist.
        case notADate(String)
        /// Not the number and the day of a document.
        case notADocument(String)
        /// Not one of the words that are offered.
        case notOffered(String, [String])
        /// Stands in this row already.
        case doubled(String, row: Int)
        /// Is taken by what is known already.
        case taken(String)
        /// Neither in the table nor known.
        case unknown(String)
        /// The unit stands below itself by way of these codes, beginning and ending with its own.
        case cycle([String])
        /// Ends before it begins.
        case endsBeforeItBegins
        /// The unit ended on this day, and what has ended is not changed.
        case hasEnded(Day)
        /// What is known of the unit holds from this day on; a change must not begin before it.
        case laterVersion(Day)
        /// The unit above is not there on this day.
        case notThere(String, on: Day)
        /// No column of the list was said to hold this.
        case notMapped
        /// Neither a date nor a date with a time, or one that could be read in two ways.
        case notAMoment(String)
        /// Later than now.
        case inFuture(String)
        /// Before this day, too long ago to be still answered.
        case tooOld(String, Day)
        /// More rows than this.
        case tooManyRows(Int)
        /// A unit that lives has cases, people and rules: it ends by a plan that says who goes on.
        case endsByPlan
    }
}

/// All that is wrong in a table: nothing of it is taken.
package struct ImportFailure: Error, Sendable, Equatable {
    /// By row.
    package var problems: [ImportProblem]

    package init(_ problems: [ImportProblem]) {
        self.problems = problems.enumerated().sorted { ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset) }.map(\.element)
    }
}

/// The words in which a table names roles and levels: those that people read everywhere else, handed in by whoever keeps them.
package struct ImportWords: Sendable {
    package var roles: [(word: String, role: Role)]
    package var levels: [(word: String, level: Unit.Level)]

    package init(roles: [(word: String, role: Role)], levels: [(word: String, level: Unit.Level)]) {
        self.roles = roles
        self.levels = levels
    }
}
