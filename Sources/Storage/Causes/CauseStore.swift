package import Database
package import Domain

/// Keeps common causes: the row is the truth, the journal tells how it came about.
package enum CauseStore {
    package static func insert(_ cause: CommonCause, by actor: Actor, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO cause (id, team, number, title, summary, field, lead, state, drafters, opened_at, version)
            VALUES (
              \(cause.id), \(cause.team), \(cause.number), \(cause.title), \(cause.summary), \(cause.field), \(cause.lead), \(cause.state),
              \(JSONText(cause.drafters)), \(cause.openedAt), \(cause.version))
            """)
        try record(.opened, of: cause, by: actor, at: cause.openedAt, tx)
    }

    /// Saves what an event made of a cause, and the event. Throws `Refusal.changedMeanwhile`.
    package static func save(
        _ cause: CommonCause, before: CommonCause, event: CauseEvent, by actor: Actor, at now: Instant, _ tx: Transaction
    ) throws {
        let changed = try tx.run(
            """
            UPDATE cause SET
              title = \(cause.title), summary = \(cause.summary), lead = \(cause.lead), state = \(cause.state),
              draft = \(cause.draft.map(JSONText.init)), drafters = \(JSONText(cause.drafters)), answer = \(cause.answer.map(JSONText.init)),
              round = \(cause.round), is_delivering = CASE WHEN \(cause.round > before.round) = 1 THEN 1 ELSE is_delivering END,
              proposal = \(cause.proposal.map(JSONText.init)), answered_at = \(cause.answeredAt), version = \(cause.version)
            WHERE id = \(cause.id) AND version = \(before.version)
            """)
        if changed == 0 { throw Refusal.changedMeanwhile }
        try record(event, of: cause, by: actor, at: now, tx)
    }

    private static func record(_ event: CauseEvent, of cause: CommonCause, by actor: Actor, at now: Instant, _ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO cause_event (cause, position, at, actor, actor_name, verb, event)
            VALUES (\(cause.id), \(cause.version), \(now), \(actor.account?.id), \(actor.name ?? ""), \(event.verb), \(JSONText(event)))
            """)
    }

    /// Notes that the last answer has reached everyone.
    package static func endDelivery(of cause: ID<CommonCause>, round: Int, _ tx: Transaction) throws {
        try tx.run("UPDATE cause SET is_delivering = 0 WHERE id = \(cause) AND round = \(round)")
    }

    /// Puts a cause under the successor of the unit that led it; the history of the organisation tells of it.
    package static func moveLead(of cause: ID<CommonCause>, to unit: ID<Domain.Unit>, _ tx: Transaction) throws {
        try tx.run("UPDATE cause SET lead = \(unit) WHERE id = \(cause)")
    }

    package static func load(_ id: ID<CommonCause>, _ tx: Transaction) throws -> CommonCause? {
        try tx.first("SELECT \(columns) FROM cause WHERE id = \(id)", make)
    }

    package static func find(_ number: String, _ tx: Transaction) throws -> CommonCause? {
        try tx.first("SELECT \(columns) FROM cause WHERE number = \(number)", make)
    }

    /// The journal of a cause, oldest first.
    package static func events(of cause: ID<CommonCause>, _ tx: Transaction) throws -> [RecordedCauseEvent] {
        try tx.all("SELECT at, actor_name, event FROM cause_event WHERE cause = \(cause) ORDER BY position LIMIT 500") { row in
            let event: JSONText<CauseEvent> = try row["event"]
            return RecordedCauseEvent(at: try row["at"], actorName: try row["actor_name"], event: event.content)
        }
    }

    static let columns: SQL = """
        cause.id, cause.team, cause.number, cause.title, cause.summary, cause.field, cause.lead, cause.state, cause.draft, cause.drafters,
        cause.answer, cause.round, cause.proposal, cause.opened_at, cause.answered_at, cause.version
        """

    static func make(_ row: Row) throws -> CommonCause {
        let draft: JSONText<AnswerDraft>? = try row["draft"]
        let drafters: JSONText<Set<ID<Account>>> = try row["drafters"]
        let answer: JSONText<AnswerDraft>? = try row["answer"]
        let proposal: JSONText<CommonCause.PolicyProposal>? = try row["proposal"]
        return CommonCause(
            id: try row["id"], team: try row["team"], number: try row["number"], title: try row["title"], summary: try row["summary"],
            field: try row["field"], lead: try row["lead"], state: try row["state"], draft: draft?.content, drafters: drafters.content,
            answer: answer?.content, round: try row["round"], proposal: proposal?.content, openedAt: try row["opened_at"],
            answeredAt: try row["answered_at"], version: try row["version"])
    }
}

/// One line of the journal of a cause.
package struct RecordedCauseEvent: Sendable, Equatable {
    package var at: Instant
    package var actorName: String
    package var event: CauseEvent
}

extension CommonCause.State: Stored {}
