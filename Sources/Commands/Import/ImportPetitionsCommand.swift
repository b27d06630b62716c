import ArgumentParser
import Documents
import Domain
import Foundation
import Operations

/// `donghanh import petitions`.
struct ImportPetitionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "petitions",
        abstract: "Nạp kiến nghị từ danh sách của hệ thống khác, tất cả hoặc không: dòng đã có thì bỏ qua, dòng mới thành hồ sơ.",
        discussion: "Tên cột cho --map: \(PetitionColumn.allCases.map { "\($0.rawValue) (\($0.head))" }.joined(separator: ", ")).")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportFileOptions
    @Option(name: .long, help: ArgumentHelp("Kênh của danh sách: \(Self.channels).", valueName: "kênh")) var channel = Channel.forwarded.rawValue
    @Option(name: .long, help: ArgumentHelp("Tên danh sách, ví dụ tên hội nghị; không ghi thì lấy tên tệp.", valueName: "tên")) var list: String?
    @Option(name: .long, help: ArgumentHelp("Ngày nhận, cho dòng không ghi ngày.", valueName: "ngày")) var day: String?
    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp("Ghép một cột, ví dụ “Nội dung=text”; để trống sau dấu = là không đọc cột đó. Dùng được nhiều lần.", valueName: "cột=tên"))
    var map: [String] = []
    @Flag(name: .customLong("leave-answered"), help: "Để lại ở nguồn những dòng nguồn đã trả lời.") var leavesAnswered = false

    private static let channels = PetitionImportOrder.channels.map(\.rawValue).joined(separator: ", ")

    func validate() throws {
        guard let channel = Channel(rawValue: channel), PetitionImportOrder.channels.contains(channel) else {
            throw ValidationError("--channel phải là một trong: \(Self.channels).")
        }
        if let day, Day(typed: day) == nil { throw ValidationError("--day phải là ngày, ví dụ 15/10/2026.") }
        for entry in map {
            let word = entry.split(separator: "=", omittingEmptySubsequences: false).last.map(String.init) ?? ""
            guard entry.contains("="), word.isEmpty || PetitionColumn(rawValue: word) != nil else {
                let names = PetitionColumn.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--map “\(entry)” phải có dạng “Tiêu đề cột=tên”, tên là một trong: \(names).")
            }
        }
    }

    func run() async throws {
        try await options.run {
            let list = try ImportedList(fileName: URL(fileURLWithPath: options.file).lastPathComponent, bytes: try options.bytes())
            guard let channel = Channel(rawValue: channel) else { return }
            let isDryRun = options.isDryRun
            let report = try await Composition.run(try await global.settings()) { composition in
                let known = try await composition.office.mapping(for: list, on: channel)
                let order = PetitionImportOrder(
                    channel: channel, list: PetitionImportOrder.needsName(channel) ? name(of: list) : "",
                    mapping: try mapping(known.mapping, list.table), day: day.flatMap { Day(typed: $0) }, leavesAnswered: leavesAnswered)
                let used = map.isEmpty ? known.name : ""
                let plan: PetitionImportPlan
                var numbers: [Int: CaseNumber] = [:]
                if isDryRun {
                    plan = try await composition.office.preview(order, of: list.table, as: .system)
                } else {
                    let outcome = try await composition.office.perform(RunImport(list, order: order, mappingName: used), as: .system)
                    (plan, numbers) = (outcome.plan, outcome.numbers)
                }
                return PetitionImportReport(order: order, mappingName: used, table: list.table, plan: plan, numbers: numbers, isDryRun: isDryRun)
            }
            if options.json { try Printing.json(PetitionImportJSON(report)) } else { report.print() }
            if !report.plan.problems.isEmpty { throw CommandFailure(report.refusal) }
        }
    }

    private func name(of list: ImportedList) -> String {
        self.list.map { CleanText(line: $0).text } ?? String(list.fileName.prefix { $0 != "." })
    }

    /// The mapping with what `--map` says of it. Heads are named without regard to marks and capitals.
    private func mapping(_ known: PetitionMapping, _ table: PetitionTable) throws -> PetitionMapping {
        var mapping = known
        for entry in map {
            let parts = entry.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            let head = PetitionColumn.normalised(parts.dropLast().joined(separator: "="))
            guard let place = table.heads.firstIndex(where: { PetitionColumn.normalised($0) == head }) else {
                throw CommandFailure("Không có cột “\(parts[0])”. Các cột của tệp: \(table.heads.filter { !$0.isEmpty }.joined(separator: "; ")).")
            }
            mapping = mapping.reading(place, as: parts.last.flatMap { PetitionColumn(rawValue: $0) })
        }
        return mapping
    }
}

/// What an import of petitions prints.
struct PetitionImportReport {
    var order: PetitionImportOrder
    var mappingName: String
    var table: PetitionTable
    var plan: PetitionImportPlan
    var numbers: [Int: CaseNumber]
    var isDryRun: Bool

    func print() {
        let pairs = order.mapping.columns.enumerated().compactMap { place, column in
            column.map { "\(table.heads[place]) → \($0.head)" }
        }
        let source = order.list.isEmpty ? "" : ", danh sách “\(order.list)”"
        Printing.line("Kênh: \(Terms.name(order.channel))\(source).")
        Printing.line("Ghép cột\(mappingName.isEmpty ? "" : " “\(mappingName)”"): \(pairs.joined(separator: "; ")).")
        Printing.line("")
        Printing.table(
            ["DÒNG", "MÃ Ở NGUỒN", "NGƯỜI GỬI", "NỘI DUNG", "KẾT QUẢ", "LƯU Ý"],
            plan.rows.map { row in
                let petition = row.petition
                return [
                    String(petition.row), petition.number, Excerpt.cut(petition.person.display, limit: 30, suffix: "…"),
                    Excerpt.cut(CleanText(line: petition.title ?? petition.text).text, limit: 50, suffix: "…"), result(row),
                    petition.remarks.map(PetitionImportWords.sentence).joined(separator: " "),
                ]
            })
        Printing.line("")
        Printing.line(PetitionImportWords.sentence(plan.counts) + (isDryRun ? " Mới kiểm tra, chưa ghi gì." : ""))
    }

    func result(_ row: PetitionImportPlan.Row) -> String {
        numbers[row.petition.row].map { "mới: \($0.text)" } ?? PetitionImportWords.name(row.fate)
    }

    /// A line for each thing that is wrong.
    var refusal: String {
        "Chưa ghi gì: tệp có \(Wording.number(plan.problems.count)) lỗi.\n" + plan.problems.map(ImportProblemWords.line).joined(separator: "\n")
    }
}

/// The JSON of an import of petitions.
struct PetitionImportJSON: Encodable {
    struct Counts: Encodable {
        var new: Int
        var known: Int
        var warned: Int
        var left: Int
        var refused: Int
    }

    struct Mapped: Encodable {
        var head: String
        var column: Nullable<String>
    }

    struct Row: Encodable {
        var row: Int
        var source_number: Nullable<String>
        /// `new`, `known`, `repeated` or `left`.
        var result: String
        /// Of the case that the row made or is known as.
        var number: Nullable<String>
        var received_at: String
        var remarks: [String]
    }

    var dry_run: Bool
    var channel: String
    var list: Nullable<String>
    var mapping: [Mapped]
    var counts: Counts
    var rows: [Row]
    var problems: [ImportProblemsJSON.Problem]

    init(_ report: PetitionImportReport) {
        dry_run = report.isDryRun
        channel = report.order.channel.rawValue
        list = Nullable(report.order.list.isEmpty ? nil : report.order.list)
        mapping = zip(report.table.heads, report.order.mapping.columns).map { Mapped(head: $0, column: Nullable($1?.rawValue)) }
        let sums = report.plan.counts
        counts = Counts(new: sums.new, known: sums.known, warned: sums.warned, left: sums.left, refused: sums.refused)
        rows = report.plan.rows.map { row in
            var number = report.numbers[row.petition.row]
            if case .known(let known) = row.fate { number = known }
            let petition = row.petition
            return Row(
                row: petition.row, source_number: Nullable(petition.number.isEmpty ? nil : petition.number),
                result: row.fate.outcome.rawValue, number: Nullable(number?.text), received_at: petition.receivedAt.iso,
                remarks: petition.remarks.map(PetitionImportWords.sentence))
        }
        problems = ImportProblemsJSON(ImportFailure(report.plan.problems)).problems
    }
}
