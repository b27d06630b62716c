import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh import administrative-units`: the units of both classifications that came with the program.
struct ImportAdministrativeUnitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "administrative-units",
        abstract: "Nạp danh mục đơn vị hành chính ba cấp và hai cấp kèm theo chương trình; nạp lại chỉ ghi phần khác.")

    @OptionGroup var global: GlobalOptions
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        let map = try ShippedUnits.map()
        let notice = try ShippedUnits.notice()
        let (change, counts) = try await Composition.run(try await global.settings()) { composition in
            let change = try await composition.office.perform(ImportAdministrativeUnits(map), as: .system)
            return (change, try await composition.office.read { try AdministrativeQueries.counts($0) })
        }
        if json { return try Printing.json(AdministrativeImportJSON(change, counts, notice)) }
        Printing.table(
            ["HỆ THỐNG", "CẤP", "LOẠI", "SỐ ĐƠN VỊ"],
            counts.map { [Terms.name($0.classification), Terms.name($0.kind.level), Terms.name($0.kind), "\($0.count)"] })
        Printing.line("Đơn vị: thêm \(change.added.count), sửa \(change.changed.count), bỏ \(change.removed.count).")
        Printing.line("Liên kết cũ, mới: thêm \(change.addedSuccessions.count), bỏ \(change.removedSuccessions.count).")
        Printing.line("")
        Printing.write(notice)
    }
}

/// The map that came with the program.
enum ShippedUnits {
    static func map() throws -> AdministrativeMap {
        guard let units = ShippedFile.bytes("administrative/units.tsv"), let successions = ShippedFile.bytes("administrative/succession.tsv")
        else { throw missing }
        return try AdministrativeMap(unitsFile: units, successionFile: successions)
    }

    /// Whose data it is, and under which licence.
    static func notice() throws -> String {
        guard let bytes = ShippedFile.bytes("administrative/NOTICE.txt") else { throw missing }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let missing = CommandFailure("Chương trình thiếu danh mục đơn vị hành chính kèm theo.")
}

/// The JSON of an import of administrative units.
struct AdministrativeImportJSON: Encodable {
    struct Changes: Encodable {
        var added: Int
        var changed: Int
        var removed: Int
        var links_added: Int
        var links_removed: Int
    }

    struct Count: Encodable {
        var classification: Int
        var level: Int
        var kind: String
        var count: Int
    }

    var changes: Changes
    var counts: [Count]
    var notice: String

    init(_ change: AdministrativeChange, _ counts: [AdministrativeQueries.Count], _ notice: String) {
        changes = Changes(
            added: change.added.count, changed: change.changed.count, removed: change.removed.count,
            links_added: change.addedSuccessions.count, links_removed: change.removedSuccessions.count)
        self.counts = counts.map {
            Count(classification: $0.classification.rawValue, level: $0.kind.level.rawValue, kind: $0.kind.rawValue, count: $0.count)
        }
        self.notice = notice
    }
}
