package import Database
package import Domain

/// Keeps imports of petitions: the file that waits, and what came of it.
package enum ImportStore {
    package static func insert(_ run: PetitionImport, bytes: [UInt8], _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO petition_import (
              id, channel, list, file_name, hash, size, layout, day, places, mapping_name, leaves_answered, state, account, account_name,
              at, counts)
            VALUES (
              \(run.id), \(run.order.channel), \(run.order.list), \(run.fileName), \(run.hash), \(run.size), \(run.layout),
              \(run.order.day), \(run.order.mapping.stored), \(run.mappingName), \(run.order.leavesAnswered), \(run.state), \(run.account),
              \(run.accountName), \(run.at), \(run.counts.map(JSONText.init)))
            """)
        try tx.run("INSERT INTO petition_import_file (import, bytes) VALUES (\(run.id), \(bytes))")
    }

    package static func save(_ run: PetitionImport, _ tx: Transaction) throws {
        try tx.run(
            """
            UPDATE petition_import SET day = \(run.order.day), places = \(run.order.mapping.stored), mapping_name = \(run.mappingName),
              leaves_answered = \(run.order.leavesAnswered), state = \(run.state), account = \(run.account),
              account_name = \(run.accountName), at = \(run.at), counts = \(run.counts.map(JSONText.init))
            WHERE id = \(run.id)
            """)
    }

    package static func load(_ id: ID<PetitionImport>, _ tx: Transaction) throws -> PetitionImport? {
        try tx.first("SELECT \(columns) FROM petition_import WHERE id = \(id)", make)
    }

    /// The newest first.
    package static func newest(limit: Int, _ tx: Transaction) throws -> [PetitionImport] {
        try tx.all("SELECT \(columns) FROM petition_import ORDER BY at DESC, id DESC LIMIT \(limit)", make)
    }

    package static func file(of id: ID<PetitionImport>, _ tx: Transaction) throws -> [UInt8]? {
        try tx.first("SELECT bytes FROM petition_import_file WHERE import = \(id)") { try $0["bytes"] }
    }

    /// Throws an import away that waits; one that is done stays.
    package static func discard(_ id: ID<PetitionImport>, _ tx: Transaction) throws {
        try tx.run("DELETE FROM petition_import_file WHERE import IN (SELECT id FROM petition_import WHERE id = \(id) AND state = 'waiting')")
        try tx.run("DELETE FROM petition_import WHERE id = \(id) AND state = 'waiting'")
    }

    /// Those that have waited since before a moment, and nobody came back for.
    package static func forgotten(since moment: Instant, _ tx: Transaction) throws -> [ID<PetitionImport>] {
        try tx.all("SELECT id FROM petition_import WHERE state = 'waiting' AND at < \(moment) ORDER BY at LIMIT 100") { try $0["id"] }
    }

    /// A file that went in already, if this is one.
    package static func done(hash: String, channel: Channel, _ tx: Transaction) throws -> PetitionImport? {
        try tx.first(
            """
            SELECT \(columns) FROM petition_import WHERE hash = \(hash) AND channel = \(channel) AND state = 'done'
            ORDER BY at DESC LIMIT 1
            """, make)
    }

    package static func insert(
        _ row: PetitionImportPlan.Row, petition: ID<Case>?, of run: ID<PetitionImport>, _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO petition_import_row (import, line, fate, petition, number, remarks)
            VALUES (\(run), \(row.petition.row), \(row.fate.outcome), \(petition), \(row.petition.number), \(JSONText(row.petition.remarks)))
            """)
    }

    private static let columns: SQL = """
        id, channel, list, file_name, hash, size, layout, day, places, mapping_name, leaves_answered, state, account, account_name, at, counts
        """

    private static func make(_ row: Row) throws -> PetitionImport {
        let counts: JSONText<PetitionImportPlan.Counts>? = try row["counts"]
        return PetitionImport(
            id: try row["id"],
            order: PetitionImportOrder(
                channel: try row["channel"], list: try row["list"], mapping: PetitionMapping(stored: try row["places"]),
                day: try row["day"], leavesAnswered: try row["leaves_answered"]), mappingName: try row["mapping_name"],
            fileName: try row["file_name"], hash: try row["hash"], size: try row["size"], layout: try row["layout"],
            state: try row["state"], account: try row["account"], accountName: try row["account_name"], at: try row["at"],
            counts: counts?.content)
    }
}
