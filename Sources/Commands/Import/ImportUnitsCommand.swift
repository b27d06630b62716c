import ArgumentParser
import Documents
import Domain
import Operations

/// `donghanh import units`.
struct ImportUnitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "Nạp đơn vị từ bảng: mã mới thì thành lập, mã đã có mà khác thì đổi từ ngày ghi trong bảng.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportFileOptions
    @Option(name: .long, help: ArgumentHelp("Văn bản căn cứ, ví dụ “429/QĐ-UBND ngày 05/03/2026”.", valueName: "văn bản"))
    var document: String?

    func validate() throws {
        if let document, Decision(cited: document) == nil { throw ValidationError("--document phải có dạng “429/QĐ-UBND ngày 05/03/2026”.") }
    }

    func run() async throws {
        try await options.run {
            let units = ImportUnits(try options.table(of: UnitColumn.self), document: document.flatMap { Decision(cited: $0) })
            let isDryRun = options.isDryRun
            let rows = try await Composition.run(try await global.settings()) { composition in
                isDryRun
                    ? try await composition.office.preview(units, as: .system) : try await composition.office.perform(units, as: .system)
            }
            if options.json { return try Printing.json(UnitImportJSON(rows, isDryRun: isDryRun)) }
            Printing.table(
                ["DÒNG", "MÃ", "TÊN", "TỪ NGÀY", "KẾT QUẢ"],
                rows.map { [String($0.row), $0.code, $0.name, $0.from.iso, ImportWords.name($0.fate)] })
            if isDryRun { Printing.line("Mới kiểm tra, chưa ghi gì.") }
        }
    }
}

/// The JSON of an import of units.
struct UnitImportJSON: Encodable {
    struct Row: Encodable {
        var row: Int
        var id: String
        var name: String
        var name_before: Nullable<String>
        var from: String
        /// `founded`, `changed` or `unchanged`.
        var result: String
    }

    var dry_run: Bool
    var rows: [Row]

    init(_ rows: [UnitImportPlan.Row], isDryRun: Bool) {
        dry_run = isDryRun
        self.rows = rows.map {
            Row(row: $0.row, id: $0.code, name: $0.name, name_before: Nullable($0.before), from: $0.from.iso, result: $0.fate.rawValue)
        }
    }
}
