package import Database
package import Domain

/// Reads approaches in the shape of the pages and reports that show them.
package enum InteractionQueries {
    /// A page of the register, newest first. Keyset paging: a page costs the same wherever it lies.
    package static func list(
        _ filter: InteractionFilter, seenBy visibility: CaseVisibility, after: InteractionCursor?, limit: Int, _ tx: Transaction
    ) throws -> [InteractionRow] {
        var conditions = filter.conditions
        if let after { conditions.append("(i.at, i.id) < (\(after.at), \(after.id))") }
        return try tx.all(
            """
            SELECT i.id, i.channel, i.kind, i.opens_case, i.at, i.noted_at, i.noted_by_name, i.summary, contact.display,
              p.number, p.title,
              CASE WHEN p.id IS NULL OR EXISTS (
                SELECT 1 FROM petition WHERE petition.id = i.petition AND \(SQL.all(visibility.conditions)))
              THEN 1 ELSE 0 END AS is_seen
            FROM interaction i LEFT JOIN petition p ON p.id = i.petition LEFT JOIN contact ON contact.id = i.contact
            WHERE \(SQL.all(conditions)) ORDER BY i.at DESC, i.id DESC LIMIT \(limit)
            """, InteractionRow.init)
    }

    /// Approaches of a span by channel, most first, each with how many of them opened a case. They count from when they were noted here,
    /// as cases do, so that a past week stays as it was.
    package static func counts(
        of team: ID<Team>?, from start: Instant, until end: Instant, _ tx: Transaction
    ) throws -> [WeeklyReport.Approaches] {
        var conditions: [SQL] = ["is_incoming = 1", "noted_at >= \(start)", "noted_at < \(end)"]
        if let team { conditions.append("team = \(team)") }
        return try tx.all(
            """
            SELECT channel, count(*) AS n, count(*) FILTER (WHERE opens_case = 1) AS opened FROM interaction
            WHERE \(SQL.all(conditions)) GROUP BY channel ORDER BY n DESC, channel
            """
        ) { WeeklyReport.Approaches(channel: try $0["channel"], count: try $0["n"], opened: try $0["opened"]) }
    }
}

/// Which approaches a list shows.
package struct InteractionFilter: Sendable, Equatable {
    package var channel: Channel?
    package var kind: Interaction.Kind?
    /// `true`: only those that opened a case; `false`: only those that did not.
    package var opensCase: Bool?
    package var since: Instant?
    package var until: Instant?

    package init() {}

    var conditions: [SQL] {
        var all: [SQL] = []
        if let channel { all.append("i.channel = \(channel)") }
        if let kind { all.append("i.kind = \(kind)") }
        if let opensCase { all.append("i.opens_case = \(opensCase)") }
        if let since { all.append("i.at >= \(since)") }
        if let until { all.append("i.at < \(until)") }
        return all
    }
}

/// Where a page of the register ended.
package struct InteractionCursor: Sendable, Equatable {
    package var at: Instant
    package var id: ID<Interaction>

    package init(at: Instant, id: ID<Interaction>) {
        self.at = at
        self.id = id
    }

    /// As it stands in an address.
    package var text: String { "\(at.milliseconds).\(id.text)" }

    package init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = ID<Interaction>(String(parts[1])) else { return nil }
        self.init(at: Instant(milliseconds: milliseconds), id: id)
    }
}

/// A line of the register.
package struct InteractionRow: Sendable, Equatable {
    package var id: ID<Interaction>
    package var channel: Channel
    package var kind: Interaction.Kind
    package var opensCase: Bool
    package var at: Instant
    package var notedAt: Instant
    package var notedByName: String
    package var summary: String
    /// Who it was; empty where nobody said, and where the reader may not open the case.
    package var sender: String
    /// The case, for whoever may see it.
    package var petition: (number: CaseNumber, title: String)?
    /// About a case that the reader may not open: only that it happened is shown.
    package var isClosed: Bool

    package var cursor: InteractionCursor { InteractionCursor(at: at, id: id) }

    init(row: Row) throws {
        let seen: Int = try row["is_seen"]
        let number: CaseNumber? = try row["number"]
        let (display, title): (String?, String?) = (try row["display"], try row["title"])
        isClosed = seen == 0
        id = try row["id"]
        channel = try row["channel"]
        kind = try row["kind"]
        opensCase = try row["opens_case"]
        at = try row["at"]
        notedAt = try row["noted_at"]
        notedByName = try row["noted_by_name"]
        summary = seen == 0 ? "" : try row["summary"]
        sender = seen == 0 ? "" : display ?? ""
        petition = seen == 0 ? nil : number.map { ($0, title ?? "") }
    }

    package static func == (a: InteractionRow, b: InteractionRow) -> Bool { a.id == b.id }
}
