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
    @Option(name: .long, help: ArgumentHelp("Vào ngày, với tên gọi khi đó; mặc định hôm nay.", valueName: "ngày")) var on: String?
    @Flag(name: .long, help: "In JSON.") var json = false

    func validate() throws {
        if let on, Day(iso: on) == nil { throw ValidationError("--on phải có dạng 2026-11-21.") }
        if all && on != nil { throw ValidationError("Chỉ dùng một trong --all và --on.") }
    }

    func run() async throws {
        let (all, day) = (all, on.flatMap { Day(iso: $0) })
        let units = try await Composition.run(try await global.settings()) { composition in
            let today = composition.office.world.now().day
            return try await composition.office.read { tx in
                if all { return try OrganisationStore.units(on: nil, tx) }
                return try Self.living(on: day ?? today, in: OrganisationStore.register(tx))
            }
        }
        if json { return try Printing.json(units.map(UnitJSON.init)) }
        Printing.table(
            ["TỪ KHÓA", "TÊN", "CẤP", "TỪ NGÀY", "ĐẾN NGÀY"],
            units.map { [$0.key, $0.name, Terms.name($0.level), $0.validFrom.iso, $0.validTo?.iso ?? ""] })
    }
}

extension UnitList {
    /// The units of a day as they were called on it, by level and name.
    private static func living(on day: Day, in register: UnitRegister) -> [Unit] {
        let order = Unit.Level.allCases
        return register.living(on: day).map { version in
            let all = register.versions[version.unit] ?? []
            return Unit(
                id: version.unit, key: register.key(of: version.unit) ?? "", name: version.name, shortName: version.shortName,
                level: version.level, parent: version.parent, validFrom: all.first?.validFrom ?? version.validFrom,
                validTo: all.last?.validTo)
        }
        .sorted {
            (order.firstIndex(of: $0.level) ?? 0, $0.name.sortKey, $0.key) < (order.firstIndex(of: $1.level) ?? 0, $1.name.sortKey, $1.key)
        }
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
