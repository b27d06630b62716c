import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh unit …`.
struct UnitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "unit", abstract: "Đơn vị.", subcommands: [UnitList.self])
}

/// `donghanh unit list`.
struct UnitList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Liệt kê đơn vị.")

    @OptionGroup var global: GlobalOptions
    @Flag(name: .long, help: "Cả đơn vị đã ngừng hoạt động.") var all = false
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        let all = all
        let units = try await Composition.run(try await global.settings()) { composition in
            let today = composition.office.world.now().day
            return try await composition.office.read { try OrganisationStore.units(on: all ? nil : today, $0) }
        }
        if json { return try Printing.json(units.map(UnitJSON.init)) }
        Printing.table(
            ["TỪ KHÓA", "TÊN", "CẤP", "TỪ NGÀY", "ĐẾN NGÀY"],
            units.map { [$0.key, $0.name, Terms.name($0.level), $0.validFrom.iso, $0.validTo?.iso ?? ""] })
    }
}

/// The JSON of a unit.
struct UnitJSON: Encodable {
    var id: String
    var name: String
    var short_name: String
    var level: String
    var valid_from: String
    var valid_to: Nullable<String>

    init(_ unit: Unit) {
        id = unit.key
        name = unit.name
        short_name = unit.shortName
        level = unit.level.rawValue
        valid_from = unit.validFrom.iso
        valid_to = Nullable(unit.validTo?.iso)
    }
}
