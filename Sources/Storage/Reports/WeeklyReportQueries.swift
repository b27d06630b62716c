package import Database
package import Domain

/// Reads the weekly report from the spans and the journal.
package enum WeeklyReportQueries {
    package static func report(of team: Team, week: Week, _ tx: Transaction) throws -> WeeklyReport {
        WeeklyReport(
            team: team, week: week, figures: try figures(of: team, in: week, tx),
            leftOpenBefore: try count(.open, of: team, in: week.previous, tx),
            byChannel: try counts("petition.channel", "petition.channel", of: team, in: week, tx),
            byField: try counts("coalesce(field.code, '')", "coalesce(field.name, '')", of: team, in: week, tx),
            approaches: try InteractionQueries.counts(of: team.id, from: week.start, until: week.end, tx),
            answered: try items(.done, of: team, in: week, tx), late: try items(.openOverdue, of: team, in: week, tx),
            referred: try referred(of: team, in: week, tx))
    }

    package static func figures(of team: Team, in week: Week, _ tx: Transaction) throws -> WeeklyReport.Figures {
        var figures = WeeklyReport.Figures()
        figures.opening = try count(.opening, of: team, in: week, tx)
        figures.received = try count(.received, of: team, in: week, tx)
        figures.reopened = try count(.reopened, of: team, in: week, tx)
        figures.done = try count(.done, of: team, in: week, tx)
        figures.doneInTime = try count(.doneInTime, of: team, in: week, tx)
        figures.doneInFirstTime = try count(.doneInFirstTime, of: team, in: week, tx)
        figures.open = try count(.open, of: team, in: week, tx)
        figures.openOverdue = try count(.openOverdue, of: team, in: week, tx)
        figures.transferred = try count(.transferred, of: team, in: week, tx)
        figures.waiting = try count(.waiting, of: team, in: week, tx)
        return figures
    }

    private static func count(_ figure: WeeklyFigure, of team: Team, in week: Week, _ tx: Transaction) throws -> Int {
        try tx.count("SELECT count(*) AS n FROM petition WHERE petition.team = \(team.id) AND \(figure.condition(in: week))")
    }

    /// What was received in the week, grouped.
    private static func counts(
        _ key: SQL, _ name: SQL, of team: Team, in week: Week, _ tx: Transaction
    ) throws -> [WeeklyReport.Count] {
        try tx.all(
            """
            SELECT \(key) AS key, \(name) AS name, count(*) AS n FROM petition
              LEFT JOIN field ON field.code = petition.field
            WHERE petition.team = \(team.id) AND \(WeeklyFigure.received.condition(in: week))
            GROUP BY \(key), \(name) ORDER BY n DESC, key LIMIT 100
            """
        ) { WeeklyReport.Count(key: try $0["key"], name: try $0["name"], count: try $0["n"]) }
    }

    private static func items(_ figure: WeeklyFigure, of team: Team, in week: Week, _ tx: Transaction) throws -> [WeeklyReport.Item] {
        try items(where: figure.condition(in: week), of: team, in: week, tx)
    }

    /// Cases on which something was done in the week that left them with a higher level.
    private static func referred(of team: Team, in week: Week, _ tx: Transaction) throws -> [WeeklyReport.Item] {
        try items(
            where: """
                petition.id IN (SELECT e.petition FROM case_event e WHERE e.state = 'referred' AND e.at >= \(week.start)
                  AND e.at < \(week.end))
                """, of: team, in: week, tx)
    }

    /// Each with the unit that led it at the end of the week, by its name of then.
    private static func items(
        where condition: SQL, of team: Team, in week: Week, _ tx: Transaction
    ) throws -> [WeeklyReport.Item] {
        try tx.all(
            """
            SELECT petition.number, petition.title, petition.diagnosis, contact.display,
              \(LeadSpan.shortName(of: "lead_then", on: week.lastWholeDay)) AS lead_name,
              coalesce((SELECT d.due_at FROM due_span d WHERE d.petition = petition.id AND d.from_at < \(week.end)
                AND d.until_at >= \(week.end)), petition.due_at) AS due_at,
              (SELECT e.event FROM case_event e WHERE e.petition = petition.id AND e.verb = 'approved' AND e.at < \(week.end)
               ORDER BY e.position DESC LIMIT 1) AS answer
            FROM petition JOIN contact ON contact.id = petition.contact \(LeadSpan.join("lead_then", at: week.end))
            WHERE petition.team = \(team.id) AND petition.is_restricted = 0 AND \(condition)
            ORDER BY due_at, petition.id LIMIT 50
            """
        ) { row in
            let answer: JSONText<CaseEvent>? = try row["answer"]
            let diagnosis: JSONText<Diagnosis>? = try row["diagnosis"]
            var remark = diagnosis?.content.proposal ?? ""
            if case .approved(let draft) = answer?.content { remark = draft.conclusion }
            let due: Instant = try row["due_at"]
            return WeeklyReport.Item(
                number: try row["number"], sender: try row["display"], title: try row["title"], lead: try row["lead_name"], remark: remark,
                due: due.day)
        }
    }
}
