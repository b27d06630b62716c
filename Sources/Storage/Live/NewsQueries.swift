package import Database
package import Domain

/// Where an event stands in the journals of all cases.
package struct NewsKey: Hashable, Sendable {
    package var at: Instant
    package var petition: ID<Case>
    package var position: Int

    package init(at: Instant, petition: ID<Case>, position: Int) {
        self.at = at
        self.petition = petition
        self.position = position
    }
}

/// Reads the journals for what is new, whichever process wrote it.
package enum NewsQueries {
    /// Rows of one look.
    package static let most = 2000

    /// Events from a moment on, oldest first; `after` goes on where a full look ended.
    package static func events(since moment: Instant, after: NewsKey? = nil, _ tx: Transaction) throws -> [NewsKey] {
        let further: SQL =
            if let after { "(at, petition, position) > (\(after.at), \(after.petition), \(after.position))" } else { "at >= \(moment)" }
        return try tx.all(
            "SELECT at, petition, position FROM case_event WHERE \(further) ORDER BY at, petition, position LIMIT \(most)"
        ) { NewsKey(at: try $0["at"], petition: try $0["petition"], position: try $0["position"]) }
    }

    /// Which of these cases a reader may see.
    package static func visible(
        _ petitions: Set<ID<Case>>, seenBy visibility: CaseVisibility, _ tx: Transaction
    ) throws -> Set<ID<Case>> {
        var found: Set<ID<Case>> = []
        var rest = petitions.sorted()[...]
        while !rest.isEmpty {
            let some = Array(rest.prefix(500))
            rest = rest.dropFirst(500)
            found.formUnion(
                try tx.all(
                    """
                    SELECT petition.id FROM petition
                    WHERE \(SQL.all(visibility.conditions + ["petition.id IN \(SQL.list(some))"])) LIMIT \(some.count)
                    """
                ) { try $0["id"] })
        }
        return found
    }

    /// The cases that a reader may see and that something happened in after a moment; at most 1,000.
    package static func changed(since moment: Instant, seenBy visibility: CaseVisibility, _ tx: Transaction) throws -> Set<ID<Case>> {
        let recent: SQL = "petition.id IN (SELECT petition FROM case_event WHERE at > \(moment))"
        return Set(
            try tx.all("SELECT petition.id FROM petition WHERE \(SQL.all(visibility.conditions + [recent])) LIMIT 1000") { try $0["id"] })
    }

    /// The last thing that happened in a case.
    package static func last(of petition: ID<Case>, _ tx: Transaction) throws -> RecordedEvent? {
        try tx.first(
            """
            SELECT position, at, actor_name, state, event FROM case_event WHERE petition = \(petition) ORDER BY position DESC LIMIT 1
            """
        ) { row in
            let event: JSONText<CaseEvent> = try row["event"]
            return RecordedEvent(
                position: try row["position"], at: try row["at"], actorName: try row["actor_name"], state: try row["state"],
                event: event.content)
        }
    }

    /// The versions of cases, for forms that act on many at once.
    package static func versions(of petitions: [ID<Case>], _ tx: Transaction) throws -> [ID<Case>: Int] {
        var versions: [ID<Case>: Int] = [:]
        if petitions.isEmpty { return versions }
        for row in try tx.rows("SELECT id, version FROM petition WHERE id IN \(SQL.list(petitions)) LIMIT \(petitions.count)") {
            versions[try row["id"]] = try row["version"]
        }
        return versions
    }
}
