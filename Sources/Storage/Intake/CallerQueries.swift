package import Database
package import Domain

/// Finds who is on the line and what he has with us, by telephone, tax code or case: only what the reader may see. Telephone and tax
/// code are those by which contacts are known again (`Contact.Person.phoneKey`, `taxCodeKey`).
package enum CallerQueries {
    /// Contacts of that telephone or tax code, most recently heard first. A sender whose name is kept is shown to the readers of his case
    /// alone.
    package static func contacts(
        phone: String?, taxCode: String?, seenBy visibility: CaseVisibility, limit: Int, _ tx: Transaction
    ) throws -> [Contact] {
        guard let matches = matches(phone, taxCode) else { return [] }
        let ids = try tx.all(
            """
            SELECT contact.id FROM contact WHERE \(matches) AND NOT EXISTS (
              SELECT 1 FROM petition WHERE petition.contact = contact.id AND petition.is_restricted = 1
                AND NOT (\(SQL.all(visibility.conditions))))
            ORDER BY contact.last_at DESC, contact.id DESC LIMIT \(limit)
            """
        ) { row -> ID<Contact> in try row["id"] }
        return try ids.compactMap { try ContactStore.load($0, tx) }
    }

    /// Contacts of that telephone or tax code who have no address on a wire, whoever may see them: for telling whether a sender is known.
    /// One whose name is kept is taken for nobody.
    package static func candidates(phone: String?, taxCode: String?, _ tx: Transaction) throws -> [Contact] {
        guard let matches = matches(phone, taxCode) else { return [] }
        let ids = try tx.all(
            """
            SELECT contact.id FROM contact WHERE \(matches) AND contact.address IS NULL AND NOT EXISTS (
              SELECT 1 FROM petition WHERE petition.contact = contact.id AND petition.is_restricted = 1)
            ORDER BY contact.id LIMIT 100
            """
        ) { row -> ID<Contact> in try row["id"] }
        return try ids.compactMap { try ContactStore.load($0, tx) }
    }

    /// Cases of that telephone or tax code, newest first.
    package static func cases(
        phone: String?, taxCode: String?, seenBy visibility: CaseVisibility, limit: Int, _ tx: Transaction
    ) throws -> [CaseRow] {
        guard let matches = matches(phone, taxCode) else { return [] }
        return try rows(
            visibility.conditions + ["petition.contact IN (SELECT contact.id FROM contact WHERE \(matches))"], limit: limit, tx)
    }

    /// The case of a number or lookup code that somebody reads out.
    package static func named(_ code: String, seenBy visibility: CaseVisibility, _ tx: Transaction) throws -> CaseRow? {
        guard let petition = try CaseStore.find(code, tx) else { return nil }
        return try rows(visibility.conditions + ["petition.id = \(petition.id)"], limit: 1, tx).first
    }

    private static func rows(_ conditions: [SQL], limit: Int, _ tx: Transaction) throws -> [CaseRow] {
        try tx.all(
            """
            SELECT \(CaseRow.columns) FROM petition \(CaseRow.names) WHERE \(SQL.all(conditions))
            ORDER BY petition.received_at DESC, petition.id DESC LIMIT \(limit)
            """, CaseRow.init)
    }

    private static func matches(_ phone: String?, _ taxCode: String?) -> SQL? {
        var any: [SQL] = []
        if let phone { any.append("contact.phone = \(phone)") }
        if let taxCode { any.append("contact.tax_code = \(taxCode)") }
        return SQL.joined(any, by: " OR ").map { "(\($0))" }
    }
}
