package import Database
package import Domain

/// A row of an import that is done, with the case that it made or was known as.
package struct ImportedRow: Sendable, Equatable {
    package var line: Int
    package var number: String
    package var outcome: PetitionImportPlan.Outcome
    package var petition: CaseRow?
    package var remarks: [PetitionRemark]
}

/// A case of a sender who stands in a list too.
package struct SenderCase: Sendable, Equatable {
    package var number: CaseNumber
    package var text: String

    package init(number: CaseNumber, text: String) {
        self.number = number
        self.text = text
    }
}

/// Reads what imports are compared with, and what became of them.
package enum ImportQueries {
    /// The cases that messages with these ids opened or belong to.
    package static func known(_ channel: Channel, externalIDs: [String], _ tx: Transaction) throws -> [String: KnownCase] {
        var known: [String: KnownCase] = [:]
        for start in stride(from: 0, to: externalIDs.count, by: idsAtOnce) {
            let chunk = Array(externalIDs[start..<min(start + idsAtOnce, externalIDs.count)])
            try tx.each(
                """
                SELECT message.external_id, petition.id, petition.number FROM message JOIN petition ON petition.id = message.petition
                WHERE message.channel = \(channel) AND message.external_id IN \(SQL.list(chunk)) LIMIT \(chunk.count)
                """
            ) { row in known[try row["external_id"]] = KnownCase(id: try row["id"], number: try row["number"]) }
        }
        return known
    }

    /// A case that is there already.
    package struct KnownCase: Sendable, Equatable {
        package var id: ID<Case>
        package var number: CaseNumber
    }

    /// The newest cases of each of these senders, whatever the channel, as far as a reader may see them. Restricted cases are never among
    /// them, whoever asks.
    package static func cases(
        of keys: [ImportedPetition.SenderKey], seenBy visibility: CaseVisibility, _ tx: Transaction
    ) throws -> [ImportedPetition.SenderKey: [SenderCase]] {
        var phones: [String] = []
        var codes: [String] = []
        for key in Set(keys) {
            switch key {
            case .phone(let phone): phones.append(phone)
            case .taxCode(let code): codes.append(code)
            }
        }
        var found: [ImportedPetition.SenderKey: [SenderCase]] = [:]
        try cases(by: "contact.phone", phones, visibility, tx) { found[.phone($0), default: []].append($1) }
        try cases(by: "contact.tax_code", codes, visibility, tx) { found[.taxCode($0), default: []].append($1) }
        return found
    }

    private static func cases(
        by column: SQL, _ values: [String], _ visibility: CaseVisibility, _ tx: Transaction, _ body: (String, SenderCase) -> Void
    ) throws {
        let values = values.sorted()
        for start in stride(from: 0, to: values.count, by: sendersAtOnce) {
            let chunk = Array(values[start..<min(start + sendersAtOnce, values.count)])
            try tx.each(
                """
                SELECT \(column) AS known_by, petition.number, petition.text FROM contact
                JOIN petition ON petition.contact = contact.id
                WHERE \(column) IN \(SQL.list(chunk)) AND petition.is_restricted = 0 AND \(SQL.all(visibility.conditions))
                ORDER BY petition.received_at DESC, petition.id DESC LIMIT \(casesAtOnce)
                """
            ) { row in body(try row["known_by"], SenderCase(number: try row["number"], text: try row["text"])) }
        }
    }

    /// Whether a reader may see every case that an import made or was known as. The file says what all of them say.
    package static func showsAll(of run: ID<PetitionImport>, to visibility: CaseVisibility?, _ tx: Transaction) throws -> Bool {
        let seen = visibility.map { SQL.all($0.conditions) } ?? "1 = 0"
        let hidden = try tx.count(
            """
            SELECT count(*) AS n FROM petition_import_row kept WHERE kept.import = \(run) AND kept.petition IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM petition WHERE petition.id = kept.petition AND \(seen))
            """)
        return hidden == 0
    }

    /// The restricted cases that an import made or was known as.
    package static func restricted(of run: ID<PetitionImport>, _ tx: Transaction) throws -> [ID<Case>] {
        try tx.all(
            """
            SELECT DISTINCT petition.id FROM petition_import_row kept JOIN petition ON petition.id = kept.petition
            WHERE kept.import = \(run) AND petition.is_restricted = 1 ORDER BY petition.id
            """
        ) { try $0["id"] }
    }

    /// A page of the rows of an import that is done. Of a case that the reader may not see only that its row went in.
    package static func rows(
        of run: ID<PetitionImport>, seenBy visibility: CaseVisibility?, after line: Int, limit: Int, _ tx: Transaction
    ) throws -> [ImportedRow] {
        let rows: [(ImportedRow, ID<Case>?)] = try tx.all(
            """
            SELECT line, number, fate, petition, remarks FROM petition_import_row
            WHERE import = \(run) AND line > \(line) ORDER BY line LIMIT \(limit)
            """
        ) { row in
            let remarks: JSONText<[PetitionRemark]> = try row["remarks"]
            return (
                ImportedRow(line: try row["line"], number: try row["number"], outcome: try row["fate"], petition: nil, remarks: remarks.content),
                try row["petition"]
            )
        }
        let ids = rows.compactMap(\.1)
        var cases: [ID<Case>: CaseRow] = [:]
        if let visibility, !ids.isEmpty {
            try tx.each(
                """
                SELECT \(CaseRow.columns) FROM petition \(CaseRow.names)
                WHERE petition.id IN \(SQL.list(ids)) AND \(SQL.all(visibility.conditions)) LIMIT \(ids.count)
                """
            ) { row in
                let row = try CaseRow(row: row)
                cases[row.id] = row
            }
        }
        return rows.map { row, petition in
            var row = row
            row.petition = petition.flatMap { cases[$0] }
            // They quote the list.
            if petition != nil, row.petition == nil { row.remarks = [] }
            return row
        }
    }

    private static let idsAtOnce = 400
    private static let sendersAtOnce = 100
    /// A sender of hundreds of cases must not make every look at a list a walk through them all.
    private static let casesAtOnce = 2_000
}
