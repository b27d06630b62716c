/// A unit as a table brings it in, before it has an id.
package struct UnitDraft: Sendable, Equatable {
    /// The row that it stands in.
    package var row: Int
    /// The word by which imports and commands name it.
    package var code: String
    package var name: String
    /// The name itself when the table gives none.
    package var shortName: String
    package var level: Unit.Level
    /// The code of the unit above: of this table or known already.
    package var parentCode: String?
    package var from: Day
    /// The last day of its life.
    package var to: Day?

    package init(
        row: Int, code: String, name: String, shortName: String, level: Unit.Level, parentCode: String?, from: Day, to: Day?
    ) {
        self.row = row
        self.code = code
        self.name = name
        self.shortName = shortName
        self.level = level
        self.parentCode = parentCode
        self.from = from
        self.to = to
    }
}

/// The columns of a table of units.
package enum UnitColumn: String, ImportColumn {
    case code = "Mã"
    case name = "Tên"
    case shortName = "Tên viết tắt"
    case level = "Cấp"
    case parent = "Mã cấp trên"
    case from = "Từ ngày"
    case to = "Đến ngày"

    package var otherHeads: [String] {
        switch self {
        case .code: ["Mã đơn vị"]
        case .name: ["Tên đơn vị"]
        case .shortName: ["Viết tắt"]
        case .level: ["Cấp đơn vị"]
        case .parent: ["Đơn vị cấp trên", "Mã đơn vị cấp trên"]
        case .from: ["Ngày bắt đầu"]
        case .to: ["Ngày kết thúc"]
        }
    }

    package var isRequired: Bool {
        switch self {
        case .code, .name, .level, .from: true
        case .shortName, .parent, .to: false
        }
    }
}

/// Reads tables of units.
package enum UnitImport {
    /// All drafts, parents before their children, or all that is wrong.
    /// - Parameter known: whether a unit of that code is there already: it may be a parent, or the unit that a row changes.
    package static func check(
        _ table: ImportTable, words: ImportWords, known: (String) -> Bool
    ) -> Result<[UnitDraft], ImportFailure> {
        var reader = ImportReader<UnitColumn>(table)
        guard reader.hasColumns else { return .failure(ImportFailure(reader.problems)) }
        let levels = words.levels.map { (word: $0.word, value: $0.level) }
        var drafts: [UnitDraft] = []
        var places: [String: Int] = [:]
        for row in table.rows {
            let code = reader.code(row, .code)
            if let place = places[code] {
                reader.add(row, .code, .doubled(code, row: place))
            } else if !code.isEmpty {
                places[code] = row.number
            }
            let name = reader.text(row, .name, atMost: 200)
            let shortName = reader.text(row, .shortName, atMost: 80)
            let level = reader.choice(row, .level, of: levels)
            let parent = reader.code(row, .parent)
            let from = reader.day(row, .from)
            let to = reader.day(row, .to)
            if let from, let to, to < from { reader.add(row, .to, .endsBeforeItBegins) }
            guard let level, let from else { continue }
            drafts.append(
                UnitDraft(
                    row: row.number, code: code, name: name, shortName: shortName.isEmpty ? name : shortName, level: level,
                    parentCode: parent.isEmpty ? nil : parent, from: from, to: to))
        }
        for row in table.rows {
            let parent = reader.raw(row, .parent)
            if !parent.isEmpty, places[parent] == nil, !known(parent) { reader.add(row, .parent, .unknown(parent)) }
        }
        let parents = table.rows.map { (row: $0.number, code: reader.raw($0, .code), parent: reader.raw($0, .parent)) }
        for cycle in cycles(parents) { reader.add(row: cycle.row, .parent, .cycle(cycle.codes)) }
        return reader.problems.isEmpty ? .success(parentsFirst(drafts)) : .failure(ImportFailure(reader.problems))
    }

    /// Each circle once, told at its topmost row.
    private static func cycles(_ rows: [(row: Int, code: String, parent: String)]) -> [(row: Int, codes: [String])] {
        let known = Dictionary(rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var visited: Set<String> = []
        var found: [(row: Int, codes: [String])] = []
        for start in rows where !start.code.isEmpty {
            var path: [String] = []
            var places: [String: Int] = [:]
            var next = start.code
            while !next.isEmpty, visited.insert(next).inserted {
                places[next] = path.count
                path.append(next)
                next = known[next]?.parent ?? ""
            }
            guard let first = places[next] else { continue }
            let circle = path[first...].compactMap { known[$0] }
            guard let top = circle.indices.min(by: { circle[$0].row < circle[$1].row }) else { continue }
            let codes = (circle[top...] + circle[..<top]).map(\.code)
            found.append((circle[top].row, codes + codes.prefix(1)))
        }
        return found
    }

    private static func parentsFirst(_ drafts: [UnitDraft]) -> [UnitDraft] {
        let below = Dictionary(grouping: drafts) { $0.parentCode ?? "" }
        let codes = Set(drafts.map(\.code))
        var ordered = drafts.filter { draft in draft.parentCode.map { !codes.contains($0) } ?? true }
        var next = 0
        while next < ordered.count {
            ordered += below[ordered[next].code] ?? []
            next += 1
        }
        return ordered
    }
}
