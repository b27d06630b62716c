/// What a table of units makes of the register, worked out before anything is written: the preview shows it, the import writes it.
package struct UnitImportPlan: Sendable {
    /// What a row does.
    package enum Fate: String, Sendable, CaseIterable {
        case founded, changed, unchanged
    }

    /// A row with what it does.
    package struct Row: Sendable, Equatable {
        /// The row that it stands in.
        package var row: Int
        package var unit: ID<Unit>
        package var code: String
        package var name: String
        /// The name before a change; `nil` otherwise.
        package var before: String?
        package var from: Day
        package var fate: Fate
    }

    package private(set) var after: UnitRegister
    /// In the order of the table.
    package private(set) var rows: [Row] = []
    private var refused: Set<String> = []
    private let document: Decision?

    /// A row whose code is there already begins a new version from its day on, with what differs; cells left empty keep what is known.
    /// Throws everything that does not hold, each with its row and column.
    /// - Parameters:
    ///   - drafts: parents before their children.
    ///   - document: what founding and changing rest on.
    ///   - newID: an id for each unit that is founded.
    package init(_ drafts: [UnitDraft], in register: UnitRegister, document: Decision?, newID: () -> ID<Unit>) throws(ImportFailure) {
        after = register
        self.document = document
        var problems: [ImportProblem] = []
        for draft in drafts {
            // What hangs on a row that was refused is not complained of a second time.
            if let parent = draft.parentCode, refused.contains(parent), after.unit(parent) == nil {
                refused.insert(draft.code)
                continue
            }
            do throws(ImportProblem) {
                rows.append(try take(draft, newID))
            } catch {
                refused.insert(draft.code)
                problems.append(error)
            }
        }
        if problems.isEmpty { problems = newFaults(drafts, register) }
        if !problems.isEmpty { throw ImportFailure(problems) }
        rows.sort { $0.row < $1.row }
    }

    /// Rows that do something.
    package var changes: [Row] { rows.filter { $0.fate != .unchanged } }

    private mutating func take(_ draft: UnitDraft, _ newID: () -> ID<Unit>) throws(ImportProblem) -> Row {
        let last = after.unit(draft.code).flatMap { after.versions[$0]?.last }
        if let last, let to = draft.to, to != last.validTo {
            throw ImportProblem(row: draft.row, column: UnitColumn.to.head, last.validTo.map { .hasEnded($0) } ?? .endsByPlan)
        }
        do throws(UnitFault) {
            guard let last else { return try found(draft, newID()) }
            return try change(draft, last)
        } catch {
            throw problem(error, draft)
        }
    }

    private mutating func found(_ draft: UnitDraft, _ unit: ID<Unit>) throws(UnitFault) -> Row {
        try after.found(
            draft.code,
            UnitVersion(
                unit: unit, validFrom: draft.from, validTo: draft.to, name: draft.name, shortName: draft.shortName, level: draft.level,
                parent: try parent(of: draft), document: document))
        return Row(row: draft.row, unit: unit, code: draft.code, name: draft.name, before: nil, from: draft.from, fate: .founded)
    }

    private mutating func change(_ draft: UnitDraft, _ last: UnitVersion) throws(UnitFault) -> Row {
        let unit = last.unit
        let current = after.version(of: unit, on: draft.from) ?? last
        var wanted = current
        wanted.name = draft.name
        wanted.level = draft.level
        // A draft without a short name carries the name in its place.
        if draft.shortName != draft.name || draft.name != current.name { wanted.shortName = draft.shortName }
        if draft.parentCode != nil { wanted.parent = try parent(of: draft) }
        if wanted == current {
            return Row(row: draft.row, unit: unit, code: draft.code, name: draft.name, before: nil, from: draft.from, fate: .unchanged)
        }
        wanted.validFrom = draft.from
        wanted.validTo = nil
        wanted.document = document
        try after.change(wanted)
        return Row(row: draft.row, unit: unit, code: draft.code, name: draft.name, before: current.name, from: draft.from, fate: .changed)
    }

    private func parent(of draft: UnitDraft) throws(UnitFault) -> ID<Unit>? {
        guard let code = draft.parentCode else { return nil }
        guard let parent = after.unit(code) else { throw .unknown(code) }
        return parent
    }

    /// What holds row by row may still close a circle with what is known of later days; told at a row that lies on it.
    private func newFaults(_ drafts: [UnitDraft], _ register: UnitRegister) -> [ImportProblem] {
        let known = register.faults()
        for fault in after.faults() where !known.contains(fault) {
            guard case .cycle(let code) = fault, let unit = after.unit(code) else { continue }
            for day in (after.versions[unit] ?? []).map(\.validFrom) {
                let circle = way(from: code, on: day)
                guard let draft = drafts.first(where: { circle.contains($0.code) && $0.parentCode != nil }) else { continue }
                return [ImportProblem(row: draft.row, column: UnitColumn.parent.head, .cycle(way(from: draft.code, on: day) + [draft.code]))]
            }
        }
        return []
    }

    /// A fault of the register at its row and column.
    private func problem(_ fault: UnitFault, _ draft: UnitDraft) -> ImportProblem {
        let above = draft.parentCode.map { way(from: $0, on: draft.from) } ?? []
        let (column, words): (UnitColumn, ImportProblem.Fault) =
            switch fault {
            case .unknown(let code): (code == draft.parentCode ? .parent : .code, .unknown(code))
            case .keyTaken(let code): (.code, .taken(code))
            case .nameless: (.name, .missing)
            case .endsBeforeBegin: (.to, .endsBeforeItBegins)
            case .overlaps(_, let day): (.from, .laterVersion(day))
            case .hasEnded(_, let day): (.code, .hasEnded(day))
            case .parentNotThere(_, let day): (.parent, .notThere(draft.parentCode ?? "", on: day))
            case .cycle: (.parent, .cycle([draft.code] + above.prefix { $0 != draft.code } + [draft.code]))
            case .ownSuccessor(let code), .successorNotThere(let code, _), .noSuccessor(let code): (.code, .unknown(code))
            }
        return ImportProblem(row: draft.row, column: column.head, words)
    }

    /// The codes from a unit upwards on a day, as far as none comes twice.
    private func way(from code: String, on day: Day) -> [String] {
        var codes: [String] = []
        var at = after.unit(code)
        while let unit = at, let code = after.key(of: unit), !codes.contains(code) {
            codes.append(code)
            at = after.version(of: unit, on: day)?.parent
        }
        return codes
    }
}
