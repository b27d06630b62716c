package import Database
package import Domain

/// Keeps what was changed in the organisation, by whom, on which document.
package enum OrganisationHistory {
    package static func insert(
        _ event: OrganisationEvent, id: ID<OrganisationEvent>, by actor: Actor, at now: Instant, _ tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO organisation_event (id, at, actor, actor_name, verb, event)
            VALUES (\(id), \(now), \(actor.account?.id), \(actor.name ?? ""), \(event.verb), \(JSONText(event)))
            """)
    }

    /// Changes, newest first; `before` is the id at which the page before ended.
    package static func page(before: ID<OrganisationEvent>?, limit: Int, _ tx: Transaction) throws -> [RecordedChange] {
        let older: SQL = before.map { "id < \($0)" } ?? "1 = 1"
        return try tx.all(
            "SELECT id, at, actor_name, event FROM organisation_event WHERE \(older) ORDER BY id DESC LIMIT \(limit)"
        ) { row in
            let event: JSONText<OrganisationEvent> = try row["event"]
            return RecordedChange(id: try row["id"], at: try row["at"], actorName: try row["actor_name"], event: event.content)
        }
    }
}
