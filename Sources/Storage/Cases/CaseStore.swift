package import Database
package import Domain

/// Keeps cases: the row is the truth, the journal tells how it came about, both change in one transaction.
package enum CaseStore {
    /// Puts a new case in its place, with its first event. `formKey` makes the same form sent twice the same case.
    /// - Parameter now: when it came into the register, if that is later than its receipt: figures of past weeks never change, so it
    ///   counts from here.
    package static func insert(
        _ petition: Case, team: ID<Team>, text: String, formKey: String?, event: CaseEvent, by actor: Actor, at now: Instant? = nil,
        _ tx: Transaction
    ) throws {
        let sorted = petition.classification
        let now = now ?? petition.receivedAt
        try tx.run(
            """
            INSERT INTO petition (
              id, team, number, lookup_code, contact, channel, received_at, title, text, state, is_open, is_paused, is_restricted, kind,
              field, area, site, site_name, urgent, lead, person, is_protected, submission, item, items, work,
              clock, due_at, original_due_at, form_key, version, updated_at)
            VALUES (
              \(petition.id), \(team), \(petition.number), \(petition.lookupCode), \(petition.contact), \(petition.channel),
              \(petition.receivedAt), \(petition.title), \(text), \(petition.state), \(petition.state.isOpen), \(petition.clock.isPaused),
              \(petition.isRestricted), \(sorted.kind), \(sorted.field), \(sorted.area), \(sorted.site), \(sorted.siteName),
              \(sorted.urgent), \(petition.lead), \(petition.person), \(petition.isProtected), \(petition.item?.submission),
              \(petition.item?.item), \(petition.item?.of), \(JSONText(petition.work)), \(JSONText(petition.clock)),
              \(petition.clock.due), \(petition.clock.originalDue),
              \(formKey), \(petition.version), \(now))
            """)
        try SpanStore.open(petition, at: now, tx)
        try record(event, of: petition, by: actor, at: now, tx)
    }

    /// Saves what an event made of a case, and the event. Throws `Refusal.changedMeanwhile` when the row is not the one that
    /// `before` was read from.
    package static func save(
        _ petition: Case, before: Case, event: CaseEvent, by actor: Actor, at now: Instant, _ tx: Transaction
    ) throws {
        let changed = try tx.run(
            """
            UPDATE petition SET
              team = coalesce(\(petition.team), team), title = \(petition.title), state = \(petition.state),
              is_open = \(petition.state.isOpen && !petition.isMerged),
              is_paused = \(petition.clock.isPaused), is_restricted = \(petition.isRestricted),
              kind = \(petition.classification.kind), field = \(petition.classification.field), area = \(petition.classification.area),
              site = \(petition.classification.site), site_name = \(petition.classification.siteName),
              urgent = \(petition.classification.urgent), lead = \(petition.lead), person = \(petition.person),
              diagnosis = \(petition.diagnosis.map(JSONText.init)), clock = \(JSONText(petition.clock)), due_at = \(petition.clock.due),
              draft = \(petition.draft.map(JSONText.init)), outcome = \(petition.outcome), answered_at = \(petition.answeredAt),
              rating = \(petition.rating.map(JSONText.init)), submission = \(petition.item?.submission), item = \(petition.item?.item),
              items = \(petition.item?.of), cause = \(petition.cause), complained_of = \(petition.classification.complainedOf),
              work = \(JSONText(petition.work)), level = \(petition.work.escalation?.level),
              asked = \(petition.work.escalation?.askedAccount), offered_to = \(petition.work.offer?.to),
              awaits_decision = \(petition.work.awaitsDecision), wants_extension = \(petition.work.wantedExtension != nil),
              promised_at = \(petition.promisedAt), merger = \(petition.merger.map(JSONText.init)),
              merged_into = \(petition.isMerged ? petition.merger?.main : nil),
              version = \(petition.version), updated_at = \(now)
            WHERE id = \(petition.id) AND version = \(before.version)
            """)
        if changed == 0 { throw Refusal.changedMeanwhile }
        try SpanStore.follow(from: before, to: petition, at: now, tx)
        try SharingStore.follow(from: before, to: petition, at: now, tx)
        try WorkStore.follow(event, from: before, to: petition, at: now, tx)
        try MergingStore.follow(from: before, to: petition, at: now, tx)
        try record(event, of: petition, by: actor, at: now, tx)
    }

    /// Writes an event into the journal; it stands at the version that it led to.
    private static func record(_ event: CaseEvent, of petition: Case, by actor: Actor, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO case_event (petition, position, at, verb, actor, actor_name, state, event)
            VALUES (
              \(petition.id), \(petition.version), \(now), \(event.verb), \(actor.account?.id), \(actor.name ?? ""), \(petition.state),
              \(JSONText(event)))
            """)
    }

    /// A case by its id; `nil` when there is none.
    package static func load(_ id: ID<Case>, _ tx: Transaction) throws -> Case? {
        try tx.first("SELECT \(columns) FROM petition WHERE id = \(id)") { try make($0, tx) }
    }

    /// A case by number or lookup code, as staff type them.
    package static func find(_ code: String, _ tx: Transaction) throws -> Case? {
        if let number = CaseNumber(code) {
            return try tx.first("SELECT \(columns) FROM petition WHERE number = \(number)") { try make($0, tx) }
        }
        guard let lookup = LookupCode(code) else { return nil }
        return try tx.first("SELECT \(columns) FROM petition WHERE lookup_code = \(lookup)") { try make($0, tx) }
    }

    /// Whether a case has this code already.
    package static func isTaken(_ code: LookupCode, _ tx: Transaction) throws -> Bool {
        try tx.row("SELECT 1 AS one FROM petition WHERE lookup_code = \(code)") != nil
    }

    /// The case that a form already opened.
    package static func byForm(_ key: String, _ tx: Transaction) throws -> Case? {
        try tx.first("SELECT \(columns) FROM petition WHERE form_key = \(key)") { try make($0, tx) }
    }

    /// The sender's newest case.
    package static func newest(of contact: ID<Contact>, _ tx: Transaction) throws -> Case? {
        try tx.first(
            "SELECT \(columns) FROM petition WHERE contact = \(contact) ORDER BY received_at DESC, id DESC LIMIT 1"
        ) { try make($0, tx) }
    }

    /// The journal of a case, oldest first.
    package static func events(of petition: ID<Case>, _ tx: Transaction) throws -> [RecordedEvent] {
        try tx.all(
            "SELECT position, at, actor_name, state, event FROM case_event WHERE petition = \(petition) ORDER BY position"
        ) { row in
            let event: JSONText<CaseEvent> = try row["event"]
            return RecordedEvent(
                position: try row["position"], at: try row["at"], actorName: try row["actor_name"], state: try row["state"],
                event: event.content)
        }
    }

    private static func make(_ row: Row, _ tx: Transaction) throws -> Case {
        var petition = try Case(row: row)
        petition.coordinating = try SharingStore.coordinating(petition.id, tx)
        // Whoever it is offered to sees it too; he co-ordinates only when he was asked.
        if let offered = petition.work.offer?.to, !petition.work.consultations.contains(where: { $0.unit == offered }) {
            petition.coordinating.remove(offered)
        }
        if petition.isRestricted { petition.readers = try SharingStore.readers(petition.id, tx) }
        return petition
    }

    static let columns: SQL = """
        id, team, number, lookup_code, contact, channel, received_at, title, state, kind, field, area, site, site_name, urgent, lead,
        person, is_protected, diagnosis, clock, draft, outcome, answered_at, rating, submission, item, items, cause, complained_of, work,
        merger, version
        """
}

extension Case {
    /// Until when a new promise holds, where the present due date was missed.
    fileprivate var promisedAt: Instant? {
        guard let excuse = work.excuse, excuse.missed == clock.due else { return nil }
        return Instant(excuse.committed.adding(1))
    }

    init(row: Row) throws {
        let clock: JSONText<CaseClock> = try row["clock"]
        let diagnosis: JSONText<Diagnosis>? = try row["diagnosis"]
        let draft: JSONText<AnswerDraft>? = try row["draft"]
        let rating: JSONText<Rating>? = try row["rating"]
        let work: JSONText<CaseWork>? = try row["work"]
        let merger: JSONText<Merger>? = try row["merger"]
        let submission: ID<Submission>? = try row["submission"]
        self.init(
            id: try row["id"], team: try row["team"], number: try row["number"], lookupCode: try row["lookup_code"], contact: try row["contact"],
            channel: try row["channel"], receivedAt: try row["received_at"], title: try row["title"], state: try row["state"],
            classification: Classification(
                kind: try row["kind"], field: try row["field"], area: try row["area"], site: try row["site"],
                siteName: try row["site_name"], urgent: try row["urgent"], complainedOf: try row["complained_of"]),
            lead: try row["lead"], person: try row["person"], isProtected: try row["is_protected"],
            diagnosis: diagnosis?.content, clock: clock.content,
            draft: draft?.content, outcome: try row["outcome"], answeredAt: try row["answered_at"], rating: rating?.content,
            item: try submission.map { SubmissionItem(submission: $0, item: try row["item"], of: try row["items"]) },
            cause: try row["cause"], merger: merger?.content, work: work?.content ?? CaseWork(), version: try row["version"])
    }
}
