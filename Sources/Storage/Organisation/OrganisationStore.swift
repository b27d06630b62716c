package import Database
package import Domain

/// Keeps units: the row is the unit as it stands in its newest version; all versions and successions lie beside it.
package enum OrganisationStore {
    /// Puts a new unit with its first version in place.
    package static func insert(_ unit: Unit, code: UnitCode? = nil, document: Decision? = nil, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO unit (id, key, name, short_name, level, parent, valid_from, valid_to)
            VALUES (
              \(unit.id), \(unit.key), \(unit.name), \(unit.shortName), \(unit.level), \(unit.parent), \(unit.validFrom), \(unit.validTo))
            """)
        try insert(
            UnitVersion(
                unit: unit.id, validFrom: unit.validFrom, validTo: unit.validTo, name: unit.name, shortName: unit.shortName,
                level: unit.level, parent: unit.parent, code: code, document: document), tx)
    }

    private static func insert(_ version: UnitVersion, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO unit_version (unit, valid_from, valid_to, name, short_name, level, parent, classification, code, document)
            VALUES (
              \(version.unit), \(version.validFrom), \(version.validTo), \(version.name), \(version.shortName), \(version.level),
              \(version.parent), \(version.code?.classification), \(version.code?.code), \(version.document.map(JSONText.init)))
            """)
    }

    package static func unit(_ id: ID<Unit>, _ tx: Transaction) throws -> Unit? {
        try tx.first("SELECT \(unitColumns) FROM unit WHERE id = \(id)", makeUnit)
    }

    package static func unit(key: String, _ tx: Transaction) throws -> Unit? {
        try tx.first("SELECT \(unitColumns) FROM unit WHERE key = \(key)", makeUnit)
    }

    /// Units that are open on a day, or all that ever were; by level and name, at most 5,000.
    package static func units(on day: Day?, _ tx: Transaction) throws -> [Unit] {
        let open: SQL = day.map { "valid_from <= \($0) AND (valid_to IS NULL OR valid_to >= \($0))" } ?? "1 = 1"
        return try tx.all("SELECT \(unitColumns) FROM unit WHERE \(open) ORDER BY level, name, id LIMIT 5000", makeUnit)
    }

    /// Everything that was ever known of units.
    package static func register(_ tx: Transaction) throws -> UnitRegister {
        let keys = try tx.all("SELECT key, id FROM unit") { row -> (String, ID<Unit>) in (try row["key"], try row["id"]) }
        let versions = try tx.all(
            """
            SELECT unit, valid_from, valid_to, name, short_name, level, parent, classification, code, document FROM unit_version
            ORDER BY unit, valid_from
            """, makeVersion)
        let successions = try tx.all(
            "SELECT from_unit, to_unit, on_day, kind, fields, areas, document FROM unit_succession ORDER BY on_day, from_unit, position",
            makeSuccession)
        return UnitRegister(
            keys: Dictionary(keys, uniquingKeysWith: { first, _ in first }), versions: versions, successions: successions)
    }

    /// Writes what a reorganisation, or a change of one unit, made of the register. Throws when a row is refused.
    package static func save(_ units: [ID<Unit>], of after: UnitRegister, _ tx: Transaction) throws {
        for unit in units {
            guard let versions = after.versions[unit], let first = versions.first, let last = versions.last, let key = after.key(of: unit)
            else { continue }
            if try tx.row("SELECT 1 AS one FROM unit WHERE id = \(unit)") == nil {
                try tx.run(
                    """
                    INSERT INTO unit (id, key, name, short_name, level, parent, valid_from, valid_to)
                    VALUES (
                      \(unit), \(key), \(last.name), \(last.shortName), \(last.level), \(last.parent), \(first.validFrom), \(last.validTo))
                    """)
            } else {
                try tx.run(
                    """
                    UPDATE unit SET name = \(last.name), short_name = \(last.shortName), level = \(last.level), parent = \(last.parent),
                      valid_to = \(last.validTo)
                    WHERE id = \(unit)
                    """)
                try tx.run("DELETE FROM unit_version WHERE unit = \(unit)")
            }
            for version in versions { try insert(version, tx) }
        }
    }

    /// Notes who goes on with whose work.
    package static func insert(_ succession: Succession, _ tx: Transaction) throws {
        let position = try tx.count("SELECT count(*) AS n FROM unit_succession WHERE from_unit = \(succession.from)")
        try tx.run(
            """
            INSERT INTO unit_succession (from_unit, position, to_unit, on_day, kind, fields, areas, document)
            VALUES (
              \(succession.from), \(position), \(succession.to), \(succession.on), \(succession.kind), \(JSONText(succession.fields)),
              \(JSONText(succession.areas)), \(succession.document.map(JSONText.init)))
            """)
    }

    private static let unitColumns: SQL = "id, key, name, short_name, level, parent, valid_from, valid_to"

    private static func makeUnit(_ row: Row) throws -> Unit {
        Unit(
            id: try row["id"], key: try row["key"], name: try row["name"], shortName: try row["short_name"], level: try row["level"],
            parent: try row["parent"], validFrom: try row["valid_from"], validTo: try row["valid_to"])
    }

    private static func makeVersion(_ row: Row) throws -> UnitVersion {
        let classification: String? = try row["classification"]
        let code: String? = try row["code"]
        let document: JSONText<Decision>? = try row["document"]
        return UnitVersion(
            unit: try row["unit"], validFrom: try row["valid_from"], validTo: try row["valid_to"], name: try row["name"],
            shortName: try row["short_name"], level: try row["level"], parent: try row["parent"],
            code: code.map { UnitCode(classification: classification ?? "", code: $0) }, document: document?.content)
    }

    private static func makeSuccession(_ row: Row) throws -> Succession {
        let fields: JSONText<[FieldCode]> = try row["fields"]
        let areas: JSONText<[AreaCode]> = try row["areas"]
        let document: JSONText<Decision>? = try row["document"]
        return Succession(
            from: try row["from_unit"], to: try row["to_unit"], on: try row["on_day"], kind: try row["kind"], fields: fields.content,
            areas: areas.content, document: document?.content)
    }
}
