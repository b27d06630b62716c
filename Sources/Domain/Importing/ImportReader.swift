/// Reads a table column by column and collects what is wrong, so that a person mends everything at once.
struct ImportReader<Column: ImportColumn> {
    private let table: ImportTable
    private let places: [Column: Int]
    private(set) var problems: [ImportProblem] = []

    init(_ table: ImportTable) {
        self.table = table
        var places: [Column: Int] = [:]
        for (place, head) in table.heads.enumerated() {
            guard let column = Column(head: head) else { continue }
            if places[column] == nil {
                places[column] = place
            } else {
                problems.append(ImportProblem(row: table.headRow, column: column.head, .columnTwice))
            }
        }
        self.places = places
        for column in Column.allCases where column.isRequired && places[column] == nil {
            problems.append(ImportProblem(row: table.headRow, column: column.head, .noColumn))
        }
        if table.rows.isEmpty { problems.append(ImportProblem(row: table.headRow, column: nil, .noRows)) }
    }

    /// Whether the columns that must be there are: without them every row would complain.
    var hasColumns: Bool { problems.isEmpty }

    mutating func add(_ row: ImportTable.Row, _ column: Column, _ fault: ImportProblem.Fault) {
        problems.append(ImportProblem(row: row.number, column: column.head, fault))
    }

    mutating func add(row: Int, _ column: Column, _ fault: ImportProblem.Fault) {
        problems.append(ImportProblem(row: row, column: column.head, fault))
    }

    /// What stands in a column, empty when nothing does.
    func raw(_ row: ImportTable.Row, _ column: Column) -> String {
        guard let place = places[column], row.cells.indices.contains(place) else { return "" }
        return row.cells[place]
    }

    /// A text of at most that many characters.
    mutating func text(_ row: ImportTable.Row, _ column: Column, atMost limit: Int) -> String {
        let text = raw(row, column)
        if text.isEmpty, column.isRequired { add(row, column, .missing) }
        if text.unicodeScalars.count > limit { add(row, column, .tooLong(limit)) }
        return text
    }

    /// A code: letters a to z, digits, dots, hyphens.
    mutating func code(_ row: ImportTable.Row, _ column: Column, atMost limit: Int = 40) -> String {
        let text = text(row, column, atMost: limit)
        let isCode = text.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 46
        }
        if !isCode { add(row, column, .notACode(text)) }
        return text
    }

    /// A day, `nil` when nothing stands there or what stands there was complained of.
    mutating func day(_ row: ImportTable.Row, _ column: Column) -> Day? {
        let text = raw(row, column)
        if text.isEmpty {
            if column.isRequired { add(row, column, .missing) }
            return nil
        }
        guard let day = Day(typed: text) else {
            add(row, column, .notADate(text))
            return nil
        }
        return day
    }

    /// A document by its number and day, `nil` when nothing stands there or what stands there was complained of.
    mutating func document(_ row: ImportTable.Row, _ column: Column) -> Decision? {
        let text = text(row, column, atMost: 200)
        if text.isEmpty { return nil }
        guard let document = Decision(cited: text) else {
            add(row, column, .notADocument(text))
            return nil
        }
        return document
    }

    /// One of the offered words.
    mutating func choice<Value>(_ row: ImportTable.Row, _ column: Column, of offered: [(word: String, value: Value)]) -> Value? {
        let text = raw(row, column)
        if text.isEmpty {
            if column.isRequired { add(row, column, .missing) }
            return nil
        }
        if let found = offered.first(where: { $0.word.folded == text.folded }) { return found.value }
        add(row, column, .notOffered(text, offered.map(\.word)))
        return nil
    }

    /// Several of the offered words, between semicolons or commas. A word may hold commas itself: the longest one counts.
    mutating func choices<Value>(_ row: ImportTable.Row, _ column: Column, of offered: [(word: String, value: Value)]) -> [Value] {
        let text = raw(row, column)
        if text.isEmpty {
            if column.isRequired { add(row, column, .missing) }
            return []
        }
        var found: [Value] = []
        let before = problems.count
        for piece in text.split(separator: ";") {
            var parts = piece.split(separator: ",").map { String($0).folded }.filter { !$0.isEmpty }[...]
            while let first = parts.first {
                let lengths = (1...parts.count).reversed()
                let match = lengths.lazy.compactMap { count in
                    offered.first { $0.word.folded == parts.prefix(count).joined(separator: ", ") }.map { (count, $0.value) }
                }.first
                guard let (count, value) = match else {
                    add(row, column, .notOffered(first, offered.map(\.word)))
                    parts = parts.dropFirst()
                    continue
                }
                found.append(value)
                parts = parts.dropFirst(count)
            }
        }
        // Separators with nothing between them.
        if found.isEmpty, column.isRequired, problems.count == before { add(row, column, .missing) }
        return found
    }
}

extension Day {
    /// Reads `1/7/2025`, `01-07-2025`, `01.07.2025`, `2025-07-01`, and an ISO moment, whose time does not matter: what people type
    /// and what spreadsheets hand over.
    package init?(typed text: String) {
        if let moment = Instant(iso: text), text.utf8.count >= 10 {
            self = moment.day
            return
        }
        let parts = text.utf8.split(omittingEmptySubsequences: false) { [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains($0) }
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
            let day = decimal(parts[0]), let month = decimal(parts[1]), let year = decimal(parts[2])
        else { return nil }
        self.init(year, month, day)
    }
}
