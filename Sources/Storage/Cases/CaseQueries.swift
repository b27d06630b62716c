package import Database
package import Domain

/// Reads cases in the shape of the pages that show them.
package enum CaseQueries {
    /// A page of a list. Keyset paging: a page costs the same wherever it lies. What words find comes newest first.
    package static func list(
        _ filter: CaseFilter, seenBy visibility: CaseVisibility, at now: Instant, soon: Instant, after: CaseCursor?, limit: Int,
        _ tx: Transaction
    ) throws -> [CaseRow] {
        var conditions = visibility.conditions + filter.conditions(at: now, soon: soon, seenBy: visibility)
        let terms = filter.terms
        if !terms.isEmpty { return try CaseSearch(terms: terms, conditions: conditions, limit: limit).rows(after: after?.id, tx) }
        let byDue = filter.isByDueDate
        if let after {
            conditions.append(
                byDue
                    ? "(petition.due_at, petition.id) > (\(after.at), \(after.id))"
                    : "(petition.received_at, petition.id) < (\(after.at), \(after.id))")
        }
        let order: SQL = byDue ? "petition.due_at, petition.id" : "petition.received_at DESC, petition.id DESC"
        return try tx.all(
            """
            SELECT \(CaseRow.columns) FROM petition \(CaseRow.names)
            WHERE \(SQL.all(conditions)) ORDER BY \(order) LIMIT \(limit)
            """, CaseRow.init)
    }

    /// The counts of the left rail, in one pass over the open cases.
    package static func queues(
        seenBy visibility: CaseVisibility, at now: Instant, soon: Instant, _ tx: Transaction
    ) throws -> [CaseFilter.Queue: Int] {
        let conditions = visibility.conditions + ["petition.is_open = 1"]
        let row = try tx.row(
            """
            SELECT
              count(*) FILTER (WHERE state = 'received' AND is_paused = 0) AS intake,
              count(*) FILTER (WHERE state = 'diagnosing' AND is_paused = 0) AS diagnosis,
              count(*) FILTER (WHERE state = 'handling' AND is_paused = 0) AS handling,
              count(*) FILTER (WHERE state = 'approving') AS approving,
              count(*) FILTER (WHERE is_paused = 1) AS waiting,
              count(*) FILTER (WHERE is_paused = 0 AND due_at >= \(now) AND due_at < \(soon)) AS soon,
              count(*) FILTER (WHERE is_paused = 0 AND due_at < \(now)) AS late,
              count(*) FILTER (WHERE state = 'referred') AS referred
            FROM petition WHERE \(SQL.all(conditions))
            """)
        guard let row else { return [:] }
        return [
            .intake: try row["intake"], .diagnosis: try row["diagnosis"], .handling: try row["handling"],
            .approving: try row["approving"], .waiting: try row["waiting"], .soon: try row["soon"], .late: try row["late"],
            .referred: try row["referred"],
        ]
    }

    /// How many cases lie in a queue; for the small ones that the one pass over the open cases does not count.
    package static func count(
        _ queue: CaseFilter.Queue, seenBy visibility: CaseVisibility, at now: Instant, soon: Instant, _ tx: Transaction
    ) throws -> Int {
        var filter = CaseFilter()
        filter.queue = queue
        let conditions = visibility.conditions + filter.conditions(at: now, soon: soon, seenBy: visibility)
        return try tx.first("SELECT count(*) AS cases FROM petition WHERE \(SQL.all(conditions))") { try $0["cases"] } ?? 0
    }

    /// The text of a petition as it was sent, or as its item was typed out.
    package static func text(of petition: ID<Case>, _ tx: Transaction) throws -> String {
        try tx.first("SELECT text FROM petition WHERE id = \(petition)") { try $0["text"] } ?? ""
    }

    /// The newest answer that went out; `nil` when none did.
    package static func answer(to petition: ID<Case>, _ tx: Transaction) throws -> AnswerDraft? {
        let event = try tx.first(
            "SELECT event FROM case_event WHERE petition = \(petition) AND verb = 'approved' ORDER BY position DESC LIMIT 1"
        ) { row -> CaseEvent in
            let event: JSONText<CaseEvent> = try row["event"]
            return event.content
        }
        if case .approved(let answer)? = event { return answer }
        return nil
    }

    /// Everything that the page of one case shows.
    package static func file(_ code: String, _ tx: Transaction) throws -> CaseFile? {
        guard let petition = try CaseStore.find(code, tx), let contact = try ContactStore.load(petition.contact, tx),
            let lead = try OrganisationStore.unit(petition.lead, tx)
        else { return nil }
        let text = try text(of: petition.id, tx)
        return CaseFile(
            petition: petition, text: text, contact: contact, lead: lead,
            person: try petition.person.flatMap { try AccountStore.load($0, on: nil, tx) },
            messages: try MessageStore.of(petition.id, tx), others: try MessageStore.others(in: petition, tx),
            attachments: try AttachmentQueries.of(petition.id, tx),
            outbox: try OutboxStore.of(petition.id, tx), events: try CaseStore.events(of: petition.id, tx))
    }
}

/// Where a page of a list ended.
package struct CaseCursor: Sendable, Equatable {
    package var at: Instant
    package var id: ID<Case>

    package init(at: Instant, id: ID<Case>) {
        self.at = at
        self.id = id
    }

    /// As it stands in an address.
    package var text: String { "\(at.milliseconds).\(id.text)" }

    package init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = ID<Case>(String(parts[1])) else { return nil }
        self.init(at: Instant(milliseconds: milliseconds), id: id)
    }
}

/// A line of a list.
package struct CaseRow: Sendable, Equatable {
    package var id: ID<Case>
    package var number: CaseNumber
    package var sender: String
    package var title: String
    package var state: CaseState
    package var isPaused: Bool
    package var urgent: Bool
    package var channel: Channel
    package var kind: Kind?
    package var site: Site?
    package var field: String?
    package var lead: String
    package var person: String?
    package var outcome: Outcome?
    package var receivedAt: Instant
    package var dueAt: Instant
    package var answeredAt: Instant?
    package var updatedAt: Instant
    /// Dealt with in another case now.
    package var isMerged: Bool

    static let columns: SQL = """
        petition.id, petition.number, petition.title, petition.state, petition.is_paused, petition.urgent, petition.channel,
        petition.received_at, petition.due_at, petition.answered_at, petition.updated_at, petition.outcome, petition.kind,
        petition.site, petition.merged_into, contact.display, field.name AS field_name, unit.short_name AS lead_name, account.name AS person_name
        """

    /// Joins to `petition` what names the columns.
    static let names: SQL = """
        JOIN contact ON contact.id = petition.contact JOIN unit ON unit.id = petition.lead
        LEFT JOIN field ON field.code = petition.field LEFT JOIN account ON account.id = petition.person
        """

    init(row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        sender = try row["display"]
        title = try row["title"]
        state = try row["state"]
        isPaused = try row["is_paused"]
        urgent = try row["urgent"]
        channel = try row["channel"]
        kind = try row["kind"]
        site = try row["site"]
        field = try row["field_name"]
        lead = try row["lead_name"]
        person = try row["person_name"]
        outcome = try row["outcome"]
        receivedAt = try row["received_at"]
        dueAt = try row["due_at"]
        answeredAt = try row["answered_at"]
        updatedAt = try row["updated_at"]
        let main: ID<Case>? = try row["merged_into"]
        isMerged = main != nil
    }

    /// Where the next page begins when this row ends the page.
    package func cursor(byDueDate: Bool) -> CaseCursor { CaseCursor(at: byDueDate ? dueAt : receivedAt, id: id) }
}

/// Everything about one case.
package struct CaseFile: Sendable {
    package var petition: Case
    /// The first message as it was sent.
    package var text: String
    package var contact: Contact
    package var lead: Unit
    package var person: Account?
    package var messages: [Message]
    /// Who wrote where it was not the sender himself: a colleague within a thread of mails.
    package var others: [ID<Message>: String]
    package var attachments: [AttachmentRow]
    package var outbox: [OutboxEntry]
    package var events: [RecordedEvent]
}
