import Documents
import Domain
import Storage

/// What the command line says of a unit.
extension AdministrativeEntry {
    var lines: [String] {
        var lines = ["\(unit.name), mã \(unit.code.digits) (\(Terms.name(unit.code.classification)))"]
        if !above.isEmpty { lines.append("Thuộc: " + above.reversed().map { "\($0.name) (\($0.code.digits))" }.joined(separator: ", ")) }
        lines += fateLines
        if !origins.isEmpty {
            lines.append("Thành lập từ:")
            lines += origins.map { "  \($0.unit.code.digits)  \($0.unit.name), \(Terms.name($0.share))" }
        }
        return lines
    }

    private var fateLines: [String] {
        switch fate {
        case .one(let new): ["Nay là: \(new.name) (\(new.code.digits))"]
        case .split(let parts):
            ["Đã chia, phải xem địa chỉ cụ thể để chọn; thường là đơn vị đầu:"] + parts.map { "  \($0.code.digits)  \($0.name)" }
        case .dissolved(let communes):
            ["Không còn; các xã, thị trấn nay thuộc:"] + communes.map { "  \($0.code.digits)  \($0.name)" }
        case .nothing: []
        }
    }
}

/// The JSON of an administrative unit.
struct AdministrativeUnitJSON: Encodable {
    var classification: Int
    var code: String
    var kind: String
    var level: Int
    var name: String
    var parent: Nullable<String>

    init(_ unit: AdministrativeUnit) {
        classification = unit.code.classification.rawValue
        code = unit.code.digits
        kind = unit.kind.rawValue
        level = unit.level.rawValue
        name = unit.name
        parent = Nullable(unit.parent?.digits)
    }
}

/// The JSON of a unit with what became of it and what it was made of.
struct AdministrativeEntryJSON: Encodable {
    struct Origin: Encodable {
        var unit: AdministrativeUnitJSON
        var share: String
    }

    var unit: AdministrativeUnitJSON
    var above: [AdministrativeUnitJSON]
    /// `one`, `split`, `dissolved` or `nothing`.
    var fate: String
    var became: [AdministrativeUnitJSON]
    var made_of: [Origin]

    init(_ entry: AdministrativeEntry) {
        unit = AdministrativeUnitJSON(entry.unit)
        above = entry.above.map(AdministrativeUnitJSON.init)
        fate =
            switch entry.fate {
            case .one: "one"
            case .split: "split"
            case .dissolved: "dissolved"
            case .nothing: "nothing"
            }
        became = entry.fate.units.map(AdministrativeUnitJSON.init)
        made_of = entry.origins.map { Origin(unit: AdministrativeUnitJSON($0.unit), share: $0.share.rawValue) }
    }
}
