package import Database
package import Domain

/// A case that may be the same as another one, with the reasons.
package struct DuplicateProposal: Sendable, Equatable {
    package var row: CaseRow
    /// The strongest first.
    package var reasons: [DuplicateReason]
    /// From 0 to 1.
    package var score: Double
}

/// Finds open cases that may be the same as one, or as what somebody is just typing.
package enum DuplicateQueries {
    /// Proposals that are shown at once.
    package static let most = 5

    /// Open cases with the same telephone or tax code, a like text or the same file, the likest first. Restricted cases are never among
    /// them; a duplicate stands for its main case.
    /// - Parameters:
    ///   - phone: as it was typed, and the same with tax code and e-mail; empty: unknown.
    ///   - hashes: of the bytes of files, SHA-256 in hexadecimal.
    ///   - visibility: of whoever looks; `nil`, an account that sees no cases, finds nothing.
    package static func proposals(
        phone: String = "", taxCode: String = "", email: String = "", text: String, hashes: [String] = [], for visibility: CaseVisibility?,
        _ tx: Transaction
    ) throws -> [DuplicateProposal] {
        var person = Contact.Person()
        (person.phone, person.taxCode, person.email) = (phone, taxCode, email)
        return try find(Asked(person: person, text: text, hashes: hashes), except: [], visibility, tx)
    }

    /// The same for a case that is stored, without those that somebody found to be different.
    package static func proposals(for petition: Case, seenBy visibility: CaseVisibility?, _ tx: Transaction) throws -> [DuplicateProposal] {
        if petition.isRestricted || !petition.state.isOpen || petition.isMerged { return [] }
        guard let contact = try ContactStore.load(petition.contact, tx) else { return [] }
        let text = LikenessStore.text(title: petition.title, text: try CaseQueries.text(of: petition.id, tx))
        let asked = Asked(
            person: contact.person, text: text, hashes: try hashes(of: petition.id, tx), contact: contact.id, petition: petition.id)
        return try find(asked, except: try MergingStore.dismissed(for: petition.id, tx).union([petition.id]), visibility, tx)
    }

    private struct Asked {
        var person: Contact.Person
        var text: String
        var hashes: [String] = []
        var contact: ID<Contact>?
        var petition: ID<Case>?
    }

    private static func find(
        _ asked: Asked, except: Set<ID<Case>>, _ visibility: CaseVisibility?, _ tx: Transaction
    ) throws -> [DuplicateProposal] {
        guard let visibility else { return [] }
        var reasons: [ID<Case>: Set<DuplicateReason>] = [:]
        func add(_ reason: DuplicateReason, _ condition: SQL) throws {
            for id in try candidates(condition, tx) { reasons[id, default: []].insert(reason) }
        }
        if let contact = asked.contact { try add(.sender, "petition.contact = \(contact)") }
        if let phone = asked.person.phoneKey {
            try add(.phone, "petition.contact IN (SELECT id FROM contact WHERE phone = \(phone))")
        }
        if let taxCode = asked.person.taxCodeKey {
            try add(.taxCode, "petition.contact IN (SELECT id FROM contact WHERE tax_code = \(taxCode))")
        }
        if let email = asked.person.emailKey {
            try add(.email, "petition.contact IN (SELECT id FROM contact WHERE email = \(email))")
        }
        for hash in try telling(asked.hashes, tx) {
            try add(
                .attachment,
                "petition.id IN (SELECT m.petition FROM attachment a JOIN message m ON m.id = a.message WHERE a.content = \(hash))")
        }
        for like in try LikenessQueries.alike(
            asked.text, visibility: visibility, onlyOpen: true, excluding: asked.petition, limit: mostCandidates, tx)
        {
            let percent = Int((like.score * 100).rounded())
            if percent < DuplicateReason.leastLikeness { break }
            let main = try main(of: like.row.id, tx)
            let known = reasons[main, default: []].contains { if case .text = $0 { true } else { false } }
            if !known { reasons[main, default: []].insert(.text(percent)) }
        }
        for id in except { reasons[id] = nil }
        return try shown(reasons, visibility, tx)
    }

    /// Open cases that a condition names, newest first; of a duplicate its main case.
    private static func candidates(_ condition: SQL, _ tx: Transaction) throws -> [ID<Case>] {
        try tx.all(
            """
            SELECT coalesce(petition.merged_into, petition.id) AS id FROM petition
            WHERE \(condition) AND petition.is_restricted = 0 AND (petition.is_open = 1 OR petition.merged_into IS NOT NULL)
            ORDER BY petition.received_at DESC, petition.id DESC LIMIT \(mostCandidates)
            """
        ) { try $0["id"] }
    }

    private static func main(of petition: ID<Case>, _ tx: Transaction) throws -> ID<Case> {
        let main: ID<Case>?? = try tx.first("SELECT merged_into FROM petition WHERE id = \(petition)") { row -> ID<Case>? in
            try row["merged_into"]
        }
        return (main ?? nil) ?? petition
    }

    private static func hashes(of petition: ID<Case>, _ tx: Transaction) throws -> [String] {
        try tx.all(
            """
            SELECT DISTINCT a.content FROM attachment a JOIN message m ON m.id = a.message
            WHERE m.petition = \(petition) AND a.content IS NOT NULL ORDER BY a.content LIMIT \(mostFiles)
            """
        ) { try $0["content"] }
    }

    /// The files that tell something: a picture that comes with every letter tells nothing.
    private static func telling(_ hashes: [String], _ tx: Transaction) throws -> [String] {
        try hashes.prefix(mostFiles).filter { hash in
            let known = try tx.all("SELECT message FROM attachment WHERE content = \(hash) LIMIT \(mostCandidates)") { row -> ID<Message> in
                try row["message"]
            }
            return known.count < mostCandidates
        }
    }

    private static func shown(
        _ reasons: [ID<Case>: Set<DuplicateReason>], _ visibility: CaseVisibility, _ tx: Transaction
    ) throws -> [DuplicateProposal] {
        if reasons.isEmpty { return [] }
        let ids = reasons.keys.sorted()
        let conditions = visibility.conditions + ["petition.is_open = 1", "petition.is_restricted = 0", "petition.id IN \(SQL.list(ids))"]
        let found = try tx.all(
            "SELECT \(CaseRow.columns) FROM petition \(CaseRow.names) WHERE \(SQL.all(conditions)) LIMIT \(ids.count)"
        ) { row -> DuplicateProposal in
            let line = try CaseRow(row: row)
            let own = (reasons[line.id] ?? []).sorted { ($1.weight, "\($0)") < ($0.weight, "\($1)") }
            return DuplicateProposal(row: line, reasons: own, score: DuplicateReason.score(own))
        }
        let ranked = found.sorted { ($1.score, $1.row.receivedAt, $1.row.id) < ($0.score, $0.row.receivedAt, $0.row.id) }
        return Array(ranked.prefix(most))
    }

    /// Cases that are looked at for one reason.
    private static let mostCandidates = 20
    /// Files that are looked for.
    private static let mostFiles = 20
}
