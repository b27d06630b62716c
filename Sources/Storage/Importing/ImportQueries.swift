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
    package var title: String
    package var text: String
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

    /// The newest cases of each of these senders, whatever the channel. Restricted cases are never among them, whoever asks.
    package static func cases(
        of keys: [ImportedPetition.SenderKey], _ tx: Transaction
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
        try cases(by: "contact.phone", phones, tx) { found[.phone($0), default: []].append($1) }
        try cases(by: "contact.tax_code", codes, tx) { found[.taxCode($0), default: []].append($1) }
        return found
    }

    private static func cases(
        by column: SQL, _ values: [String], _ tx: Transaction, _ body: (String, SenderCase) -> Void
    ) throws {
        let values = values.sorted()
        for start in stride(from: 0, to: values.count, by: sendersAtOnce) {
            let chunk = Array(values[start..<min(start + sendersAtOnce, values.count)])
            try tx.each(
                """
                SELECT \(column) AS known_by, petition.number, petition.title, petition.text FROM contact
                JOIN petition ON petition.contact = contact.id
                WHERE \(column) IN \(SQL.list(chunk)) AND petition.is_restricted = 0
                ORDER BY petition.received_at DESC, petition.id DESC LIMIT \(casesAtOnce)
                """
            ) { row in body(try row["known_by"], SenderCase(number: try row["number"], title: try row["title"], text: try row["text"])) }
        }
    }

    /// A page of the rows of an import that is done, restricted cases without their words.
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
        guard let visibility, !ids.isEmpty else { return rows.map(\.0) }
        var cases: [ID<Case>: CaseRow] = [:]
        try tx.each(
            """
            SELECT \(CaseRow.columns) FROM petition \(CaseRow.names)
            WHERE petition.id IN \(SQL.list(ids)) AND \(SQL.all(visibility.conditions)) LIMIT \(ids.count)
            """
        ) { row in
            let row = try CaseRow(row: row)
            cases[row.id] = row
        }
        return rows.map { row, petition in
            var row = row
            row.petition = petition.flatMap { cases[$0] }
            return row
        }
    }

    private static let idsAtOnce = 400
    private static let sendersAtOnce = 100
    /// A sender of hundreds of cases must not make every look at a list a walk through them all.
    private static let casesAtOnce = 2_000
}
