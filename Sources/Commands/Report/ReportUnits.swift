import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh report units`: the weekly figures by unit.
struct ReportUnits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "Số liệu tuần theo đơn vị: đơn vị khi đó, hoặc đơn vị kế thừa hiện nay.")

    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Từ khóa của Tổ, mặc định Tổ đầu tiên.") var team: String?
    @Option(name: .long, help: ArgumentHelp("Tuần, ví dụ 2026-W47; mặc định tuần vừa khóa.", valueName: "tuần")) var week: String?
    @Option(name: .long, help: ArgumentHelp("then: đơn vị khi đó; now: đơn vị kế thừa hiện nay.", valueName: "then|now")) var by = "then"
    @Flag(name: .long, help: "In JSON.") var json = false

    func validate() throws {
        if let week, Week(iso: week) == nil { throw ValidationError("--week phải có dạng 2026-W47.") }
        if UnitReport.Way(rawValue: by) == nil { throw ValidationError("--by phải là then hoặc now.") }
    }

    func run() async throws {
        let (key, chosen, way) = (team, week.flatMap { Week(iso: $0) }, UnitReport.Way(rawValue: by) ?? .then)
        let report = try await Composition.run(try await global.settings()) { composition in
            let now = composition.office.world.now()
            return try await composition.office.read { tx in
                let named = try key.map { key in try TeamStore.all(tx).first { $0.key == key } }
                guard let team = try named ?? composition.office.team(tx) else { throw Refusal.noSuch(.team) }
                return try UnitReportQueries.report(
                    of: team, week: chosen ?? Week.containing(now).previous, way: way, today: now.day, tx)
            }
        }
        if json { return try Printing.json(UnitReportJSON(report)) }
        Printing.line("\(report.team.name), \(report.week.iso), \(report.week.vietnamese)")
        Printing.line(UnitReportWords.name(report.way))
        Printing.table(
            ["ĐƠN VỊ"] + UnitReportWords.heads.map { $0.uppercased() },
            report.rows.map { Self.cells($0.name, $0.figures) } + [Self.cells("Tổng số", report.sum)])
    }

    private static func cells(_ name: String, _ figures: UnitFigures) -> [String] { [name] + UnitReportWords.cells(figures).map(String.init) }
}

/// The JSON of the figures by unit.
struct UnitReportJSON: Encodable {
    struct Figures: Encodable {
        var opening, taken_over, handed_over, received, done, done_in_time, done_in_first_time, open, open_overdue, transferred: Int

        init(_ figures: UnitFigures) {
            opening = figures.opening
            taken_over = figures.takenOver
            handed_over = figures.handedOver
            received = figures.received
            done = figures.done
            done_in_time = figures.doneInTime
            done_in_first_time = figures.doneInFirstTime
            open = figures.open
            open_overdue = figures.openOverdue
            transferred = figures.transferred
        }
    }

    struct Row: Encodable {
        var unit: String
        var figures: Figures
    }

    var team: String
    var week: String
    var from: String
    var to: String
    /// `then` or `now`.
    var by: String
    var units: [Row]
    var sum: Figures

    init(_ report: UnitReport) {
        team = report.team.key
        week = report.week.iso
        from = report.week.start.iso
        to = report.week.end.iso
        by = report.way.rawValue
        units = report.rows.map { Row(unit: $0.name, figures: Figures($0.figures)) }
        sum = Figures(report.sum)
    }
}
