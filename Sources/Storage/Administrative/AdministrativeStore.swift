package import Database
package import Domain

/// Keeps the administrative units of both classifications and what became of the old ones.
package enum AdministrativeStore {
    /// Everything, for comparison with a map: fourteen thousand units.
    package static func load(_ tx: Transaction) throws -> (units: [AdministrativeUnit], successions: [AdministrativeSuccession]) {
        let units = try tx.all("SELECT \(columns) FROM administrative_unit u ORDER BY u.classification, u.code") {
            try $0.administrativeUnit()
        }
        let successions = try tx.all(
            """
            SELECT from_classification, from_code, to_classification, to_code, share FROM administrative_succession
            ORDER BY from_classification, from_code, to_classification, to_code
            """
        ) { row in
            AdministrativeSuccession(
                old: try row.administrativeCode("from_classification", "from_code"),
                new: try row.administrativeCode("to_classification", "to_code"), share: try row["share"])
        }
        return (units, successions)
    }

    /// Puts a change into effect.
    package static func apply(_ change: AdministrativeChange, _ tx: Transaction) throws {
        for gone in change.removedSuccessions {
            try tx.run(
                """
                DELETE FROM administrative_succession WHERE from_classification = \(gone.old.classification)
                AND from_code = \(gone.old.digits) AND to_classification = \(gone.new.classification) AND to_code = \(gone.new.digits)
                """)
        }
        try insert(change.added, tx)
        for unit in change.changed {
            try tx.run(
                """
                UPDATE administrative_unit SET tier = \(unit.level), kind = \(unit.kind), name = \(unit.name), words = \(words(unit)),
                sorted_by = \(unit.ownName.folded), parent = \(unit.parent?.digits)
                WHERE classification = \(unit.code.classification) AND code = \(unit.code.digits)
                """)
        }
        for unit in change.removed {
            try tx.run(
                "DELETE FROM administrative_unit WHERE classification = \(unit.code.classification) AND code = \(unit.code.digits)")
        }
        try insert(change.addedSuccessions, tx)
    }

    /// Rows that go in with one statement: few enough for every engine's limit of binds, enough to be quick over a network.
    private static let rowsAtOnce = 50

    private static func insert(_ units: [AdministrativeUnit], _ tx: Transaction) throws {
        try inChunks(units) { unit in
            """
            (\(unit.code.classification), \(unit.code.digits), \(unit.level), \(unit.kind), \(unit.name), \(words(unit)), \
            \(unit.ownName.folded), \(unit.parent?.digits))
            """
        } run: { rows in
            try tx.run(
                "INSERT INTO administrative_unit (classification, code, tier, kind, name, words, sorted_by, parent) VALUES \(rows)")
        }
    }

    private static func insert(_ successions: [AdministrativeSuccession], _ tx: Transaction) throws {
        try inChunks(successions) { one in
            "(\(one.old.classification), \(one.old.digits), \(one.new.classification), \(one.new.digits), \(one.share))"
        } run: { rows in
            try tx.run(
                """
                INSERT INTO administrative_succession (from_classification, from_code, to_classification, to_code, share)
                VALUES \(rows)
                """)
        }
    }

    private static func inChunks<T>(_ values: [T], _ row: (T) -> SQL, run: (SQL) throws -> Void) throws {
        for start in stride(from: 0, to: values.count, by: rowsAtOnce) {
            let chunk = values[start..<min(start + rowsAtOnce, values.count)]
            if let rows = SQL.joined(chunk.map(row), by: ", ") { try run(rows) }
        }
    }

    private static func words(_ unit: AdministrativeUnit) -> String { " " + unit.name.searchWords.joined(separator: " ") }

    static let columns: SQL = "u.classification, u.code, u.kind, u.name, u.parent"
}
