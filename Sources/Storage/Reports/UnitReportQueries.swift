package import Database
package import Domain

/// Reads the weekly figures by unit from the spans.
package enum UnitReportQueries {
    /// - Parameter today: for successors of today; does not matter for the units of then.
    package static func report(
        of team: Team, week: Week, way: UnitReport.Way, today: Day, _ tx: Transaction
    ) throws -> UnitReport {
        UnitReport(
            team: team, week: week, way: way, cases: try cases(of: team, in: week, tx), register: try OrganisationStore.register(tx),
            today: today)
    }

    private static let figures: [WeeklyFigure] = [
        .opening, .received, .done, .doneInTime, .doneInFirstTime, .open, .openOverdue, .transferred,
    ]

    /// Every case that a figure of the week counts, by the same conditions as the figures of the whole.
    private static func cases(of team: Team, in week: Week, _ tx: Transaction) throws -> [WeeklyCase] {
        let columns = figures.map { figure -> SQL in
            "CASE WHEN \(figure.condition(in: week)) THEN 1 ELSE 0 END AS \(SQL(trusted: column(of: figure)))"
        }
        let counted: [SQL] = [WeeklyFigure.total, .done, .transferred].map { "(\($0.condition(in: week)))" }
        guard let columns = SQL.joined(columns, by: ", "), let counted = SQL.joined(counted, by: " OR ") else { return [] }
        return try tx.all(
            """
            SELECT lead_before.unit AS lead_at_start, lead_then.unit AS lead_at_end, petition.lead, petition.field, petition.area,
              CASE WHEN petition.is_open = 1 OR petition.merged_into IS NOT NULL THEN NULL
                ELSE (SELECT max(ended.from_at) FROM stand ended WHERE ended.petition = petition.id) END AS ended_at, \(columns)
            FROM petition \(LeadSpan.join("lead_then", at: week.end))
              LEFT \(LeadSpan.join("lead_before", at: week.start))
            WHERE petition.team = \(team.id) AND (\(counted))
            """
        ) { row in
            let ended: Instant? = try row["ended_at"]
            var counts: Set<WeeklyFigure> = []
            for figure in figures where try row[column(of: figure)] as Int == 1 { counts.insert(figure) }
            return WeeklyCase(
                leadAtStart: try row["lead_at_start"], leadAtEnd: try row["lead_at_end"], leadNow: try row["lead"], endedOn: ended?.day,
                matter: Matter(field: try row["field"], area: try row["area"]), counts: counts)
        }
    }

    private static func column(of figure: WeeklyFigure) -> String { "is_" + figure.rawValue.lowercased() }
}

/// Who led a case when.
enum LeadSpan {
    /// Joins the one span that holds at a moment under a name. A moment that is exactly a border belongs to what ends with it, as with
    /// the other spans.
    static func join(_ name: String, at moment: Instant) -> SQL {
        let span = SQL(trusted: name)
        return "JOIN lead_span \(span) ON \(span).petition = petition.id AND \(span).from_at < \(moment) AND \(span).until_at >= \(moment)"
    }

    /// The short name that the unit of a span bore on a day; its first one when it had not begun.
    static func shortName(of name: String, on day: Day) -> SQL {
        let span = SQL(trusted: name)
        return """
            coalesce(
              (SELECT v.short_name FROM unit_version v WHERE v.unit = \(span).unit AND v.valid_from <= \(day)
               ORDER BY v.valid_from DESC LIMIT 1),
              (SELECT v.short_name FROM unit_version v WHERE v.unit = \(span).unit ORDER BY v.valid_from LIMIT 1))
            """
    }
}
