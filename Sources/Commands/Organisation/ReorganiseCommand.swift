import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh reorganise PLAN.yaml --on DATE`: prepares a reorganisation, and carries it out at once where its day has come.
struct ReorganiseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reorganise", abstract: "Sắp xếp tổ chức theo một phương án: sáp nhập, chia tách, đổi tên, giải thể đơn vị.",
        discussion: """
            Mẫu phương án:
              title: Hợp nhất hai sở
              document: {number: 12/NQ-HĐND, date: 2026-09-01, title: Về việc hợp nhất}
              steps:
                - found: {key: so-kinh-te, name: Sở Kinh tế, level: department}
                - merge: {from: [so-cong-thuong, so-tai-chinh], into: so-kinh-te}
                - change: {unit: bql-kcn, name: Ban Quản lý khu kinh tế}
                - split: {unit: so-a, parts: [{to: so-b, fields: [dat-dai]}], rest: so-c}
                - abolish: {units: [huyen-a], to: vp-ubnd}
                - transfer: {from: so-a, to: so-b, fields: [moi-truong]}
              people: {nga: so-b}
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Tệp phương án (YAML).") var plan: String
    @Option(name: .long, help: ArgumentHelp("Ngày đầu tiên của tổ chức mới.", valueName: "ngày")) var on: String
    @Flag(name: .customLong("dry-run"), help: "Chỉ xem trước, không thay đổi gì.") var dryRun = false
    @Flag(name: .long, help: "In JSON.") var json = false

    func validate() throws {
        if Day(iso: on) == nil { throw ValidationError("--on phải có dạng 2026-11-21.") }
    }

    func run() async throws {
        guard let day = Day(iso: on) else { return }
        let plan = try PlanFile.read(path: plan)
        let dryRun = dryRun
        let result = try await Composition.run(try await global.settings()) { composition in
            let office = composition.office
            let moves = try await office.preview(plan, on: day, as: .system)
            if dryRun { return ReorganiseResult(moves: moves, state: .preview, id: nil, counts: moves.counts) }
            let prepared = try await office.perform(PrepareReorganisation(plan: plan, on: day), as: .system)
            if day > office.world.now().day {
                return ReorganiseResult(moves: moves, state: .prepared, id: prepared.id, counts: moves.counts)
            }
            let counts = try await office.perform(CarryOutReorganisation(reorganisation: prepared.id), as: .system)
            return ReorganiseResult(moves: moves, state: .carriedOut, id: prepared.id, counts: counts)
        }
        if json { return try Printing.json(ReorganiseJSON(result)) }
        for line in result.lines { Printing.line(line) }
    }
}

/// What came of a plan.
struct ReorganiseResult: Sendable {
    enum State: String, Sendable { case preview, prepared, carriedOut }

    var moves: ReorganisationMoves
    var state: State
    var id: ID<Reorganisation>?
    var counts: MovedCounts

    /// Open cases by where they come from and where they go.
    var ways: [(from: ID<Unit>, to: ID<Unit>, cases: Int, unclear: Int)] {
        let groups = Dictionary(grouping: moves.cases) { [$0.from, $0.heir.unit] }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { way, cases in
            (way[0], way[1], cases.count, cases.count { !$0.heir.isClear })
        }
    }

    var unclear: [String] { moves.cases.filter { !$0.heir.isClear }.map(\.number.text) }

    var lines: [String] {
        let effect = moves.effect
        func before(_ unit: ID<Unit>) -> String { effect.before.name(of: unit, on: effect.day.adding(-1)) ?? "" }
        func after(_ unit: ID<Unit>) -> String { effect.after.name(of: unit, on: effect.day) ?? "" }
        var lines = ["\(moves.plan.title), từ ngày \(effect.day.iso), theo \(moves.plan.document.cited)"]
        lines += effect.founded.map { "  Thành lập: \(after($0))" }
        lines += effect.changed.map { "  Thay đổi: \(before($0)) -> \(after($0))" }
        lines += effect.ended.map { "  Kết thúc: \(before($0)) -> \(after(effect.heir(of: $0, for: Matter()).unit))" }
        lines += ways.map { "  Hồ sơ: \(before($0.from)) -> \(after($0.to)): \($0.cases) (\($0.unclear) cần xem lại)" }
        if !unclear.isEmpty { lines.append("  Cần xem lại: \(unclear.joined(separator: ", "))") }
        lines.append("  Tổng: \(OrganisationWords.sentence(counts))")
        switch state {
        case .preview: lines.append("Xem trước, chưa có gì thay đổi.")
        case .prepared: lines.append("Đã chuẩn bị; máy chủ sẽ thực hiện khi đến ngày.")
        case .carriedOut: lines.append("Đã thực hiện.")
        }
        return lines
    }
}

/// The JSON of a reorganisation.
struct ReorganiseJSON: Encodable {
    struct Way: Encodable {
        var from: String
        var to: String
        var cases: Int
        var unclear: Int
    }

    struct Units: Encodable {
        var founded: [String]
        var changed: [String]
        var ended: [String]
    }

    var id: Nullable<String>
    var title: String
    var on: String
    var state: String
    var counts: MovedCounts
    var units: Units
    var cases: [Way]
    var unclear: [String]

    init(_ result: ReorganiseResult) {
        let effect = result.moves.effect
        func key(_ unit: ID<Unit>) -> String { effect.after.key(of: unit) ?? unit.text }
        id = Nullable(result.id?.text)
        title = result.moves.plan.title
        on = effect.day.iso
        state = result.state.rawValue
        counts = result.counts
        units = Units(founded: effect.founded.map(key), changed: effect.changed.map(key), ended: effect.ended.map(key))
        cases = result.ways.map { Way(from: key($0.from), to: key($0.to), cases: $0.cases, unclear: $0.unclear) }
        unclear = result.unclear
    }
}
