import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh administrative …`: the state's map.
struct AdministrativeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "administrative", abstract: "Đơn vị hành chính.", subcommands: [AdministrativeShow.self, AdministrativeFind.self])
}

/// `--classification 3|2`.
struct ClassificationOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("3: ba cấp, đến hết 30/6/2025; 2: hai cấp, từ 01/7/2025.", valueName: "3|2"))
    var classification: Int?

    var chosen: AdministrativeClassification? { classification.flatMap(AdministrativeClassification.init) }

    func validate() throws {
        if classification != nil, chosen == nil { throw ValidationError("--classification phải là 3 hoặc 2.") }
    }
}

/// `donghanh administrative show CODE`.
struct AdministrativeShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Một đơn vị hành chính: thuộc đâu, thành gì, từ những đơn vị nào.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var option: ClassificationOption
    @Argument(help: "Mã: 2 chữ số với tỉnh, 3 với huyện, 5 với xã.") var code: String
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        let (code, classification) = (code, option.chosen)
        let found = try await Composition.run(try await global.settings()) { composition in
            try await composition.office.read { tx in
                let meanings = try AdministrativeQueries.meanings(of: code, tx).filter {
                    $0.code.classification == classification ?? $0.code.classification
                }
                return try AdministrativeEntry(Self.only(meanings, code, classification), tx)
            }
        }
        if json { return try Printing.json(AdministrativeEntryJSON(found)) }
        for line in found.lines { Printing.line(line) }
    }

    /// The unit that is meant; says what to choose from when the code alone does not tell.
    private static func only(
        _ meanings: [AdministrativeUnit], _ code: String, _ classification: AdministrativeClassification?
    ) throws -> AdministrativeUnit {
        guard let unit = meanings.first else {
            throw CommandFailure(
                "Không có đơn vị hành chính mã \(code)\(classification.map { " (\(Terms.name($0)))" } ?? ""). Hãy kiểm tra mã, hoặc chạy "
                    + "“donghanh import administrative-units” nếu chưa nạp danh mục.")
        }
        if meanings.count == 1 { return unit }
        let choices = meanings.map { "--classification \($0.code.classification.rawValue): \($0.name) (\(Terms.name($0.code.classification)))" }
        throw CommandFailure("Mã \(code) có \(meanings.count) nghĩa, hãy chọn một: \(choices.joined(separator: "; ")).")
    }
}

/// `donghanh administrative find TEXT`.
struct AdministrativeFind: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Tìm đơn vị hành chính theo tên, có dấu hay không dấu.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var option: ClassificationOption
    @Argument(help: "Tên hoặc phần đầu của tên.") var name: String
    @Option(name: .long, help: ArgumentHelp("Số dòng nhiều nhất, đến 200.", valueName: "số")) var limit = 50
    @Flag(name: .long, help: "In JSON.") var json = false

    func validate() throws {
        if !(1...200).contains(limit) { throw ValidationError("--limit phải từ 1 đến 200.") }
    }

    func run() async throws {
        let (name, limit, classification) = (name, limit, option.chosen)
        let units = try await Composition.run(try await global.settings()) { composition in
            try await composition.office.read { try AdministrativeQueries.find(name, in: classification, limit: limit, $0) }
        }
        if json { return try Printing.json(units.map(AdministrativeUnitJSON.init)) }
        Printing.table(
            ["MÃ", "HỆ THỐNG", "TÊN", "THUỘC"],
            units.map { [$0.code.digits, Terms.name($0.code.classification), $0.name, $0.parent?.digits ?? ""] })
    }
}
