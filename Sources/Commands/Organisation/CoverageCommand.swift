import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh coverage`: how far the network reaches on a day, and who is missing (seed 001).
struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "Bảng phủ mạng lưới: đơn vị nào đã có Tổ, quy chế, thành viên, kênh; đơn vị nào còn thiếu.")

    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: ArgumentHelp("Vào ngày, mặc định hôm nay.", valueName: "ngày")) var on: String?
    @Flag(name: .long, help: "In JSON.") var json = false

    func validate() throws {
        if let on, Day(iso: on) == nil { throw ValidationError("--on phải có dạng 2026-11-21.") }
    }

    func run() async throws {
        let day = on.flatMap { Day(iso: $0) }
        let (coverage, register) = try await Composition.run(try await global.settings()) { composition in
            let today = composition.office.world.now().day
            return try await composition.office.read {
                (try TeamQueries.coverage(on: day ?? today, $0), try OrganisationStore.register($0))
            }
        }
        if json { return try Printing.json(CoverageJSON(coverage, register)) }
        Printing.line("Mạng lưới ngày \(coverage.day.iso)")
        Printing.table(
            ["CẤP", "ĐƠN VỊ", "CÓ TỔ", "QUY CHẾ", "THÀNH VIÊN", "KÊNH", "ĐỦ CẢ"],
            coverage.totals.map { total in
                [total.level.map(Terms.name) ?? "Tất cả"]
                    + [total.units, total.withTeam, total.withRegulation, total.withMembers, total.withChannel, total.complete].map(String.init)
            })
        if coverage.missing.isEmpty { return }
        Printing.line("Còn thiếu:")
        for row in coverage.missing {
            Printing.line("  \(register.key(of: row.unit) ?? "")  \(row.name): \(OrganisationWords.missing(row))")
        }
    }
}

/// The JSON of the coverage board.
struct CoverageJSON: Encodable {
    struct Total: Encodable {
        /// `null`: all levels together.
        var level: Nullable<String>
        var units: Int
        var with_team: Int
        var with_regulation: Int
        var with_members: Int
        var with_channel: Int
        var complete: Int
    }

    struct Row: Encodable {
        var id: String
        var name: String
        var level: String
        var team: Bool
        var regulation: Bool
        var members: Int
        var channel: Bool
        var complete: Bool
    }

    var on: String
    var totals: [Total]
    var units: [Row]

    init(_ coverage: Coverage, _ register: UnitRegister) {
        on = coverage.day.iso
        totals = coverage.totals.map {
            Total(
                level: Nullable($0.level?.rawValue), units: $0.units, with_team: $0.withTeam, with_regulation: $0.withRegulation,
                with_members: $0.withMembers, with_channel: $0.withChannel, complete: $0.complete)
        }
        units = coverage.rows.map {
            Row(
                id: register.key(of: $0.unit) ?? "", name: $0.name, level: $0.level.rawValue, team: $0.hasTeam, regulation: $0.hasRegulation,
                members: $0.members, channel: $0.hasChannel, complete: $0.isComplete)
        }
    }
}
