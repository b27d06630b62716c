import ArgumentParser
import Documents
import Domain
import Foundation
import Operations
import Storage

/// `donghanh report …`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Báo cáo.", subcommands: [ReportWeekly.self, ReportUnits.self])
}

/// `donghanh report weekly`: the report of the week that ends on Friday at noon.
struct ReportWeekly: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "weekly", abstract: "Báo cáo tuần (đến 12:00 thứ Sáu).")

    /// How it is written.
    enum Format: String, CaseIterable, ExpressibleByArgument { case txt, json }

    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Từ khóa của Tổ, mặc định Tổ đầu tiên.") var team: String?
    @Option(name: .long, help: ArgumentHelp("Tuần, ví dụ 2026-W47; mặc định tuần vừa khóa.", valueName: "tuần")) var week: String?
    @Option(name: .long, help: "Dạng: txt, json.") var format = Format.txt
    @Option(name: .long, help: ArgumentHelp("Ghi vào tệp.", valueName: "tệp")) var output: String?
    @Flag(name: .long, help: "Như --format json.") var json = false

    func validate() throws {
        if let week, Week(iso: week) == nil { throw ValidationError("--week phải có dạng 2026-W47.") }
    }

    func run() async throws {
        let (key, chosen) = (team, week.flatMap { Week(iso: $0) })
        let paper = try await Composition.run(try await global.settings()) { composition in
            let week = chosen ?? Week.containing(composition.office.world.now()).previous
            return try await composition.office.read { tx in
                let teams = try TeamStore.all(tx)
                let named = key.map { key in teams.first { $0.key == key } }
                guard let team = try named ?? composition.office.team(tx) else { throw Refusal.noSuch(.team) }
                return WeeklyPaper(try WeeklyReportQueries.report(of: team, week: week, tx))
            }
        }
        let text = try json || format == .json ? WeeklyReportJSON(paper).text() : paper.text() + "\n"
        guard let output else { return Printing.write(text) }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw CommandFailure("Không ghi được tệp \(output): hãy kiểm tra thư mục và quyền ghi.")
        }
    }
}

/// The JSON of the weekly report (interfaces page).
struct WeeklyReportJSON: Encodable {
    struct Figures: Encodable {
        var opening, received, reopened, total, done, done_in_time, done_in_first_time, open, open_overdue, transferred, waiting: Int
    }

    struct Item: Encodable {
        var number: String
        var text: String
    }

    struct Section: Encodable {
        var heading: String
        var text: String
        var items: [Item]
    }

    /// Approaches (lượt liên hệ), counted apart from cases.
    struct Approaches: Encodable {
        struct Line: Encodable {
            var channel: String
            var count, opened: Int
        }

        var total, opened: Int
        var by_channel: [Line]
    }

    var team: String
    var week: String
    var from: String
    var to: String
    var figures: Figures
    var interactions: Approaches
    var sections: [Section]
    var balanced: Bool

    init(_ paper: WeeklyPaper) {
        let report = paper.report
        let numbers = report.figures
        team = report.team.key
        week = report.week.iso
        from = report.week.start.iso
        to = report.week.end.iso
        figures = Figures(
            opening: numbers.opening, received: numbers.received, reopened: numbers.reopened, total: numbers.total, done: numbers.done,
            done_in_time: numbers.doneInTime, done_in_first_time: numbers.doneInFirstTime, open: numbers.open,
            open_overdue: numbers.openOverdue, transferred: numbers.transferred, waiting: numbers.waiting)
        let total = WeeklyReport.Approaches.total(report.approaches)
        interactions = Approaches(
            total: total.count, opened: total.opened,
            by_channel: report.approaches.map { .init(channel: $0.channel.rawValue, count: $0.count, opened: $0.opened) })
        sections = paper.sections.map { section in
            Section(
                heading: section.heading, text: section.text, items: section.items.map { Item(number: $0.number.text, text: $0.text) })
        }
        balanced = report.isBalanced
    }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
